"""Papers of the organization itself."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """The sheet for the safe: a code that opens the records."""

    organization: str
    groups: tuple[str, ...]
    """The groups of the code in order, each with its check sign."""

    @property
    def personal(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class ErasureView:
    """The confirmation that a person was erased; it names nobody, a name is written by hand."""

    organization: str
    computer: str
    on: date
    records: int
    """How often the person was recorded."""
    contact: bool
    consent: bool
    workshops: int
    marks: int
    sheets: int
    """Sign-in sheets on paper that still bear the name."""

    @property
    def personal(self) -> bool:
        return True
