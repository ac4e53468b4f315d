"""Agreed terms: where the source uses one, the translation uses its agreed word or a region's variant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from platica.domain.finding import Finding
from platica.domain.names import folded
from platica.domain.problem import Severity
from platica.language import tags
from platica.language.checks.pair import Pair, prose
from platica.language.glossary import Term, stem, stems, wordings
from platica.phrases import phrase

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """A text in the shapes terms are looked for in."""

    plain: str
    folded: str
    stems: frozenset[str]


def check_glossary(pair: Pair) -> Iterator[Finding]:
    """Warnings for terms said otherwise and for terms that should have stayed; only between English and Spanish."""
    source_language = tags.base(pair.languages.source)
    if {source_language, tags.base(pair.languages.target)} != {"en", "es"} or not pair.glossary.terms:
        return
    source, text = _words(pair.source), _words(pair.text)
    for term in pair.glossary.terms:
        own = term.english if source_language == "en" else term.spanish
        wanted = (term.spanish, *term.variants) if source_language == "en" else (term.english,)
        if _uses(term, own, source) and not _kept(term, wanted, text):
            sentence = phrase("The agreed word for “{term}” is “{word}”.", term=own, word=wanted[0])
            yield Finding("glossary", Severity.WARNING, sentence)


def _words(text: str) -> _Words:
    plain = prose(text)
    bare = folded(plain)
    return _Words(plain, bare, frozenset(map(stem, _WORD.findall(bare))))


def _uses(term: Term, own: str, source: _Words) -> bool:
    if term.stays:
        return own in source.plain and _stands_alone(own, source.plain)
    if not stems(own) or not stems(own) <= source.stems:
        return False
    if term.whole_text_only:
        return source.folded.strip(" .:") == folded(own)
    return bool(re.search(rf"(?<!\w){re.escape(folded(own))}(?:e?s)?(?!\w)", source.folded))


def _kept(term: Term, wanted: tuple[str, ...], text: _Words) -> bool:
    if term.stays:
        return _stands_alone(term.english, text.plain)
    return any(stems(wording) <= text.stems for cell in wanted for wording in wordings(cell))


def _stands_alone(term: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE))
