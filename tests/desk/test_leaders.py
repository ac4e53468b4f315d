"""Who leads, who is at the keyboard, and whose hand the history tells of."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at, desk_in, group_on, places_in, workshop_on
from platica.desk import keep_roster, leaders, record_history, take_attendance, undo
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.desk.tell_steps import tell
from platica.domain import pin as pins
from platica.domain.attendance import Presence
from platica.domain.ids import LeaderId
from platica.domain.scope import Scope, What
from platica.errors import NotFound, Refused


def reopened(folder: Path) -> Desk:
    return open_desk(places_in(folder), now=clock_at(THURSDAY))


def test_what_is_saved_is_by_who_is_at_the_keyboard(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        meeting = desk.records.meetings(workshop.id)[2]
        rosa, luis = leaders.add(desk, "Rosa Medina"), leaders.add(desk, "Luis")
        take_attendance.mark_numbers(desk, meeting.id, "1", Presence.ABSENT)
        leaders.at_the_keyboard(desk, rosa.id)
        take_attendance.mark_numbers(desk, meeting.id, "1", Presence.PRESENT)
        leaders.at_the_keyboard(desk, luis.id)
        undo.undo(desk, Scope(What.ATTENDANCE, workshop.id), "en")
        ana = keep_roster.entry(desk, workshop.id, 1).participant.id
        told = tell(desk, record_history.of_mark(desk, meeting.id, ana), "es")
        assert [one.leader for one in told] == ["", "Rosa Medina", "Luis"]
        leaders.leave_keyboard(desk)
        assert leaders.here(desk) is None


def test_a_hand_named_with_a_saving_wins_over_the_keyboard(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        rosa, luis = leaders.add(desk, "Rosa"), leaders.add(desk, "Luis")
        leaders.at_the_keyboard(desk, rosa.id)
        desk.records.save(replace(luis, name="Luis A."), by=luis.id)
        assert [step.leader for step in desk.records.history(luis)] == [None, luis.id]


def test_who_has_no_pin_is_remembered_and_who_has_one_is_not(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        rosa = leaders.add(desk, "Rosa")
        leaders.at_the_keyboard(desk, rosa.id)
    with reopened(tmp_path) as desk:
        assert leaders.here(desk) == rosa
        leaders.set_pin(desk, rosa.id, "2468")
    with reopened(tmp_path) as desk:
        assert leaders.here(desk) is None
        leaders.at_the_keyboard(desk, rosa.id, "2468")
    with reopened(tmp_path) as desk:
        assert leaders.here(desk) is None


def test_the_file_that_remembers_is_its_owners_alone_and_holds_no_name(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        leaders.at_the_keyboard(desk, leaders.add(desk, "Rosa").id)
        file = desk.site.folder / "keyboard.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert b"Rosa" not in file.read_bytes()


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"leader": 7}', b'{"leader": "gone"}', b'{"leader": null}'])
def test_a_file_that_says_nothing_of_use_is_passed_over(tmp_path: Path, content: bytes) -> None:
    with desk_in(tmp_path) as desk:
        file = desk.site.folder / "keyboard.json"
    file.write_bytes(content)
    with reopened(tmp_path) as desk:
        assert leaders.here(desk) is None


def test_a_pin_tells_leaders_apart(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        rosa, luis = leaders.add(desk, "Rosa"), leaders.add(desk, "Luis")
        leaders.set_pin(desk, rosa.id, "2468")
        assert leaders.check_pin(desk, rosa.id, "2468")
        assert not leaders.check_pin(desk, rosa.id, "2469")
        assert leaders.check_pin(desk, luis.id, "")
        leaders.at_the_keyboard(desk, luis.id)
        for wrong in ("1357", "", None):
            with pytest.raises(Refused, match="This is not the PIN of Rosa"):
                leaders.at_the_keyboard(desk, rosa.id, wrong)
        assert leaders.here(desk) == luis
        assert leaders.rename(desk, rosa.id, "Rosa Medina").pin
        with pytest.raises(Refused, match="not the PIN"):
            leaders.change_pin(desk, rosa.id, "1111", None)
        assert leaders.change_pin(desk, rosa.id, "2468", None).pin is None


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "", "１２３４", "-1234"])
def test_a_pin_is_four_to_eight_digits(tmp_path: Path, pin: str) -> None:
    with desk_in(tmp_path) as desk:
        rosa = leaders.add(desk, "Rosa")
        with pytest.raises(Refused, match="A PIN has 4 to 8 digits"):
            leaders.set_pin(desk, rosa.id, pin)
        assert leaders.everybody(desk) == (rosa,)


def test_of_a_pin_only_a_salted_hash_is_kept_and_nothing_is_told(tmp_path: Path) -> None:
    assert pins.hashed("2468") != pins.hashed("2468")
    with desk_in(tmp_path) as desk:
        rosa = leaders.set_pin(desk, leaders.add(desk, "Rosa").id, "2468")
        assert rosa.pin
        assert "2468" not in rosa.pin
        assert rosa.pin not in repr(rosa)
        told = tell(desk, desk.records.history(rosa), "en")
        assert not any(rosa.pin in json.dumps(str(one)) or "2468" in str(one) for one in told)


@pytest.mark.parametrize(
    "kept", ["", "scrypt$14$8$1$x$y", "scrypt$30$8$1$AAAA$AAAA", "md5$1$1$1$AAAA$AAAA", "scrypt$14$8$1$AAAA$", "$$$$$"]
)
def test_a_hash_that_is_not_understood_fits_no_pin(kept: str) -> None:
    assert not pins.fits("2468", kept)


def test_leaders_are_found_by_name_and_two_of_a_name_are_refused(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        rosa, angel = leaders.add(desk, "Rosa Medina"), leaders.add(desk, "Ángel [/]")
        assert leaders.find(desk, "rosa medina") == leaders.find(desk, "ROSA") == rosa
        assert [one.name for one in leaders.everybody(desk)] == ["Ángel [/]", "Rosa Medina"]
        with pytest.raises(NotFound, match="did you mean “Rosa Medina”"):
            leaders.find(desk, "Rosa Medna")
        with pytest.raises(NotFound, match="leaders add"):
            leaders.find(desk, "Zoe")
        with pytest.raises(Refused, match="angel"):
            leaders.add(desk, "angel [/]")
        with pytest.raises(NotFound):
            leaders.at_the_keyboard(desk, LeaderId("nobody"))
        assert leaders.rename(desk, angel.id, "Angel").name == "Angel"
