"""What a group achieved, in counts that give nobody away.

Attendance rate: attendances by enrolled people times sessions held. Kept on: who came to at least two thirds of the
sessions held, by enrolled people. Confidence: the mean of the first and of the last answer of the same people. Counts
of fewer than five people are not shown, as is usual where small numbers would tell who is meant.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from platica.domain.attendance import Mark
from platica.domain.ids import MeetingId, ParticipantId
from platica.domain.measure import Change, Measure, paired_change
from platica.domain.roster import Roster
from platica.domain.workshop import Meeting

FEWEST = 5
"""People that a count must be of to be shown."""


@dataclass(frozen=True, slots=True)
class MeetingCount:
    """How many came to a session that was held."""

    number: int
    on: date
    came: int | None
    """None when it was fewer than five."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The numbers of a group; None stands for what must not be shown or is not known."""

    enrolled: int | None
    meetings: tuple[MeetingCount, ...]
    attendance: float | None
    """From 0 to 1."""
    kept_on: int | None
    confidence: Change | None
    faces: tuple[int | None, ...]
    """How many circled each face in all sessions, from very bad to very good; empty where nobody counted."""


def outcomes_of(
    roster: Roster, meetings: Sequence[Meeting], marks: Iterable[Mark], measures: Iterable[Measure]
) -> Outcomes:
    """The numbers of a workshop, over the sessions that were held."""
    came: dict[MeetingId, set[ParticipantId]] = {}
    for mark in marks:
        held = came.setdefault(mark.meeting, set())
        if mark.presence.came:
            held.add(mark.participant)
    known = [meeting for meeting in meetings if meeting.id in came or meeting.heads is not None]
    enrolled = len(roster.entries)
    counts = {meeting.id: _count(meeting, came) for meeting in known}
    shown = tuple(MeetingCount(meeting.number, meeting.on, _shown(counts[meeting.id])) for meeting in known)
    whole = enrolled >= FEWEST and all(one.came is not None for one in shown)
    named = [meeting for meeting in known if meeting.id in came]
    return Outcomes(
        enrolled=_shown(enrolled),
        meetings=shown,
        attendance=_rate(enrolled, [len(came[one.id]) for one in named]) if whole else None,
        kept_on=_shown(_kept_on(roster, came)) if enrolled >= FEWEST else None,
        confidence=_safe(paired_change(measures, [meeting.id for meeting in meetings])),
        faces=_faces(meetings),
    )


def _count(meeting: Meeting, came: Mapping[MeetingId, set[ParticipantId]]) -> int:
    """The people counted in the room, or those marked when more were, as some take part from elsewhere."""
    return max(meeting.heads or 0, len(came.get(meeting.id, ())))


def _shown(count: int) -> int | None:
    return count if count >= FEWEST else None


def _rate(enrolled: int, attendances: Sequence[int]) -> float | None:
    return sum(attendances) / (enrolled * len(attendances)) if attendances else None


def _kept_on(roster: Roster, came: Mapping[MeetingId, set[ParticipantId]]) -> int:
    return sum(
        3 * sum(entry.participant.id in people for people in came.values()) >= 2 * len(came) > 0
        for entry in roster.entries
    )


def _safe(change: Change | None) -> Change | None:
    return change if change is not None and change.people >= FEWEST else None


def _faces(meetings: Iterable[Meeting]) -> tuple[int | None, ...]:
    """Every face added up; when one alone would be hidden the next smallest is too, so that no difference tells it."""
    counted = [meeting.faces for meeting in meetings if meeting.faces is not None]
    totals = [sum(column) for column in zip(*counted, strict=True)]
    hidden = {place for place, total in enumerate(totals) if total < FEWEST}
    if len(hidden) == 1 and len(totals) > 1:
        hidden.add(min((place for place in range(len(totals)) if place not in hidden), key=lambda at: totals[at]))
    return tuple(None if place in hidden else total for place, total in enumerate(totals))
