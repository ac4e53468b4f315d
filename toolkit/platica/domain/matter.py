"""What a person must decide: a matter with its choices, and what came of one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from platica.domain.ids import CommitId
from platica.phrases import Phrase


class MatterKind(StrEnum):
    """Why somebody is asked, in the order in which matters are listed."""

    NUMBER = "number"
    """Two people have one number in a workshop."""
    APART = "apart"
    """Computers that did not know of each other wrote different things."""
    REMOVED = "removed"
    """One computer took something away, and another wrote to it."""
    ERASED = "erased"
    """Somebody was erased, and another computer had said who else is the same person."""
    MARKED_TWICE = "marked-twice"
    """Somebody who was on record twice is marked at one session in two ways."""
    DUPLICATE = "duplicate"
    """Two people may be one."""
    CLOCK = "clock"
    """A computer saved with a wrong date."""
    RETENTION = "retention"
    """Somebody has not been heard of for as long as records are kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to settle a matter."""

    letter: str
    sentence: Phrase
    advised: bool = False
    """Whether it is what the program would do."""
    final: Phrase | None = None
    """What must be said before it is done, when it cannot be undone."""


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to settle. The id is another when what is asked is another."""

    id: str
    kind: MatterKind
    sentence: Phrase
    details: tuple[Phrase, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a choice. Without a commit it cannot be undone by undoing a step."""

    sentence: Phrase
    at: datetime | None
    commit: CommitId | None
