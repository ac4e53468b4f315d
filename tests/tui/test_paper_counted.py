"""The print screen says how much paper it will take, before and after making."""

from pathlib import Path

import pytest

from builders.tui import Player, play, site_with_group


@pytest.mark.usefixtures("nobody_s_computer")
def test_paper_is_counted_after_a_sheet_was_seen_and_without_what_is_left_out(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "down")
        await player.wait()
        assert "sheets of paper" not in player.shown
        await player.press("v")
        await player.wait()
        pages = int(player.shown.splitlines()[0].split()[-1])
        await player.press("escape")
        await player.wait()
        sheets = 6 * -(-pages // 2)
        assert player.shown.splitlines()[0].endswith(f"at least {sheets} sheets of paper, both sides")
        assert f" {pages} " in next(line for line in player.shown.splitlines() if "▸" in line)
        await player.press("x")
        assert "sheets of paper" not in player.shown

    play(site_with_group(tmp_path), scenario)


@pytest.mark.usefixtures("nobody_s_computer")
def test_all_paper_is_counted_after_making_and_the_next_time(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    out = tmp_path / "usb"

    async def scenario(player: Player) -> None:
        await player.press("p", "d", "end", "ctrl+u")
        await player.type(str(out))
        await player.press("enter", "c", "down", "right", "enter")
        assert "sheets of paper" not in player.shown
        await player.press("enter")
        await player.wait()
        sheets = -(-int(player.told.split()[0]) // 2)
        assert player.shown.splitlines()[0].endswith(f"   {sheets} sheets of paper, both sides")
        await player.press("escape", "p", "c", "down", "right", "enter")
        await player.wait()
        assert player.shown.splitlines()[0].endswith(f"   {sheets} sheets of paper, both sides")

    play(places, scenario)
