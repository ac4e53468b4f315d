"""The activities of a session on a clock that starts at 0:00."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from platica.domain.document import ActivityText


@dataclass(frozen=True, slots=True)
class TimeSlot:
    """An activity with the minutes after the start at which it begins and ends."""

    activity: ActivityText
    begin: int
    end: int
    wall: time | None = None
    """The time on the wall when it begins, where the start is known."""
    wall_end: time | None = None


def time_slots(activities: Sequence[ActivityText], starts: time | None = None) -> tuple[TimeSlot, ...]:
    """The activities one after the other."""
    slots: list[TimeSlot] = []
    begin = 0
    for activity in activities:
        end = begin + activity.minutes
        slots.append(TimeSlot(activity, begin, end, _later(starts, begin), _later(starts, end)))
        begin = end
    return tuple(slots)


def _later(starts: time | None, minutes: int) -> time | None:
    return (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time() if starts else None


def clock(minutes: int) -> str:
    """Minutes as hours and minutes: `0:05`, `1:30`."""
    return f"{minutes // 60}:{minutes % 60:02}"


def total_minutes(slots: Sequence[TimeSlot]) -> int:
    """When the last activity ends."""
    return slots[-1].end if slots else 0


def left(slot: TimeSlot, whole: int) -> float:
    """Where its bar begins, in per cent of the session."""
    return round(100 * slot.begin / max(whole, 1), 1)


def share(slot: TimeSlot, whole: int) -> float:
    """How wide its bar is, in per cent of the session."""
    return round(100 * slot.activity.minutes / max(whole, 1), 1)
