"""Placeholders such as `{name}`: those of the source and no others."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair
from platica.phrases import Phrase, phrase

_SLOT = re.compile(r"\{(\w+)\}")
_COUNT = "count"
"""In a plural form it may be said in words: `una persona`."""


def check_placeholders(pair: Pair) -> Iterator[Finding]:
    """Errors for a placeholder that is lost, unknown or broken."""
    wanted, there = set(_SLOT.findall(pair.source)), set(_SLOT.findall(pair.text))
    for name in sorted(wanted - there - ({_COUNT} if pair.counted else set())):
        yield _finding(phrase("The placeholder {slot} of the source is not in the translation.", slot=f"{{{name}}}"))
    for name in sorted(there - wanted):
        yield _finding(phrase("The placeholder {slot} is not in the source.", slot=f"{{{name}}}"))
    if _loose(pair.text) > _loose(pair.source):
        yield _finding(phrase("A brace stands alone; a placeholder looks like {slot}.", slot="{name}"))


def _loose(text: str) -> int:
    bare = _SLOT.sub("", text)
    return bare.count("{") + bare.count("}")


def _finding(sentence: Phrase) -> Finding:
    return Finding("placeholders", Severity.ERROR, sentence)
