"""Which certificate somebody has earned."""

from enum import StrEnum

from platica.domain.completion import completed
from platica.domain.curriculum import CompletionRule


class Award(StrEnum):
    """The two certificates."""

    COMPLETION = "completion"
    """For those who came as often as the curriculum's rule asks."""
    PARTICIPATION = "participation"
    """For those who came at least once and not so often."""


def award_of(rule: CompletionRule | None, meetings: int, attended: int, *, same_for_all: bool = False) -> Award | None:
    """What somebody who came to so many meetings has earned; None for who never came.

    With `same_for_all` everybody who came gets the certificate of participation.
    """
    if not attended:
        return None
    return Award.COMPLETION if not same_for_all and completed(rule, meetings, attended) else Award.PARTICIPATION
