"""Marking who came, by keyboard alone."""

from pathlib import Path

from builders.tui import Player, marks_of, names_of, only_workshop, play, site_with_group
from platica.domain.workshop import WorkshopForm

PRESENT, ABSENT = "present", "absent"


async def _typed(player: Player, text: str) -> None:
    await player.type(text)
    await player.press("enter")


def test_a_range_a_number_with_a_letter_and_a_name_mark_people(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await _typed(player, "1-2,5")
        assert marks_of(player.app.desk) == {1: PRESENT, 2: PRESENT, 5: PRESENT}
        await _typed(player, "4t")
        await _typed(player, "olga")
        await _typed(player, "6o")
        assert marks_of(player.app.desk)[4] == "late"
        assert marks_of(player.app.desk)[3] == PRESENT
        assert marks_of(player.app.desk)[6] == "present online"
        assert "Saved" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_all_but_marks_everybody_else_present(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await _typed(player, "todas menos 4")
        assert marks_of(player.app.desk) == dict.fromkeys((1, 2, 3, 5, 6), PRESENT)

    play(site_with_group(tmp_path), scenario)


def test_undo_takes_back_the_last_marking(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await _typed(player, "1")
        await _typed(player, "2-3")
        await player.press("ctrl+z")
        assert marks_of(player.app.desk) == {1: PRESENT}
        await player.press("ctrl+z")
        assert marks_of(player.app.desk) == {}
        await player.press("ctrl+z")
        assert "There is nothing to undo." in player.told

    play(site_with_group(tmp_path), scenario)


def test_what_cannot_be_read_marks_nobody_and_says_why(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await player.type("99")
        assert "99" in player.shown.splitlines()[-3]
        await player.press("enter")
        assert marks_of(player.app.desk) == {}
        assert "Number 99 is not on this roster." in player.told

    play(site_with_group(tmp_path), scenario)


def test_letters_typed_in_the_entry_never_fire_commands(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await player.type("tjaomnpevxbq")
        assert player.app.screen.query_one("#entry").value == "tjaomnpevxbq"  # type: ignore[attr-defined]
        assert player.title == "AttendancePage"
        assert marks_of(player.app.desk) == {}

    play(site_with_group(tmp_path), scenario)


def test_letters_in_the_list_mark_the_person_under_the_cursor_and_go_on(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "tab", "t", "j", "a", "o", "enter")
        assert marks_of(player.app.desk) == {1: "late", 2: "excused", 3: ABSENT, 4: "present online", 5: PRESENT}

    play(site_with_group(tmp_path), scenario)


def test_enter_on_an_empty_line_marks_the_person_under_the_cursor(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "down", "down", "enter")
        assert marks_of(player.app.desk) == {3: PRESENT}

    play(site_with_group(tmp_path), scenario)


def test_the_rest_are_absent_with_one_key(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await _typed(player, "1,2,3,4,5")
        await player.press("f5")
        assert marks_of(player.app.desk)[6] == ABSENT
        assert marks_of(player.app.desk)[1] == PRESENT

    play(site_with_group(tmp_path), scenario)


def test_plus_and_a_name_adds_a_walk_in_and_marks_them(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await _typed(player, "+ Ximena")
        assert names_of(player.app.desk)[-1] == "Ximena"
        assert marks_of(player.app.desk) == {7: PRESENT}

    play(site_with_group(tmp_path), scenario)


def test_a_walk_in_can_be_added_with_what_they_read(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "f4")
        await player.type("Grace")
        await player.press("tab", "right", "enter")
        assert marks_of(player.app.desk) == {7: PRESENT}
        roster = player.app.desk.records.roster(only_workshop(player.app.desk).id)
        assert roster.entries[-1].participant.reads.language == "en"

    play(site_with_group(tmp_path), scenario)


def test_marks_are_there_after_the_program_was_closed(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)

    async def marking(player: Player) -> None:
        await player.press("a")
        await _typed(player, "2")

    async def looking(player: Player) -> None:
        assert marks_of(player.app.desk) == {2: PRESENT}

    play(places, marking)
    play(places, looking)


def test_an_event_counts_heads(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("enter", "escape", "a")
        assert player.title == "HeadsPage"
        await _typed(player, "47")
        (workshop,) = player.app.desk.records.workshops()
        (meeting,) = player.app.desk.records.meetings(workshop.id)
        assert meeting.heads == 47
        assert "Saved" in player.shown

    play(site_with_group(tmp_path, form=WorkshopForm.EVENT), scenario)
