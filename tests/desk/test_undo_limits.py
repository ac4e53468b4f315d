"""What is not taken back, and what stays whole."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from builders.ledger import carry, second_device
from builders.site import desk_in, group_on, places_in, take_back, workshop_on
from builders.undoing import again, everything, prepared, session
from platica.desk import keep_roster, set_up, take_attendance, undo
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.attendance import Mark, Presence
from platica.domain.ids import ParticipantId
from platica.domain.participant import Participant, Reads
from platica.domain.roster import Enrolment
from platica.domain.scope import Scope, What
from platica.domain.settings import Settings
from platica.errors import Refused
from platica.ledger.site import open_site


def test_what_another_computer_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        take_attendance.mark_typed(desk, session(desk, workshop), "1-3")
        there = second_device(desk.site.folder, tmp_path / "there")
        carry(desk.site.folder, there)
        ana = keep_roster.entry(desk, workshop.id, 1).participant.id
        with open_site(there) as other:
            other.records.save(Mark(session(desk, workshop), ana, Presence.EXCUSED))
        carry(there, desk.site.folder)
        before = everything(desk)
        for _ in range(2):
            with pytest.raises(Refused, match="cannot be undone any more, because it was changed again later"):
                take_back(desk, workshop)
        assert everything(desk) == before


def test_what_another_program_changed_here_is_taken_back_first(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk, again(tmp_path) as beside:
        take_attendance.mark_typed(desk, session(desk, workshop), "2")
        take_attendance.mark_typed(beside, session(desk, workshop), "2t")
        assert "marked “present” again" in str(take_back(desk, workshop).sentence)
        assert "no longer marked “present”" in str(take_back(beside, workshop).sentence)


def test_nobody_is_taken_off_a_roster_who_was_marked_since(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        keep_roster.add_names(desk, workshop.id, ["Iris", "Juan"])
        take_attendance.mark_typed(desk, session(desk, workshop), "6")
        before = everything(desk)
        with pytest.raises(Refused, match="marks or printed sheets rest on it"):
            take_back(desk, workshop, What.PEOPLE)
        assert everything(desk) == before
        take_back(desk, workshop)
        take_back(desk, workshop, What.PEOPLE)
        assert [one.number for one in keep_roster.roster(desk, workshop.id).active] == [1, 2, 3]


def test_nobody_is_taken_off_a_roster_who_stands_on_a_printed_sheet(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        keep_roster.add(desk, workshop.id, "Rosa")
        sheet_for(desk, desk.records.meeting(session(desk, workshop)), keep_roster.roster(desk, workshop.id))
        with pytest.raises(Refused, match="printed sheets rest on it"):
            take_back(desk, workshop, What.PEOPLE)


def test_a_workshop_with_people_stays(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        with pytest.raises(Refused, match="people, marks or printed sheets rest on it"):
            take_back(desk, workshop, What.WORKSHOP)
        take_back(desk, workshop, What.PEOPLE)
        take_back(desk, workshop, What.WORKSHOP)
        assert desk.records.workshops() == ()


def test_nobody_gets_a_number_back_that_is_somebody_elses_by_now(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        keep_roster.remove(desk, workshop.id, 3)
        there = second_device(desk.site.folder, tmp_path / "there")
        carry(desk.site.folder, there)
        with open_site(there) as other:
            rosa = Participant(ParticipantId("p" * 16), "ROSA", "Rosa", Reads("es"))
            other.records.save(rosa, Enrolment(workshop.id, rosa.id, 3))
        carry(there, desk.site.folder)
        with pytest.raises(Refused, match="Number 3 is Rosa’s by now"):
            take_back(desk, workshop, What.PEOPLE)


def test_the_set_up_is_taken_back_once(tmp_path: Path) -> None:
    settings = Scope(What.SETTINGS)
    with desk_in(tmp_path) as desk:
        before = desk.settings
        assert undo.last(desk, settings) is None
        set_up.change(desk, Settings("Otra", "en", "MX", "a4", MappingProxyType({"clinic_phone": "5"})))
    assert (tmp_path / "site" / "site.toml.before").stat().st_mode & 0o077 == 0
    with again(tmp_path) as desk:
        assert desk.settings.name == "Otra"
        assert str(undo.undo(desk, settings).sentence) == "The set-up is as before."
        assert desk.settings == before
        with pytest.raises(Refused, match="nothing to undo"):
            undo.undo(desk, settings)
    with again(tmp_path) as desk:
        assert desk.settings == before


def test_a_set_up_that_was_changed_by_hand_is_not_taken_back(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        set_up.change(desk, Settings("Otra", "es", "US"))
        file = tmp_path / "site" / "site.toml"
        file.write_text(file.read_text().replace("Otra", "A mano"))
        assert undo.last(desk, Scope(What.SETTINGS)) is None


def test_saving_the_set_up_as_it_is_keeps_what_was_before(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        before = desk.settings
        set_up.change(desk, Settings("Otra", "es", "US"))
        set_up.change(desk, Settings("Otra", "es", "US"))
        undo.undo(desk, Scope(What.SETTINGS))
        assert desk.settings == before


def test_a_marking_is_taken_back_whole_although_the_program_was_killed(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        before = everything(desk)
        at = session(desk, workshop)
    program = (
        "import os, signal, sys; from pathlib import Path\n"
        "from platica.desk import take_attendance\n"
        "from platica.desk.open_desk import Places, open_desk\n"
        "desk = open_desk(Places(Path(sys.argv[1]), None, Path(sys.argv[2])))\n"
        "take_attendance.mark_typed(desk, sys.argv[3], '1-3')\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    places = places_in(tmp_path)
    ran = subprocess.run(
        [sys.executable, "-c", program, str(places.site), str(places.cache), at], check=False, env=None
    )
    assert ran.returncode != 0
    with again(tmp_path) as desk:
        assert len(desk.records.marks(at)) == 3
        take_back(desk, workshop)
        assert everything(desk) == before


def test_refusals_are_said_in_spanish(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        with pytest.raises(Refused) as refused:
            take_back(desk, workshop, What.WORKSHOP)
        assert desk.book("es").tell(refused.value.phrase) == (
            "Esto ya no se puede deshacer: hay personas, marcas u hojas impresas que dependen de ello."
        )


def test_a_step_that_reached_over_everything_is_asked_about_and_told_as_what_it_was(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        before = everything(desk)
        rosa = Participant(ParticipantId("p" * 16), "ROSA", "Rosa", Reads("es"))
        desk.records.save(
            replace(workshop, name="Azul"),
            rosa,
            Enrolment(workshop.id, rosa.id, 9),
            Mark(session(desk, workshop), keep_roster.entry(desk, workshop.id, 1).participant.id, Presence.LATE),
        )
    with again(tmp_path) as desk:
        step = undo.last(desk, Scope(What.ATTENDANCE, workshop.id))
        assert step is not None
        assert undo.asks_first(step)
        undone = take_back(desk, workshop)
        assert str(undone.sentence).startswith("Taken back: ")
        assert str(undone.sentence).endswith(", and 3 more changes")
        assert everything(desk) == before
