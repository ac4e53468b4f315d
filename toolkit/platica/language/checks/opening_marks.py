"""Spanish opens questions and exclamations: ¿ before ?, ¡ before !."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair, prose
from platica.phrases import phrase

_OPENING, _CLOSING = re.compile(r"[¿¡]+"), re.compile(r"[?!]+")


def check_opening_marks(pair: Pair) -> Iterator[Finding]:
    """A warning where opening and closing marks do not pair up in Spanish."""
    if not pair.languages.to_spanish:
        return
    text = re.sub(r"(?:<!--|!(?=\[))", " ", prose(pair.text))
    if len(_OPENING.findall(text)) != len(_CLOSING.findall(text)):
        sentence = phrase("Each ? needs a ¿ before it, and each ! a ¡.")
        yield Finding("opening-marks", Severity.WARNING, sentence)
