"""Printing from the screen on a computer where nothing makes PDF files."""

from pathlib import Path

import pytest

from builders.browser import without_pango
from builders.tui import Player, play, site_with_group


def test_without_pango_and_a_browser_the_screen_says_how_to_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_pango(tmp_path / "stand-in", monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    async def scenario(player: Player) -> None:
        await player.press("p", "enter")
        await player.wait()
        assert player.told.startswith("Nothing here makes PDF files: these are pages.")
        await player.press("v")
        await player.wait()
        assert "Read the words instead." in player.told

    play(site_with_group(tmp_path), scenario)
    assert {file.suffix for file in (tmp_path / "Platica").rglob("*.*")} == {".html"}
