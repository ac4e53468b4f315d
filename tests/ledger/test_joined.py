"""People who were recorded twice: joined they are one in every reading, and they can be two again."""

from pathlib import Path

import pytest

from builders.joined import MARIA, THIRD, URSULA, exchange, told, two_computers
from builders.ledger import WORKSHOP, enrolment, mark, meeting, new_site, person
from platica.domain.attendance import Presence
from platica.domain.participant import Participant
from platica.domain.roster import next_number
from platica.errors import NotFound, Refused
from platica.ledger.site import open_site

LATE, ABSENT = Presence.LATE, Presence.ABSENT


def test_joined_people_are_one_in_every_reading(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        records = site.records
        records.save(mark(1), mark(2, LATE), mark(2, ABSENT, at=2))
        records.settling.join(MARIA, URSULA)
        assert told(site) == [MARIA, THIRD]
        assert records.participant(URSULA) == person(1)
        assert [(one.number, one.also, one.participant) for one in records.enrolments(WORKSHOP)] == [
            (1, (2,), MARIA),
            (3, (), THIRD),
        ]
        assert [(one.number, one.also, one.participant.name) for one in records.roster(WORKSHOP).entries] == [
            (1, (2,), "María"),
            (3, (), "[/]"),
        ]
        assert records.marks(meeting(1).id) == (mark(1),)
        assert records.marks(meeting(2).id) == (mark(1, ABSENT, at=2),)
        assert records.mark(meeting(2).id, URSULA) == records.mark(meeting(2).id, MARIA) == mark(1, ABSENT, at=2)
        assert len(records.marks_of_workshop(WORKSHOP)) == 2
        assert next_number(records.enrolments(WORKSHOP)) == 4


def test_the_number_of_the_duplicate_means_the_one_who_is_kept(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(THIRD, MARIA)
        (entry,) = site.records.roster(WORKSHOP).chosen("1")
        assert (entry.participant.id, entry.numbers) == (THIRD, (3, 1))


def test_a_mark_of_joined_people_is_written_wherever_they_have_one(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.save(mark(2, ABSENT))
        site.records.settling.join(MARIA, URSULA)
        saved = site.records.save(mark(1, LATE))
        assert site.records.marks(meeting().id) == (mark(1, LATE),)
        assert not site.records.settling.marked_twice()
        site.records.undo(saved.commit)
        assert site.records.marks(meeting().id) == (mark(1, ABSENT),)
        site.records.remove(mark(1))
        assert site.records.marks(meeting().id) == ()


def test_marks_that_are_not_alike_are_found_until_one_of_them_is_chosen(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.save(mark(1, LATE), mark(2, ABSENT), mark(1, at=2), mark(2, at=2))
        site.records.settling.join(MARIA, URSULA)
        ((shown, other),) = site.records.settling.marked_twice()
        assert (shown, other) == (mark(1, LATE), mark(1, ABSENT))
        site.records.save(other)
        assert not site.records.settling.marked_twice()
        assert site.records.marks(meeting().id) == (mark(1, ABSENT),)


def test_who_leaves_leaves_under_both_numbers_and_comes_back(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(MARIA, URSULA)
        site.records.save(enrolment(1, active=False))
        assert [one.participant.id for one in site.records.roster(WORKSHOP).active] == [THIRD]
        site.records.save(enrolment(1))
        assert [one.numbers for one in site.records.roster(WORKSHOP).active] == [(1, 2), (3,)]


def test_who_is_kept_takes_over_what_they_did_not_have(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        first, second = person(1), person(2, "Úrsula")
        site.records.save(
            Participant(first.id, first.code, first.name, first.reads),
            Participant(second.id, second.code, second.name, second.reads, second.consent, "555 1234"),
        )
        joined = site.records.settling.join(MARIA, URSULA)
        assert site.records.participant(MARIA).contact == "555 1234"
        site.records.undo(joined.commit)
        assert (site.records.participant(MARIA).contact, len(told(site))) == (None, 3)


def test_separated_people_are_two_and_are_remembered_as_two(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(MARIA, URSULA)
        site.records.settling.separate(URSULA)
        assert told(site) == [MARIA, URSULA, THIRD]
        assert site.records.settling.told_apart() == {frozenset({MARIA, URSULA})}
        with pytest.raises(Refused):
            site.records.settling.separate(URSULA)


def test_a_chain_leads_to_its_end_and_comes_apart_link_by_link(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(URSULA, THIRD)
        site.records.settling.join(MARIA, URSULA)
        assert told(site) == [MARIA]
        assert site.records.roster(WORKSHOP).entries[0].numbers == (1, 2, 3)
        site.records.settling.separate(URSULA)
        assert told(site) == [MARIA, URSULA]
        assert site.records.participant(THIRD).id == URSULA


def test_two_computers_that_join_in_opposite_directions_agree(tmp_path: Path) -> None:
    one, two = two_computers(tmp_path)
    one.records.settling.join(MARIA, URSULA)
    two.records.settling.join(URSULA, MARIA)
    exchange(tmp_path)
    assert told(one) == told(two) == [MARIA, THIRD]
    one.records.settling.separate(URSULA)
    exchange(tmp_path)
    assert told(one) == told(two) == [MARIA, URSULA, THIRD]


def test_a_ring_of_three_computers_ends_somewhere_and_can_be_opened(tmp_path: Path) -> None:
    one, two = two_computers(tmp_path)
    one.records.settling.join(MARIA, URSULA)
    one.records.settling.join(URSULA, THIRD)  # to MARIA, who is kept for URSULA
    two.records.settling.join(THIRD, MARIA)
    exchange(tmp_path)
    assert told(one) == told(two)
    assert len(told(one)) == 1
    (kept,) = told(one)
    one.records.settling.separate(next(other for other in (MARIA, URSULA, THIRD) if other != kept))
    exchange(tmp_path)
    assert told(one) == told(two)
    assert len(told(one)) == 2


def test_joining_is_refused_for_one_person_and_for_nobody(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(MARIA, URSULA)
        with pytest.raises(Refused):
            site.records.settling.join(URSULA, MARIA)
        with pytest.raises(NotFound):
            site.records.settling.join(MARIA, person(9).id)


def test_a_name_that_leads_nowhere_counts_for_nothing(tmp_path: Path) -> None:
    with new_site(tmp_path) as site:
        site.records.settling.join(MARIA, URSULA)
        site.records.remove(person(1))
        assert told(site) == [URSULA, THIRD]
    with open_site(tmp_path) as site:
        assert told(site) == [URSULA, THIRD]


def test_erasing_a_joined_person_erases_both_and_counts_one(tmp_path: Path) -> None:
    one, two = two_computers(tmp_path)
    one.records.save(mark(1), mark(2), mark(2, at=2))
    one.records.settling.join(MARIA, URSULA)
    one.records.erase(URSULA)
    exchange(tmp_path)
    for site in (one, two):
        assert told(site) == [THIRD]
        assert [len(site.records.marks(meeting(at).id)) for at in (1, 2)] == [1, 1]
        assert sorted(place.number for place in site.records.enrolments(WORKSHOP)) == [1, 2, 3]
    for name in ("one", "two"):
        logs = (tmp_path / name / "logs").glob("*.log")
        assert all(MARIA.encode() not in log.read_bytes() for log in logs)
