"""What a check found in a translation."""

from dataclasses import dataclass

from platica.domain.problem import Severity
from platica.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that looks wrong in a translated text."""

    check: str
    """Id of the check, such as `numbers`."""
    severity: Severity
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class CatalogueFinding:
    """A finding and the message it is about."""

    domain: str
    language: str
    context: str | None
    source: str
    text: str
    finding: Finding
