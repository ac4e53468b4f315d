"""The typed door: what is saved comes back, in the order of paper."""

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.ledger import (
    NOON,
    WORKSHOP,
    clock_at,
    enrolment,
    leader,
    mark,
    meeting,
    new_site,
    person,
    sheet,
    workshop,
)
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.ids import MeetingId, ParticipantId, WorkshopId
from platica.domain.participant import Consent, Participant, ReadingStyle, Reads
from platica.domain.workshop import Meeting
from platica.errors import NotFound, SiteError
from platica.ledger.codecs import CODECS, Record
from platica.ledger.records import new_id
from platica.ledger.site import create_site, open_site

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PARTICIPANTS = st.builds(
    Participant,
    id=st.just(ParticipantId("p")),
    code=TEXT,
    name=TEXT,
    reads=st.builds(Reads, language=TEXT, style=st.sampled_from(ReadingStyle)),
    consent=st.none() | st.builds(Consent, on=st.dates(), text_version=TEXT),
    contact=st.none() | TEXT,
)
MEETINGS = st.builds(
    Meeting,
    id=st.just(MeetingId("m")),
    workshop=st.just(WorkshopId("w")),
    session=TEXT,
    number=st.integers(1, 99),
    on=st.dates(),
    at=st.times().map(lambda at: time(at.hour, at.minute)),
    minutes=st.integers(1, 600),
    heads=st.none() | st.integers(0, 500),
)


@given(PARTICIPANTS | MEETINGS)
def test_a_record_turned_into_fields_and_back_is_the_same(record: Record) -> None:
    codec = CODECS[type(record)]
    assert codec.record(codec.key(record), codec.fields(record)) == record


def test_what_was_saved_is_there_after_opening_again(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2, Presence.LATE), sheet(), leader())
    with open_site(tmp_path / "site") as site:
        records = site.records
        assert records.workshops() == (workshop(),)
        assert records.meetings(WORKSHOP) == (meeting(1), meeting(2))
        assert records.marks(meeting().id) == (mark(1), mark(2, Presence.LATE))
        assert records.marks(meeting(2).id) == ()
        assert records.sheets(meeting().id) == (records.sheet("KAT-1-P"),) == (sheet(),)
        assert records.leaders() == (records.leader(leader().id),) == (leader(),)


def test_a_roster_is_in_the_order_of_numbers_and_keeps_those_who_left(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(enrolment(2, active=False))
        roster = site.records.roster(WORKSHOP)
    assert [(entry.number, entry.participant.name, entry.active) for entry in roster.entries] == [
        (1, "María", True),
        (2, "Úrsula", False),
        (3, "[/]", True),
    ]


def test_meetings_are_in_the_order_of_their_numbers_when_one_moves(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(replace(meeting(1), number=3, on=date(2026, 12, 24)))
        assert [one.number for one in site.records.meetings(WORKSHOP)] == [2, 3]


def test_marks_of_a_workshop_come_meeting_by_meeting(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1, at=2), mark(1, at=1), mark(2, at=2))
        assert site.records.marks_of_workshop(WORKSHOP) == (mark(1, at=1), mark(1, at=2), mark(2, at=2))


def test_a_mark_that_was_not_made_is_none(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        assert site.records.mark(meeting().id, person(1).id) == mark(1)
        assert site.records.mark(meeting().id, person(2).id) is None


def test_saving_what_is_saved_already_writes_nothing(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        first = site.records.save(mark(1), mark(2))
        again = site.records.save(mark(1), mark(2, Presence.LATE))
        once_more = site.records.save(mark(1))
    assert (first.changed, again.changed, once_more.changed) == (2, 1, 0)
    assert once_more.commit == ""


def test_only_the_field_that_differs_becomes_a_change(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        saved = site.records.save(replace(mark(1), way=Way.ONLINE), by=leader().id)
        (change,) = site._ledger.changes_of(saved.commit)
    assert change["set"] == {"way": "online"}
    assert change["was"] == {"way": "in-person"}
    assert change["leader"] == leader().id


def test_a_contact_can_be_taken_away_again(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(replace(person(1), contact="555 0100"))
        site.records.save(person(1))
        assert site.records.participant(person(1).id).contact is None


def test_fields_of_a_newer_version_stay(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        people = site.db.table("participants")
        people.update({"pronoun": "ella"}, doc_ids=[person(1).id])  # type: ignore[list-item]
        site.records.save(person(1, "María José"))
        kept = people.get(doc_id=person(1).id)  # type: ignore[call-overload]
    assert (kept["pronoun"], kept["name"]) == ("ella", "María José")


def test_a_record_that_cannot_be_understood_is_named(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        site.db.table("marks").update({"presence": "asleep"})
        with pytest.raises(SiteError, match="of the table marks cannot be understood"):
            site.records.marks(meeting().id)


def test_a_removed_record_is_gone_and_starts_empty_when_it_comes_back(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(replace(person(1), contact="555 0100"))
        assert site.records.remove(person(1)).changed == 1
        assert site.records.remove(person(1)).changed == 0
        with pytest.raises(NotFound):
            site.records.participant(person(1).id)
        site.records.save(person(1))
        assert site.records.participant(person(1).id).contact is None


def test_what_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site, pytest.raises(NotFound, match="no workshop nowhere"):
        site.records.workshop(WorkshopId("nowhere"))


def test_the_time_of_saving_is_the_clock_s(tmp_path: Path) -> None:
    with create_site(tmp_path / "site", clock=clock_at()) as site:
        assert site.records.save(mark()).at == NOON


def test_new_ids_are_long_lower_case_and_differ() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert all(len(one) == 16 and one.isascii() and one.isalnum() and one == one.lower() for one in ids)


def test_a_mark_is_one_record_however_often_it_is_made(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(*(Mark(meeting().id, person(1).id, presence) for presence in Presence))
        assert site.records.marks(meeting().id) == (mark(1, Presence.ABSENT),)
