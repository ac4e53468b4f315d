"""Whom the leader is asked to call."""

from datetime import date, time

from builders.people import roster
from platica.domain.attendance import Mark, Presence
from platica.domain.call_list import Missed, call_list
from platica.domain.ids import MeetingId, ParticipantId, SessionId, WorkshopId
from platica.domain.workshop import Meeting

MEETINGS = tuple(
    Meeting(
        MeetingId(f"m{number}"), WorkshopId("w"), SessionId("s"), number, date(2026, 11, 7 * number - 2), time(18), 90
    )
    for number in (1, 2, 3, 4)
)
PRESENCES = {"p": Presence.PRESENT, "l": Presence.LATE, "e": Presence.EXCUSED, "a": Presence.ABSENT}


def marks(**people: str) -> list[Mark]:
    """A letter for each meeting and person: present, late, excused, absent, or a dot for no mark."""
    return [
        Mark(meeting.id, ParticipantId(f"p{person}"), PRESENCES[letter])
        for person, letters in enumerate(people.values(), 1)
        for meeting, letter in zip(MEETINGS, letters, strict=False)
        if letter != "."
    ]


def called(**people: str) -> list[tuple[str, Missed, int]]:
    calls = call_list(roster(*people), MEETINGS, marks(**people))
    return [(call.entry.participant.name, call.why, call.sessions) for call in calls]


def test_who_was_absent_last_time_is_called_and_who_came_is_not() -> None:
    assert called(Ana="pp", Luz="pa", Eva="pl") == [("Luz", Missed.LAST_TIME, 1)]


def test_sessions_that_were_not_held_yet_do_not_count() -> None:
    assert called(Ana="pp..", Luz="ap..") == []


def test_who_was_excused_once_is_left_in_peace_and_called_after_two_sessions() -> None:
    assert called(Ana="ppp", Luz="ppe", Eva="pee") == [("Eva", Missed.LONGER, 2)]


def test_an_absence_before_a_session_they_came_to_is_forgotten() -> None:
    assert called(Ana="pap") == []


def test_who_has_no_mark_may_have_joined_since_and_is_not_called_for_one_session() -> None:
    assert called(Ana="p", Luz=".") == []
    assert called(Ana="pp", Luz="..") == [("Luz", Missed.ALWAYS, 2)]
    assert called(Ana="pp", Luz="p.") == [("Luz", Missed.LAST_TIME, 1)]


def test_who_was_seen_longest_ago_comes_first_and_who_never_came_last() -> None:
    found = called(Nora="aaaa", Ana="pppa", Luz="paaa", Eva="ppaa", Rosa="pppp")
    assert [name for name, _, _ in found] == ["Luz", "Eva", "Ana", "Nora"]


def test_who_has_left_is_not_called() -> None:
    people = roster("Ana", "Luz")
    gone = type(people)(
        people.workshop, (people.entries[0], type(people.entries[1])(2, people.entries[1].participant, active=False))
    )
    assert call_list(gone, MEETINGS, marks(Ana="pp", Luz="pa")) == ()
