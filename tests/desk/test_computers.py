"""The computers of an organization and their names; the history of two of them."""

import platform
from pathlib import Path

import pytest

from builders.ledger import carry, second_device
from builders.site import THURSDAY, clock_at, desk_in, group_on, places_in, workshop_on
from platica.desk import computers, keep_roster, leaders, record_history, take_attendance
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.desk.tell_steps import tell
from platica.domain.attendance import Presence
from platica.domain.history import Step
from platica.domain.ids import ParticipantId, WorkshopId
from platica.errors import Refused


def called(monkeypatch: pytest.MonkeyPatch, name: str, login: str = "rosa") -> None:
    """The computer is called so in its network, and somebody is logged in."""
    monkeypatch.setattr(platform, "node", lambda: name)
    monkeypatch.setenv("LOGNAME", login)


def names(desk: Desk, language: str = "en") -> list[str]:
    return [desk.book(language).tell(one.name) for one in computers.computers(desk)]


def test_a_new_site_knows_the_computer_by_its_name_in_the_network(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called(monkeypatch, "oficina-2.lan")
    with desk_in(tmp_path) as desk:
        (one,) = computers.computers(desk)
        assert (names(desk), one.here, one.seen is not None) == (["oficina-2"], True, True)


@pytest.mark.parametrize("name", ["", "localhost", "rosa-laptop", "Laptop-de-ROSA", "\x1b[2J"])
def test_a_name_that_says_nothing_or_names_its_user_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    called(monkeypatch, name)
    with desk_in(tmp_path) as desk:
        assert desk.records.devices() == ()
        assert (names(desk), names(desk, "es")) == (["this computer"], ["esta computadora"])


def test_a_name_holds_nothing_that_drives_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called(monkeypatch, "caja\x1b]0;x\x07 [/]" + "x" * 200)
    with desk_in(tmp_path) as desk:
        (name,) = names(desk)
        assert name.startswith("caja [/]")
        assert len(name) == 80


def test_a_computer_can_be_given_a_name(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        computers.rename(desk, "  Laptop   roja ")
        assert names(desk) == ["Laptop roja"]
        with pytest.raises(Refused):
            computers.rename(desk, " \x00 ")


def test_two_computers_are_told_apart_in_one_history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    called(monkeypatch, "localhost")
    one_folder, two_folder = places_in(tmp_path).site, places_in(tmp_path / "two").site
    with desk_in(tmp_path) as one:
        computers.rename(one, "Laptop roja")
        workshop = workshop_on(one)
        group_on(one, workshop, "Ana")
        meeting = one.records.meetings(workshop.id)[2]
        leaders.at_the_keyboard(one, leaders.add(one, "Rosa").id)
        take_attendance.mark_numbers(one, meeting.id, "1", Presence.PRESENT)
    two_folder.parent.mkdir()
    second_device(one_folder, two_folder)
    (two_folder / "site.toml").write_bytes((one_folder / "site.toml").read_bytes())
    carry(one_folder, two_folder)
    with open_desk(places_in(tmp_path / "two"), now=clock_at(THURSDAY)) as two:
        assert leaders.here(two) is None
        take_attendance.mark_numbers(two, meeting.id, "1", Presence.LATE)
        signs = two.site.device[:4]
    carry(two_folder, one_folder)
    with open_desk(places_in(tmp_path), now=clock_at(THURSDAY)) as one:
        ana = keep_roster.entry(one, workshop.id, 1).participant.id
        told = tell(one, record_history.of_mark(one, meeting.id, ana), "en")
        assert [(step.computer, step.leader) for step in told] == [
            ("Laptop roja", "Rosa"),
            (f"another computer ({signs})", ""),
        ]
        assert names(one) == ["Laptop roja", f"another computer ({signs})"]
        here, there = computers.computers(one)
        assert [one.here for one in (here, there)] == [True, False]
        assert here.seen is not None
        assert there.seen is not None
        assert here.seen <= there.seen


def _of(desk: Desk, workshop: WorkshopId, person: ParticipantId) -> tuple[Step, ...]:
    return record_history.of_person(desk, workshop, person)


def test_the_history_of_a_person_tells_of_their_place_too(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Olga")
        ana, olga = (keep_roster.entry(desk, workshop.id, number).participant.id for number in (1, 2))
        keep_roster.rename(desk, workshop.id, 1, "Ana María")
        told = [desk.book("en").tell(one.sentence) for one in tell(desk, _of(desk, workshop.id, ana), "en")]
        assert told[1:] == ["Ana María joined Caminando juntos with number 1", "Ana is now called Ana María"]
        desk.records.settling.join(ana, olga)
        assert len(_of(desk, workshop.id, ana)) == len(_of(desk, workshop.id, olga)) == 6


def test_the_history_of_a_workshop_tells_of_its_sessions_and_sheets(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        tables = [step.table for step in record_history.of_workshop(desk, workshop.id)]
        assert tables == ["workshops", "meetings", "meetings", "meetings"]
        third = desk.records.meetings(workshop.id)[2]
        assert [step.key for step in record_history.of_meeting(desk, third.id)] == [third.id]
