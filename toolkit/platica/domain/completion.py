"""Who completed a workshop."""

from collections.abc import Iterable

from platica.domain.attendance import Mark
from platica.domain.curriculum import CompletionRule
from platica.domain.ids import ParticipantId


def sessions_attended(marks: Iterable[Mark], participant: ParticipantId) -> int:
    """How many meetings the person came to, on time or late, in any way."""
    return len({mark.meeting for mark in marks if mark.participant == participant and mark.presence.came})


def completed(rule: CompletionRule | None, meetings: int, attended: int) -> bool:
    """Whether this many sessions complete the workshop; without a rule, all of its meetings do."""
    return attended >= (min(rule.attend, meetings) if rule else meetings) and attended > 0
