"""Markdown marks: as many bold, italic and code stretches as in the source, and every bracket closed."""

import re
from collections.abc import Iterator

from platica.domain.finding import Finding
from platica.domain.problem import Severity
from platica.language.checks.pair import Pair
from platica.phrases import phrase

_ESCAPED = re.compile(r"\\.", re.DOTALL)
_CODE = re.compile(r"`[^`]*`")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_MARKS = {
    "**": re.compile(r"\*\*"),
    "*": re.compile(r"(?<!\*)\*(?!\*)(?=\S)|(?<=\S)(?<!\*)\*(?!\*)"),
    "_": re.compile(r"(?<!\w)_{1,2}(?=[^\W_])|(?<=[^\s_])_{1,2}(?!\w)"),
    "![": re.compile(r"!\["),
    "](": re.compile(r"\]\("),
}


def check_markdown(pair: Pair) -> Iterator[Finding]:
    """Errors for a mark lost, added or left open."""
    source, text = _ESCAPED.sub("", pair.source), _ESCAPED.sub("", pair.text)
    wanted, there = {"`": source.count("`")}, {"`": text.count("`")}
    source, text = _bare(source), _bare(text)
    for mark, pattern in _MARKS.items():
        wanted[mark], there[mark] = len(pattern.findall(source)), len(pattern.findall(text))
    for mark, count in wanted.items():
        if there[mark] != count:
            yield Finding(
                "markdown",
                Severity.ERROR,
                phrase("{mark} stands {found} times here and {wanted} times in the source.",
                       mark=mark, found=there[mark], wanted=count),
            )  # fmt: skip
    if _open(text) != _open(source):
        yield Finding("markdown", Severity.ERROR, phrase("A bracket is opened and not closed, or the other way round."))


def _bare(text: str) -> str:
    return _ADDRESS.sub("", _CODE.sub("", text))


def _open(text: str) -> int:
    """Brackets left open; those of the two kinds are told apart, list marks such as `a)` count in the source too."""
    return (text.count("[") - text.count("]")) * 1000 + text.count("(") - text.count(")")
