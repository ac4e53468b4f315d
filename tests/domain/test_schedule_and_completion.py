"""When meetings are, and who completed."""

from datetime import date, datetime, time

import pytest

from platica.domain.attendance import Mark, Presence, Way
from platica.domain.completion import completed, sessions_attended
from platica.domain.curriculum import CompletionRule
from platica.domain.ids import MeetingId, ParticipantId, SessionId, WorkshopId
from platica.domain.schedule import moved, next_meeting, weekly_dates
from platica.domain.workshop import Meeting

ANA = ParticipantId("ana")


def meeting(number: int, day: int) -> Meeting:
    return Meeting(MeetingId(f"m{number}"), WorkshopId("w"), SessionId("s"), number, date(2026, 11, day), time(18), 90)


def mark(meeting_id: str, presence: Presence, way: Way = Way.IN_PERSON) -> Mark:
    return Mark(MeetingId(meeting_id), ANA, presence, way)


def test_weekly_dates_keep_the_weekday_across_a_year() -> None:
    assert weekly_dates(date(2026, 12, 24), 3) == (date(2026, 12, 24), date(2026, 12, 31), date(2027, 1, 7))


def test_the_meeting_going_on_is_the_next_one() -> None:
    meetings = [meeting(1, 12), meeting(2, 19), meeting(3, 26)]
    found = next_meeting(meetings, datetime(2026, 11, 19, 19, 0))  # noqa: DTZ001
    assert found == meetings[1]


def test_after_the_last_meeting_there_is_no_next() -> None:
    assert next_meeting([meeting(1, 12)], datetime(2026, 11, 12, 19, 31)) is None  # noqa: DTZ001


def test_moving_only_the_time_keeps_the_date() -> None:
    assert moved(meeting(1, 12), at=time(9)).starts == datetime(2026, 11, 12, 9)  # noqa: DTZ001


def test_late_online_and_make_up_count_as_coming_and_a_meeting_counts_once() -> None:
    marks = [
        mark("m1", Presence.LATE),
        mark("m2", Presence.PRESENT, Way.ONLINE),
        mark("m2", Presence.PRESENT, Way.MAKE_UP),
        mark("m3", Presence.EXCUSED),
        mark("m4", Presence.ABSENT),
    ]
    assert sessions_attended(marks, ANA) == 2


@pytest.mark.parametrize(
    ("rule", "meetings", "attended", "done"),
    [
        (CompletionRule(4), 6, 4, True),
        (CompletionRule(4), 6, 3, False),
        (CompletionRule(4), 2, 2, True),
        (None, 3, 2, False),
        (None, 3, 3, True),
        (CompletionRule(4), 0, 0, False),
    ],
)
def test_completing_follows_the_rule(rule: CompletionRule | None, meetings: int, attended: int, done: bool) -> None:
    assert completed(rule, meetings, attended) is done
