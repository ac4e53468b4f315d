"""A sheet that is read on the screen is saved for a telephone with one key."""

from pathlib import Path

import pytest

from builders.site import CIRCLE
from builders.tui import Player, play, site_with_group
from platica.domain.ids import HandoutId
from platica_tui import doors


def test_a_sheet_is_saved_as_messages_in_the_language_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))

    async def scenario(player: Player) -> None:
        doors.open_handout(player.app, CIRCLE, HandoutId("low-sugar-card"), "es")
        await player.pilot.pause()
        assert "For the phone" in player.shown
        await player.press("m")
        assert player.told.startswith("2 messages for the telephone are in ~")
        await player.press("l", "m")
        assert "en.txt" in player.told

    play(site_with_group(tmp_path), scenario)
    files = sorted(home.rglob("*.txt"))
    assert sorted(file.stem[-2:] for file in files) == ["en", "es"]
    spanish = next(file for file in files if file.stem.endswith("es")).read_text("utf-8")
    assert spanish.startswith("Azúcar baja: mi tarjeta 15 y 15 (1/2)\n")
    assert "Llame al 911" in spanish
