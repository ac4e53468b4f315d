"""Who completed a workshop."""

from collections.abc import Iterable

from platica.domain.attendance import Mark
from platica.domain.curriculum import CompletionRule
from platica.domain.ids import MeetingId, ParticipantId


def meetings_attended(marks: Iterable[Mark], participant: ParticipantId) -> frozenset[MeetingId]:
    """The meetings the person came to, on time or late, in any way."""
    return frozenset(mark.meeting for mark in marks if mark.participant == participant and mark.presence.came)


def sessions_attended(marks: Iterable[Mark], participant: ParticipantId) -> int:
    """How many meetings the person came to, on time or late, in any way."""
    return len(meetings_attended(marks, participant))


def sessions_needed(rule: CompletionRule | None, meetings: int) -> int:
    """How many sessions complete a workshop of so many; without a rule all of them."""
    return min(rule.attend, meetings) if rule else meetings


def completed(rule: CompletionRule | None, meetings: int, attended: int) -> bool:
    """Whether this many sessions complete the workshop."""
    return attended >= sessions_needed(rule, meetings) and attended > 0
