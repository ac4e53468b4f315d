"""Who may open the records, bringing them from computer to computer, and taking a person out of them."""

from pathlib import Path

import pytest

from builders.site import clock_at, desk_in, group_on, places_in, site_in, workshop_on
from platica.desk import (
    carry,
    erase_person,
    export_attendance,
    invite,
    keep_roster,
    keys,
    record_history,
    take_attendance,
)
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.domain.attendance import Presence
from platica.domain.workshop import Workshop
from platica.errors import Refused, SiteLocked

WORDS = "casa luna río café"


def marked(desk: Desk) -> Workshop:
    """A workshop whose group of six was marked at the first session."""
    workshop = workshop_on(desk)
    group_on(desk, workshop)
    meeting = desk.records.meetings(workshop.id)[0]
    take_attendance.mark_numbers(desk, meeting.id, "1-6", Presence.PRESENT)
    return workshop


def test_an_erased_person_is_off_the_roster_and_the_session_keeps_its_count(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = marked(desk)
        meeting = desk.records.meetings(workshop.id)[0]
        elena = keep_roster.entry(desk, workshop.id, 2).participant
        kept = erase_person.kept_of(desk, elena.id)
        assert (kept.participant, kept.workshops, kept.marks) == (elena, ("Caminando juntos",), 1)
        erased = erase_person.erase(desk, elena.id)
        assert (erased.records, erased.workshops, erased.marks) == (1, 1, 1)
        assert "Elena" not in [entry.participant.name for entry in keep_roster.roster(desk, workshop.id).entries]
        assert len(desk.records.marks(meeting.id)) == 6
        assert keep_roster.add(desk, workshop.id, "Ana").number == 7


def test_a_mark_tells_what_it_was_before(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = marked(desk)
        meeting = desk.records.meetings(workshop.id)[0]
        take_attendance.mark_numbers(desk, meeting.id, "3", Presence.LATE)
        olga = keep_roster.entry(desk, workshop.id, 3).participant
        first, second = record_history.of_mark(desk, meeting.id, olga.id)
        assert first.exists
        assert [(one.was, one.now) for one in second.fields] == [("present", "late")]
        assert second.leader is None
        (added,) = record_history.of_participant(desk, olga.id)
        assert added.at <= first.at <= second.at


def test_a_computer_with_its_own_site_joins_another_and_both_have_one_roster(tmp_path: Path) -> None:
    with desk_in(tmp_path / "one") as one, desk_in(tmp_path / "two") as two:
        workshop = marked(one)
        code = invite.invite(one, tmp_path / "invitation")
        invite.join(two, tmp_path / "invitation", code)
        carry.carry_out(one, tmp_path / "stick")
        assert carry.carry_in(two, tmp_path / "stick").steps
        keep_roster.add(two, workshop.id, "Ana")
        carry.carry_out(two, tmp_path / "stick")
        carry.carry_in(one, tmp_path / "stick")
        assert keep_roster.roster(one, workshop.id) == keep_roster.roster(two, workshop.id)
        assert one.notices == two.notices == ()


def test_a_site_with_a_passphrase_opens_with_it_or_the_code_and_with_nothing_else(tmp_path: Path) -> None:
    places = site_in(tmp_path)
    with open_desk(places) as desk:
        workshop = marked(desk)
        keys.add_passphrase(desk, WORDS)
        code = keys.new_recovery_code(desk)
        assert [way.mine for way in keys.ways_in(desk)] == [True, False]
    assert keys.needs_passphrase(places)
    with pytest.raises(SiteLocked):
        open_desk(places)
    with pytest.raises(Refused):
        open_desk(places, secret="casa luna")
    for secret in (WORDS, code):
        with open_desk(places_in(tmp_path), now=clock_at(desk.now()), secret=secret) as again:
            assert len(keep_roster.roster(again, workshop.id).active) == 6
    with open_desk(places, secret=code) as desk:
        keys.change_passphrase(desk, WORDS, "perro verde nube sal")
        keys.remove(desk, 1)
        keys.leave_open(desk)
    with open_desk(places) as desk:
        assert len(keep_roster.roster(desk, workshop.id).active) == 6


def test_counts_and_files_keep_an_unnamed_person_for_everybody_who_was_erased(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = marked(desk)
        first = desk.records.meetings(workshop.id)[0].id
        take_attendance.mark_numbers(desk, first, "2", Presence.LATE)
        before = take_attendance.grid(desk, workshop.id).counts(first)
        elena = keep_roster.entry(desk, workshop.id, 2).participant
        erase_person.erase(desk, elena.id)
        grid = take_attendance.grid(desk, workshop.id)
        assert grid.counts(first) == before
        assert "Elena" not in [row.entry.participant.name for row in grid.rows]
        export_attendance.write(desk, workshop.id, tmp_path / "attendance.csv", names=True, language="en")
        lines = (tmp_path / "attendance.csv").read_text(encoding="utf-8-sig").splitlines()
        assert [line for line in lines if line.startswith("1,")][-1] == "1,2026-11-05,,,,late,in person"
        assert sum(line.startswith("1,") for line in lines) == 6
        assert not any(elena.name in line or elena.code in line for line in lines)
