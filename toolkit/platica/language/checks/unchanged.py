"""A translation that is the source again."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair, prose
from platica.language.checks.units import UNIT_NAMES
from platica.phrases import phrase

_WORD = re.compile(r"[^\W\d_]{2,}")


def check_unchanged(pair: Pair) -> Iterator[Finding]:
    """A warning for a text left as it was, unless all its words are initials, units or terms that stay."""
    if pair.source != pair.text:
        return
    stays = {word.lower() for term in pair.glossary.terms if term.stays for word in _WORD.findall(term.english)}
    same = {term.english.lower() for term in pair.glossary.terms if term.english.lower() == term.spanish.lower()}
    words = [word for word in _WORD.findall(prose(pair.text)) if _says_something(word) and word.lower() not in stays]
    if words and pair.text.lower().strip(" .:") not in same:
        yield Finding("unchanged", Severity.WARNING, phrase("The translation is the same as the source."))


def _says_something(word: str) -> bool:
    return not word.isupper() and word.lower() not in UNIT_NAMES
