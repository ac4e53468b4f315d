"""Forms and dialogs: wrong answers stay, saving is the same everywhere, pasted text is only words."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Paste

from builders.site import THURSDAY, clock_at, places_in, site_in
from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import take_attendance
from platica.desk.open_desk import open_desk
from platica.domain.attendance import Presence
from platica_tui.widgets.pasting import pasted


async def _to_workshop(player: Player) -> None:
    player.app.screen.query_one("#lines").go_to(f"workshop:{only_workshop(player.app.desk).id}")  # type: ignore[attr-defined]
    await player.press("enter")


def test_minutes_are_typed_over_and_wrong_ones_keep_the_dialog(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _to_workshop(player)
        await player.press("m", "c", "0", "enter")
        assert player.title == "AskDialog"
        assert "is not a number of minutes" in player.told
        await player.press("backspace", "7", "enter")
        assert player.title == "BuilderPage"
        assert only_workshop(player.app.desk).plan.sessions[2].activities[0].minutes == 7

    play(site_with_group(tmp_path), scenario)


@pytest.mark.parametrize("key", ["enter", "f10"])
def test_both_ways_to_save_work_in_a_dialog(tmp_path: Path, key: str) -> None:
    async def scenario(player: Player) -> None:
        await _to_workshop(player)
        await player.press("d")
        await player.type("manana")
        assert "Friday" in player.shown or "Fri" in player.shown
        await player.press(key)
        assert player.app.desk.records.meetings(only_workshop(player.app.desk).id)[2].on == date(2026, 11, 20)

    play(site_with_group(tmp_path), scenario)


def test_a_session_that_took_place_moves_only_when_asked_twice(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        workshop = only_workshop(desk)
        meeting = desk.records.meetings(workshop.id)[2]
        take_attendance.mark(desk, meeting.id, desk.records.roster(workshop.id).entries[:1], Presence.PRESENT)

    async def scenario(player: Player) -> None:
        await _to_workshop(player)
        await player.press("d", "up", "enter")
        assert "Press Enter again" in player.told
        assert player.app.desk.records.meeting(meeting.id).on == date(2026, 11, 19)
        await player.press("enter")
        assert player.app.desk.records.meeting(meeting.id).on == date(2026, 11, 20)

    play(places, scenario)


def test_help_opens_in_a_dialog(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "n", "f1")
        assert player.title == "HelpDialog"
        assert "Write the name as the person wants to be called" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_what_a_workshop_is_called_can_be_changed_and_undone(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _to_workshop(player)
        await player.press("c", "end", "ctrl+u")
        await player.press("f10")
        assert player.told == "✗ The workshop needs a name."
        await player.type("Grupo azul")
        await player.press("tab", "end", "ctrl+u")
        await player.type("Patio")
        await player.press("f10")
        workshop = only_workshop(player.app.desk)
        assert (workshop.name, workshop.place, workshop.leaders) == ("Grupo azul", "Patio", ("Rosa Medina",))
        assert "Grupo azul" in player.shown.splitlines()[0]
        await player.press("ctrl+z")
        assert only_workshop(player.app.desk).name == "Caminando juntos"

    play(site_with_group(tmp_path), scenario)


def test_the_first_set_up_cannot_be_left_and_goes_back_to_the_name(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        assert "Esc" not in player.shown
        player.app.screen.query_one("#slot-clinic_name").focus()
        await player.press("f10")
        assert player.app.screen.focused is player.app.screen.query_one("#name")

    play(places_in(tmp_path), scenario)


def test_what_prints_is_said_beside_each_local_number(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("s", "8")
        rows = {line.split("  ")[1].strip(): line for line in player.shown.splitlines() if line.startswith("  ")}
        assert rows["Poison line"].endswith("prints only if typed")
        assert rows["Emergency number"].endswith("prints")
        assert rows["Clinic"].endswith("prints as a line")
        player.app.screen.query_one("#slot-poison_line").focus()
        await player.type("555")
        assert next(line for line in player.shown.splitlines() if "Poison line" in line).endswith("prints")

    play(site_in(tmp_path), scenario, size=(80, 50))


def test_a_sheet_can_be_read_before_it_is_printed(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p", "down", "t")
        assert player.title == "SheetPage"
        await player.press("escape")
        assert player.title == "PrintingPage"

    play(site_with_group(tmp_path), scenario)


def test_pasted_codes_for_the_terminal_become_nothing(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "n")
        player.app.screen.query_one("#name").post_message(Paste("\x1b[31mAna\x1b]0;owned\x07 María\x1b[2J\tRuiz\r\n"))
        await player.press("enter")
        assert "Ana María Ruiz" in player.shown

    play(site_with_group(tmp_path), scenario)


@given(st.text(max_size=60))
def test_pasted_text_holds_no_control_character(text: str) -> None:
    assert not any((ord(sign) < 32 and sign != "\n") or 127 <= ord(sign) < 160 for sign in pasted(text))
