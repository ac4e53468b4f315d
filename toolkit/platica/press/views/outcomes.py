"""The numbers of a group on paper."""

from dataclasses import dataclass

from platica.domain.outcomes import Outcomes


@dataclass(frozen=True, slots=True)
class OutcomesView:
    """What a group achieved; counts only, of nobody."""

    organization: str
    workshop: str
    outcomes: Outcomes

    @property
    def personal(self) -> bool:
        return False
