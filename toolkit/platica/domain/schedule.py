"""When the meetings of a workshop are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from platica.domain.workshop import Meeting


def weekly_dates(start: date, count: int, *, weeks: int = 1) -> tuple[date, ...]:
    """Dates on the same weekday, `weeks` apart, from `start`."""
    return tuple(start + timedelta(weeks=weeks * step) for step in range(count))


def next_meeting(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """The first meeting that has not ended, or None when all are over."""
    coming = (meeting for meeting in meetings if meeting.starts + timedelta(minutes=meeting.minutes) > now)
    return min(coming, key=lambda meeting: (meeting.starts, meeting.id), default=None)


def moved(meeting: Meeting, on: date | None = None, at: time | None = None) -> Meeting:
    """The meeting on another date, at another time, or both."""
    return replace(meeting, on=on or meeting.on, at=at or meeting.at)
