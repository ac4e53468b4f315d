"""Beginnings and ends: spaces at the edges, doubled spaces, and the closing mark of a sentence."""

from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair
from platica.phrases import Phrase, phrase

_ENDS = ".:?!…"
_AFTER_END = "\"'”’»)*_` "


def check_edges(pair: Pair) -> Iterator[Finding]:
    """Warnings where the translation begins, ends or is spaced unlike the source."""
    if _space(pair.source) != _space(pair.text):
        yield _finding(phrase("The spaces at the beginning or the end differ from the source."))
    if "  " in pair.text and "  " not in pair.source:
        yield _finding(phrase("Two spaces stand where one would do."))
    wanted, there = _end(pair.source), _end(pair.text)
    if wanted != there:
        yield _finding(
            phrase("The source ends with “{wanted}”, the translation with “{found}”.", wanted=wanted, found=there)
            if wanted and there
            else phrase("One ends with “{mark}”, the other does not.", mark=wanted or there)
        )


def _space(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _end(text: str) -> str:
    last = text.rstrip().rstrip(_AFTER_END)[-1:]
    return last if last and last in _ENDS else ""


def _finding(sentence: Phrase) -> Finding:
    return Finding("edges", Severity.WARNING, sentence)
