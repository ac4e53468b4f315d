"""Entering a return sheet on the screen, and reading the notes it left."""

from pathlib import Path

from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import question_box, return_sheet, sign_in_sheet
from platica.domain.workshop import Meeting
from platica_tui import doors


def meetings(player: Player) -> tuple[Meeting, ...]:
    return player.app.desk.records.meetings(only_workshop(player.app.desk).id)


async def to_the_sheet(player: Player) -> None:
    doors.open_return_sheet(player.app, meetings(player)[0].id)
    await player.pilot.pause()
    assert player.title == "ReturnSheetPage"


async def fill_in(player: Player, *lines: str) -> None:
    """Types the lines from the cursor down, Enter after each."""
    for line in lines:
        await player.type(line)
        await player.press("enter")


def test_a_sheet_is_typed_from_top_to_bottom_and_saved_whole(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await to_the_sheet(player)
        await fill_in(player, "3", "1 2t")
        assert "2 people" in player.shown
        await fill_in(player, "", "Graciela", "1=4", "0 0 0 1 2")
        await player.type("Is it safe?")
        await player.press("tab")
        await fill_in(player, "The song")
        await player.press("f10")
        assert "Saved" in player.told
        meeting = meetings(player)[0]
        records = player.app.desk.records
        assert (meeting.heads, meeting.faces) == (3, (0, 0, 0, 1, 2))
        assert sum(one.presence.came for one in records.marks(meeting.id)) == 3
        assert [one.text for one in question_box.waiting(player.app.desk, meeting.workshop)] == ["Is it safe?"]
        assert [one.worked for one in records.notes(meeting.id)] == ["The song"]
        await player.press("ctrl+z", "ctrl+z")
        assert records.marks(meeting.id) == ()

    play(site_with_group(tmp_path), scenario)


def test_a_wrong_line_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await to_the_sheet(player)
        await fill_in(player, "3", "1", "", "", "1=44", "1 2")
        await player.press("f10")
        assert "not between 0 and 10" in player.told
        assert "And 1 more." in player.told
        assert meetings(player)[0].heads is None
        await player.press("f2")
        assert "1=44" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_the_code_of_another_sheet_leads_to_its_session(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        desk, second = player.app.desk, meetings(player)[1]
        code = sign_in_sheet.sheet_for(desk, second, desk.records.roster(second.workshop)).code
        await to_the_sheet(player)
        await player.press("shift+tab")
        await fill_in(player, "KAT-3-A")
        assert "not a code of a sheet" in player.told
        await player.press("ctrl+u")
        await fill_in(player, code.lower())
        assert "session 2" in player.shown
        await fill_in(player, "7")
        await player.press("f10")
        assert desk.records.meeting(second.id).heads == 7

    play(site_with_group(tmp_path), scenario)


def test_the_notes_are_read_from_the_workshop(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        return_sheet.note(player.app.desk, meetings(player)[0].id, "La lotería", "Empezar a tiempo")
        doors.open_workshop(player.app, only_workshop(player.app.desk).id)
        await player.pilot.pause()
        await player.press("n")
        assert "Qué funcionó: La lotería" in player.shown
        assert "Qué cambiar: Empezar a tiempo" in player.shown
        await player.press("escape", "r")
        assert player.title == "ReturnSheetPage"

    play(site_with_group(tmp_path), scenario, language="es")
