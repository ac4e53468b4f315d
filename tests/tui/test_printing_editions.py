"""Languages together, pictures and folded pages, chosen on the print screen."""

from pathlib import Path

from builders.tui import Player, play, site_with_group

LANGUAGE, SIZE, FOLD = 2, 3, 4
"""Places of the questions in the box of choices, from 0."""


async def choose(player: Player, question: int, steps: int) -> None:
    """Moves one answer so many places on and goes back to the list."""
    await player.press("c", *["down"] * question, *["right"] * steps, "enter")


def test_both_languages_stand_side_by_side_on_sheets_for_the_whole_group(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p")
        await choose(player, LANGUAGE, 3)
        assert "side by side" in player.shown
        assert "es+en" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_the_choice_is_kept_when_the_box_is_opened_again(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p")
        await choose(player, LANGUAGE, 4)
        assert "front and back" in player.shown
        await choose(player, FOLD, 1)
        assert "front and back" in player.shown
        assert "booklet" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_pictures_are_told_in_the_list(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p")
        await choose(player, SIZE, 2)
        assert "all with pictures" in player.shown
        assert any("pictures" in line and ("✓" in line or "▲" in line) for line in player.shown.splitlines())

    play(site_with_group(tmp_path), scenario)
