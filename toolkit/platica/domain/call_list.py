"""Whom to call: who did not come last time, or not for two sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from platica.domain.attendance import Mark, Presence
from platica.domain.ids import MeetingId, ParticipantId
from platica.domain.roster import Roster, RosterEntry
from platica.domain.workshop import Meeting

_LONG = 2
"""After so many sessions in a row somebody is called even if they said that they would not come."""


class Missed(StrEnum):
    """Why somebody is on the list."""

    LAST_TIME = "last time"
    LONGER = "longer"
    """Two sessions or more in a row."""
    ALWAYS = "always"
    """They were never there, in two sessions or more."""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to call."""

    entry: RosterEntry
    why: Missed
    sessions: int
    """How many sessions in a row they were not there."""
    last_seen: Meeting | None


def call_list(roster: Roster, meetings: Sequence[Meeting], marks: Sequence[Mark]) -> tuple[Call, ...]:
    """Who is to be called after the last meeting at which somebody was marked; who was seen longest ago comes first.

    Those who never came stand last. Somebody excused from the last session alone is left in peace. Without a mark of
    them at all, nobody is called for the last time alone: they may have joined since.
    """
    held = [meeting for meeting in meetings if any(mark.meeting == meeting.id for mark in marks)]
    known = {(mark.meeting, mark.participant): mark.presence for mark in marks}
    found = [call for entry in roster.active if (call := _call(entry, held, known))]
    return tuple(sorted(found, key=lambda call: (call.last_seen is None, -call.sessions, call.entry.number)))


def _call(
    entry: RosterEntry, held: Sequence[Meeting], known: Mapping[tuple[MeetingId, ParticipantId], Presence]
) -> Call | None:
    """Why and since when somebody is missed; None for who is not."""
    presences = [known.get((meeting.id, entry.participant.id)) for meeting in held]
    came = [place for place, presence in enumerate(presences) if presence and presence.came]
    away = len(held) - 1 - came[-1] if came else len(held)
    last = held[came[-1]] if came else None
    if away >= _LONG:
        return Call(entry, Missed.LONGER if last else Missed.ALWAYS, away, last)
    if away and presences[-1] is not Presence.EXCUSED and (last or presences[-1]):
        return Call(entry, Missed.LAST_TIME, away, last)
    return None
