"""What the program says back: one row, nothing covered, gone when it no longer holds."""

from pathlib import Path

from builders.site import site_in
from builders.tui import Player, marks_of, names_of, play, site_with_group
from platica.domain.workshop import WorkshopForm


def test_a_refusal_goes_when_the_line_is_corrected(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await player.type("99")
        await player.press("enter")
        assert player.told == "✗ Number 99 is not on this roster."
        await player.press("backspace")
        assert player.told == ""

    play(site_with_group(tmp_path), scenario)


def test_a_message_covers_neither_the_line_being_typed_nor_the_keys(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await player.type("99")
        before = player.shown.splitlines()
        await player.press("enter")
        after = player.shown.splitlines()
        assert after[-4].split() == before[-4].split() == ["99"]
        assert after[-1] == before[-1]
        assert "✗" in after[-2]

    play(site_with_group(tmp_path), scenario)


def test_only_the_newest_message_stands_and_moving_keeps_it(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "x")
        assert "Tomás is off the roster." in player.told
        await player.press("down")
        assert "Tomás is off the roster." in player.told
        await player.press("x")
        assert "Tomás" not in player.told
        await player.press("enter", "escape")
        assert player.told == ""

    play(site_with_group(tmp_path), scenario)


def test_a_message_follows_the_language(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("ctrl+z")
        assert player.told == "There is nothing to undo."
        await player.press("f2")
        assert player.told == "No hay nada que deshacer."

    play(site_with_group(tmp_path), scenario)


def test_undo_is_listed_only_where_something_can_be_undone(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        assert "Ctrl+Z" not in player.shown
        await player.type("2")
        await player.press("enter")
        assert "Ctrl+Z Undo" in player.shown
        await player.press("ctrl+z")
        assert "Ctrl+Z" not in player.shown
        assert "Elena" in player.told

    play(site_with_group(tmp_path), scenario)


def test_a_name_that_is_there_is_asked_about_once(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        people = len(names_of(player.app.desk))
        await player.press("a")
        await player.type("+ olga")
        await player.press("enter")
        assert "There is somebody called Olga already (no. 3)." in player.told
        assert len(names_of(player.app.desk)) == people
        await player.press("enter")
        assert len(names_of(player.app.desk)) == people + 1
        assert marks_of(player.app.desk) == {people + 1: "present"}

    play(site_with_group(tmp_path), scenario)


def test_a_count_of_heads_says_whether_it_is_saved(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        await player.type("4x7")
        assert "not saved yet" in player.shown
        await player.press("enter")
        assert "Saved" in player.shown
        await player.press("9")
        assert "Saved" not in player.shown
        assert player.app.screen.query_one("#heads").value == "9"  # type: ignore[attr-defined]

    play(site_with_group(tmp_path, form=WorkshopForm.EVENT), scenario)


def test_today_offers_no_people_without_a_workshop(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        assert "e People" not in player.shown
        await player.press("e")
        assert player.title == "TodayPage"
        assert "There are no workshops yet." in player.told

    play(site_in(tmp_path), scenario)


def test_help_names_keys_in_the_language_and_nothing_of_the_machinery(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "f1")
        assert "Espacio" in player.shown
        assert "Av Pág" in player.shown
        for english in ("Scroll", "Focus", "Page", "Next", "Move cursor"):
            assert english not in player.shown

    play(site_with_group(tmp_path), scenario, language="es", size=(120, 60))


def test_the_palette_begins_with_what_this_screen_does(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("end", "enter", "ctrl+p")
        first = next(line for line in player.shown.splitlines() if "▸" in line and "│" in line)
        assert "Attendance" in first

    play(site_with_group(tmp_path), scenario)
