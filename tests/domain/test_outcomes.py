"""The numbers of a group, and what of them is never shown."""

from datetime import date, time

import pytest

from platica.domain.attendance import Mark, Presence
from platica.domain.ids import MeetingId, ParticipantId, SessionId, WorkshopId
from platica.domain.measure import Measure
from platica.domain.outcomes import Outcomes, outcomes_of
from platica.domain.participant import Participant, Reads
from platica.domain.roster import Roster, RosterEntry
from platica.domain.workshop import Meeting

WORKSHOP = WorkshopId("w")


def person(number: int) -> ParticipantId:
    return ParticipantId(f"p{number}")


def roster(count: int) -> Roster:
    people = [Participant(person(n), f"C{n}", f"Name {n}", Reads("es")) for n in range(1, count + 1)]
    return Roster(WORKSHOP, tuple(RosterEntry(n, one) for n, one in enumerate(people, 1)))


def meeting(number: int, heads: int | None = None, faces: tuple[int, ...] | None = None) -> Meeting:
    return Meeting(
        MeetingId(f"m{number}"), WORKSHOP, SessionId("s"), number, date(2026, 11, number), time(18), 90, heads, faces
    )


def came(number: int, *people: int) -> list[Mark]:
    return [Mark(MeetingId(f"m{number}"), person(n), Presence.PRESENT) for n in people]


def counted(found: Outcomes) -> list[int | None]:
    return [one.came for one in found.meetings]


def test_rates_are_over_the_sessions_that_were_held() -> None:
    marks = [*came(1, 1, 2, 3, 4, 5, 6), *came(2, 1, 2, 3, 4, 5), Mark(MeetingId("m2"), person(6), Presence.ABSENT)]
    found = outcomes_of(roster(8), [meeting(1), meeting(2), meeting(3)], marks, ())
    assert found.enrolled == 8
    assert counted(found) == [6, 5]
    assert found.attendance == pytest.approx(11 / 16)
    assert found.kept_on == 5
    assert (found.confidence, found.faces) == (None, ())


def test_a_session_of_four_is_not_shown_and_no_rate_gives_it_away() -> None:
    found = outcomes_of(roster(8), [meeting(1), meeting(2)], [*came(1, 1, 2, 3, 4, 5), *came(2, 1, 2, 3, 4)], ())
    assert counted(found) == [5, None]
    assert found.attendance is None


def test_of_a_group_of_four_nothing_is_shown() -> None:
    found = outcomes_of(roster(4), [meeting(1)], came(1, 1, 2, 3, 4), ())
    assert (found.enrolled, counted(found), found.attendance, found.kept_on) == (None, [None], None, None)


def test_people_counted_in_the_room_count_where_more_were_than_are_marked() -> None:
    found = outcomes_of(roster(8), [meeting(1, heads=9), meeting(2, heads=20)], came(1, 1, 2, 3, 4, 5, 6), ())
    assert counted(found) == [9, 20]
    assert found.attendance == pytest.approx(6 / 8)


def test_confidence_needs_five_people_who_answered_twice() -> None:
    def answers(people: int) -> list[Measure]:
        return [Measure(MeetingId(f"m{at}"), person(n), 3 + 2 * at) for n in range(1, people + 1) for at in (1, 2)]

    meetings = [meeting(1), meeting(2)]
    assert outcomes_of(roster(8), meetings, (), answers(4)).confidence is None
    change = outcomes_of(roster(8), meetings, (), answers(5)).confidence
    assert change is not None
    assert (change.people, change.before, change.after) == (5, 5.0, 7.0)


@pytest.mark.parametrize(
    ("sessions", "shown"),
    [
        ([(0, 1, 2, 5, 7)], (None, None, None, 5, 7)),
        ([(0, 0, 5, 6, 9), (0, 6, 5, 6, 9)], (None, None, 10, 12, 18)),
        ([(5, 6, 7, 8, 9)], (5, 6, 7, 8, 9)),
    ],
)
def test_a_face_few_circled_is_hidden_and_never_alone(
    sessions: list[tuple[int, ...]], shown: tuple[int | None, ...]
) -> None:
    meetings = [meeting(n, faces=faces) for n, faces in enumerate(sessions, 1)]
    assert outcomes_of(roster(8), meetings, (), ()).faces == shown
