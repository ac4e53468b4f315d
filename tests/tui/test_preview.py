"""A document is seen before it is printed."""

from pathlib import Path

import pytest

from builders.site import GROUP
from builders.tui import Player, only_workshop, play, site_with_group
from platica_tui.widgets.page_picture import PagePicture


def picture_of(player: Player) -> PagePicture:
    return player.app.screen.query_one(PagePicture)


def inked(player: Player) -> int:
    """How many cells of the screen show an edge of something."""
    return sum(sign in "▘▝▀▖▌▞▛▗▚▐▜▄▙▟" for sign in player.shown)


def test_the_pages_of_a_guide_are_seen_turned_and_left(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "v")
        await player.wait()
        assert player.title == "PreviewPage"
        assert "Guide: El plato de mi mesa" in player.shown
        assert "page 1 of " in player.shown
        first = player.shown
        assert inked(player) > 100
        await player.press("pageup")
        assert player.told == "This is the first page."
        await player.press("pagedown")
        assert "page 2 of " in player.shown
        assert player.shown.splitlines()[2:20] != first.splitlines()[2:20]
        await player.press("escape")
        assert player.title == "PrintingPage"

    play(site_with_group(tmp_path), scenario)


def test_closer_shows_a_part_and_the_arrows_move_over_the_page(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "down", "v")
        await player.wait()
        page = picture_of(player)
        assert page.place.rows <= page.size.height
        await player.press("plus")
        assert page.place.columns == 80
        await player.press("equals_sign")
        assert page.place.columns == 120
        await player.press("home")
        before = player.shown
        await player.press("down", "right")
        assert (page.place.left, page.place.top) == (28, 4)
        assert player.shown != before
        await player.press("f1")
        assert "+ · =" in player.shown
        await player.press("escape", "minus", "minus", "minus")
        assert page.place.rows <= page.size.height

    play(site_with_group(tmp_path), scenario)


def test_the_page_stays_as_it_is_after_the_words_in_another_language_and_on_a_smaller_screen(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "down", "down", "v")
        await player.wait()
        await player.press("plus", "plus", "down", "right")
        before = picture_of(player).place
        await player.press("t")
        assert player.title != "PreviewPage"
        await player.press("escape", "f2")
        assert "página 1 de 1" in player.shown
        assert picture_of(player).place == before
        await player.press("minus", "minus")
        await player.pilot.resize_terminal(60, 20)
        await player.pilot.pause()
        assert picture_of(player).place.rows <= picture_of(player).size.height
        assert inked(player) > 60

    play(site_with_group(tmp_path), scenario)


@pytest.mark.usefixtures("nobody_s_computer")
def test_a_sheet_with_names_is_seen_and_leaves_no_name_in_any_file_nor_itself_on_record(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)

    async def scenario(player: Player) -> None:
        await player.press("p", "end", "v")
        await player.wait()
        assert "page 1 of 1" in player.shown
        assert inked(player) > 60
        records = player.app.desk.records
        meetings = records.meetings(only_workshop(player.app.desk).id)
        assert not [sheet for meeting in meetings for sheet in records.sheets(meeting.id)]

    play(places, scenario)
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if any(name.encode() in file.read_bytes() for name in GROUP)]
    assert not [*tmp_path.rglob("*.pdf"), *tmp_path.rglob("*.part")]
