"""Papers about people and bundles for a print shop, from the screen."""

from pathlib import Path

import pytest

from builders.tui import Player, play, site_with_group


async def choose(player: Player, words: str) -> None:
    """Chooses a kind of paper in the box of choices."""
    for _ in range(12):
        if words in player.shown:
            break
        await player.press("right")
    assert words in player.shown
    await player.press("enter")


@pytest.mark.usefixtures("nobody_s_computer")
def test_name_tags_are_made_for_the_people_who_are_typed(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "w")
        assert "Choose them first" in player.told
        await player.press("c", "down")
        await choose(player, "name tags")
        await player.press("c")
        assert "Numbers" in player.shown
        await player.press("escape", "w")
        await player.type("99")
        await player.press("enter")
        assert "99" in player.told
        await player.press("end", "ctrl+u")
        await player.type("1,3")
        await player.press("enter")
        assert "Gafetes" in player.shown

    play(site_with_group(tmp_path), scenario)


@pytest.mark.usefixtures("nobody_s_computer")
def test_a_folder_for_a_print_shop_is_made_without_papers_that_name_people(tmp_path: Path) -> None:
    out = tmp_path / "out"

    async def scenario(player: Player) -> None:
        await player.press("p", "d", "end", "ctrl+u")
        await player.type(str(out))
        await player.press("enter", "c", "down")
        await choose(player, "sign-in sheets")
        await player.press("b")
        assert "stay here" in player.told
        await player.press("c", "down")
        await choose(player, "facilitator guide")
        await player.press("b")
        await player.wait()
        assert "sheets of paper" in player.told
        assert sorted(path.suffix for path in next(out.iterdir()).iterdir()) == [".pdf", ".pdf", ".txt"]

    play(site_with_group(tmp_path), scenario)
