"""How far a translation has come."""

from collections.abc import Mapping
from dataclasses import dataclass

from platica.domain.document import TextState


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many messages of a domain are in which state in one language."""

    domain: str
    language: str
    counts: Mapping[TextState, int]

    def count(self, state: TextState) -> int:
        return self.counts.get(state, 0)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def sound(self) -> int:
        return sum(count for state, count in self.counts.items() if state.sound)

    @property
    def percent(self) -> int:
        """Whole percent that is sound, rounded down so that 100 means all; 100 when there is nothing to translate."""
        return self.sound * 100 // self.total if self.total else 100

    @property
    def complete(self) -> bool:
        """Whether every message is sound."""
        return self.sound == self.total
