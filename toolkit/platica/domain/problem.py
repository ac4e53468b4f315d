"""What a check found in a content file."""

from dataclasses import dataclass
from enum import StrEnum

from platica.phrases import Phrase


class Severity(StrEnum):
    """Whether a problem stops the text from being used."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """What was found and what would be right, and where: `curricula/family-table/sessions/plate.md:12`."""

    severity: Severity
    phrase: Phrase
    place: str
