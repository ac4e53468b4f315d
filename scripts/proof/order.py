"""Whether a screen reader says the words in the order of the source, each once, with every language and picture."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from proof.source import Source
from proof.tree import Said

_DRAWN = re.compile(r"[\d.•◦▪–)(]*")
"""What styles add to words: numbers of steps and of pages, signs of lists."""

_UNSAID = frozenset("-\u2010\u00ad\ufffe\u0002\u200b\u200c\u200d")
"""Hyphens and joiners, which a reader of PDF files changes at the end of a line."""


def order_wrong(source: Source, pages: Sequence[Said]) -> Iterator[str]:
    """What is not said, or not in its place."""
    said = _bare("".join(page.text for page in pages))
    heads = sorted({_bare(head) for head in source.heads}, key=len, reverse=True)
    at = 0
    for place, words in enumerate(source.words):
        wanted = _bare(words)
        found = said.find(wanted, at)
        if found < 0:
            if place not in source.sometimes:
                yield f"not said in its place: {' '.join(words.split())[:60]!r}"
            continue
        between = said[at:found]
        for head in heads:
            between = between.replace(head, "") if head else between
        if not _DRAWN.fullmatch(between):
            if place in source.sometimes:
                continue
            yield f"said too early or twice: {between[:60]!r} before {' '.join(words.split())[:40]!r}"
        at = found + len(wanted)
    pictures = [" ".join(one.split()) for page in pages for one in page.pictures]
    if pictures != [" ".join(one.split()) for one in source.pictures]:
        yield f"pictures are told as {pictures[:6]}, the source has {source.pictures[:6]}"


def languages_wrong(source: Source, tongues: Sequence[str]) -> Iterator[str]:
    """Languages of the source that the tree lacks; an element over two pages counts twice there."""
    missing = Counter(source.languages) - Counter(tongues)
    for language, times in missing.items():
        yield f"{times} changes to the language {language} are not in the tree"


def _bare(text: str) -> str:
    """The text without spaces and hyphens, joined letters apart."""
    spread = unicodedata.normalize("NFKC", text)
    return "".join(sign for sign in spread if not sign.isspace() and sign not in _UNSAID)
