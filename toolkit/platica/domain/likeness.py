"""Whether two names may be one person's, written differently: for suggestions to a person, never to decide.

A name becomes a *skeleton*: accents, case, look-alike letters, digits for letters, and letters that sound alike in
Spanish do not count, nor does the order of its words. A name in quotes or parentheses, «Lola», is another first name.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from platica.domain.names import folded

_ALIKE = str.maketrans(
    "авеікмнорсстухјѕαβεικνοτυχ01345",
    "abeikmhopcctyxjsabeiknotuxoleas",
)
"""Cyrillic and Greek letters that look like Latin ones, and digits typed for letters."""
_SOUNDS = (
    (r"ph", "f"),
    (r"sh|sch", "ch"),
    (r"qu(?=[ei])|q|ck", "k"),
    (r"c(?=[ei])|z|ç|ss", "s"),
    (r"c(?!h)", "k"),
    (r"(?<!c)h", ""),
    (r"gu(?=[ei])", "G"),
    (r"g(?=[ei])|x", "j"),
    (r"G", "g"),
    (r"ll|y", "i"),
    (r"v|w", "b"),
    (r"(.)\1+", r"\1"),
)
"""Letters that stand for one sound in Spanish, in the order they are replaced."""
_PATTERNS = tuple((re.compile(pattern), instead) for pattern, instead in _SOUNDS)
_NICKNAME = re.compile(r"[«“”\"'‘’(]\s*([^«»“”\"'‘’()]+?)\s*[»“”\"'‘’)]")
_DIGITS = re.compile(r"\d+")
_SMALL = frozenset({"de", "del", "la", "las", "los", "i", "da", "dos"})
"""Words between names that people leave out."""
_LETTERS_FOR_A_SLIP = 5
"""From how many letters on one wrong letter may be a slip."""


def skeleton(word: str) -> str:
    """A word by what it sounds like."""
    bare = "".join(sign for sign in folded(word).translate(_ALIKE) if sign.isalnum())
    for pattern, instead in _PATTERNS:
        bare = pattern.sub(instead, bare)
    return bare


def written_as(name: str) -> frozenset[tuple[str, ...]]:
    """The names a person may go by: skeletons of the words, in order of the alphabet; with a nickname several."""
    nicknames = _NICKNAME.findall(name)
    plain = _words(_NICKNAME.sub(" ", name))
    found = {plain}
    for nickname in nicknames:
        also = _words(nickname)
        found |= {(*also, *plain), (*also, *plain[1:])}
    return frozenset(tuple(sorted(words)) for words in found if words)


def alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    """Whether two names, as `written_as` gives them, may be one person's."""
    return any(_alike(words, others) for words in one for others in other)


def numbered(one: str, other: str) -> bool:
    """Whether two names differ in numbers alone, as `Persona 1` and `Persona 12` do: they were given to two people."""
    bare, others = (_DIGITS.sub("", folded(name)).split() for name in (one, other))
    return bare == others and folded(one) != folded(other)


def keys_of(ways: frozenset[tuple[str, ...]]) -> Iterator[str]:
    """Texts of which two names that are alike share one, so that not everybody is compared with everybody."""
    for words in ways:
        whole = "".join(words)
        yield whole
        for less in combinations(words, len(words) - 1):
            if len(less) > 1:
                yield "".join(less)
        if len(whole) >= _LETTERS_FOR_A_SLIP:
            yield from (whole[:at] + whole[at + 1 :] for at in range(len(whole)))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for part in re.split(r"[\s\-.,]+", name) if (word := skeleton(part)) and word not in _SMALL)


def _alike(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    fewer, more = sorted((words, others), key=len)
    if 1 < len(fewer) < len(more) == len(fewer) + 1 and set(fewer) <= set(more):
        return True  # a second family name left out
    one, other = "".join(words), "".join(others)
    return one == other or (min(len(one), len(other)) >= _LETTERS_FOR_A_SLIP and _one_slip(one, other))


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter is missing, too many, wrong, or traded with its neighbour."""
    shorter, longer = sorted((one, other), key=len)
    same = next((at for at, pair in enumerate(zip(shorter, longer, strict=False)) if pair[0] != pair[1]), len(shorter))
    left, right = shorter[same:], longer[same:]
    if len(left) < len(right):
        return left == right[1:]
    return left[1:] == right[1:] or (left[:2] == right[1::-1] and left[2:] == right[2:])
