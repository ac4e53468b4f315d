"""Characters nobody sees: control, zero-width and direction marks."""

import unicodedata
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair
from platica.phrases import phrase

_ALLOWED = frozenset("\n\u200d")
"""Line ends, and the joiner inside emoji."""
_BROKEN = "\ufffd"


def check_control_characters(pair: Pair) -> Iterator[Finding]:
    """Errors for invisible characters the source does not have."""
    for char in sorted(set(pair.text) - set(pair.source) - _ALLOWED):
        if char == _BROKEN or unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
            code = f"U+{ord(char):04X}"
            sentence = phrase("The text holds the invisible or broken character {code}.", code=code)
            yield Finding("control-characters", Severity.ERROR, sentence)
