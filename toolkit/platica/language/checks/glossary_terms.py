"""Agreed terms: where the source uses one, the translation uses its agreed word or a region's variant."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.names import folded
from platica.domain.problem import Severity
from platica.language import tags
from platica.language.checks.pair import Pair, prose
from platica.language.glossary import Term, stem, stems, wordings
from platica.phrases import phrase

_WORD = re.compile(r"[^\W_]+")


def check_glossary(pair: Pair) -> Iterator[Finding]:
    """Warnings for terms said otherwise and for terms that should have stayed; only between English and Spanish."""
    if {tags.base(pair.languages.source), tags.base(pair.languages.target)} != {"en", "es"}:
        return
    source, text = prose(pair.source), prose(pair.text)
    source_stems, text_stems = _stems_of(source), _stems_of(text)
    for term in pair.glossary.terms:
        wanted = _wanted(term, pair)
        if not _uses(term, source, source_stems, pair):
            continue
        if term.stays:
            kept = bool(re.search(rf"(?<!\w){re.escape(term.english)}(?!\w)", text, re.IGNORECASE))
        else:
            kept = any(stems(wording) <= text_stems for cell in wanted for wording in wordings(cell))
        if not kept:
            yield Finding(
                "glossary",
                Severity.WARNING,
                phrase("The agreed word for “{term}” is “{word}”.", term=_own(term, pair), word=wanted[0]),
            )


def _own(term: Term, pair: Pair) -> str:
    return term.english if tags.base(pair.languages.source) == "en" else term.spanish


def _wanted(term: Term, pair: Pair) -> tuple[str, ...]:
    if tags.base(pair.languages.source) == "en":
        return (term.spanish, *term.variants)
    return (term.english,)


def _uses(term: Term, source: str, source_stems: frozenset[str], pair: Pair) -> bool:
    own = _own(term, pair)
    if term.whole_text_only:
        return folded(source).strip(" .:") == folded(own)
    if term.stays:
        return bool(re.search(rf"(?<!\w){re.escape(own)}(?!\w)", source))
    if not stems(own) or not stems(own) <= source_stems:
        return False
    return bool(re.search(rf"(?<!\w){re.escape(folded(own))}(?:e?s)?(?!\w)", folded(source)))


def _stems_of(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(folded(text)))
