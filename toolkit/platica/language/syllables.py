"""Syllables of a word: Spanish by the rules of its spelling, English by its vowel groups.

The Spanish rules are those of the academies' *Ortografía* (2010) as people speak in the Americas: two strong vowels, or
a strong and an accented weak one, part; all others stay together. The English count is an estimate.
"""

import re
import unicodedata

_STRONG, _WEAK, _WEAK_ACCENTED = frozenset("aeoáéó"), frozenset("iuü"), frozenset("íú")
_VOWELS = _STRONG | _WEAK | _WEAK_ACCENTED
_SPANISH_SPELLING = (
    (re.compile("qu(?=[eéií])"), "q"),
    (re.compile("gu(?=[eéií])"), "g"),
    (re.compile("hu(?=[aeioáéíó])"), "w"),
    (re.compile("y(?![aeiouáéíóú])"), "i"),
)
"""Silent u; hu before a vowel, which begins a syllable; y where it is a vowel."""

_SILENT_END = re.compile(r"(?:([^laeiouy])es|([^td])ed|([^l])e)$")
_SOUNDED_END = re.compile(r"(?:s|z|ch|sh|g|c|x|bet)es$")
_ENGLISH_VOWELS = re.compile("[aeiouy]+")
_APART = re.compile(
    r"i[ao](?!u)(?<![tcsg]io)(?<![tc]ia)|[^q]u[ao]|eo(?!u)(?<!peo)|iet|^scie|[aeiouy]ing$|^(?:idea|area|creat|react)|ism$"
)
"""Vowels written together and said apart, as in `video`, `quiet` and `idea`."""
_CONTRACTED = re.compile("[dst]n['’]t$")


def spanish_syllables(word: str) -> int:
    """How many syllables a Spanish word has, at least one."""
    spelled = unicodedata.normalize("NFC", word.lower())
    for pattern, instead in _SPANISH_SPELLING:
        spelled = pattern.sub(instead, spelled)
    count = 0
    before = ""
    for place, char in enumerate(spelled):
        if char in _VOWELS:
            count += not before or _part(before, char)
            before = char
        elif char != "h" or not before or place + 1 == len(spelled):
            before = ""
    return max(count, 1)


def _part(one: str, two: str) -> bool:
    """Whether two neighbouring vowels belong to two syllables; a silent h between them changes nothing."""
    if one == two or (one in _STRONG and two in _STRONG):
        return True
    return (one in _STRONG and two in _WEAK_ACCENTED) or (one in _WEAK_ACCENTED and two in _STRONG)


def english_syllables(word: str) -> int:
    """About how many syllables an English word has, at least one."""
    lowered = unicodedata.normalize("NFKD", word.lower())
    letters = re.sub("[^a-z]", "", lowered)
    if not _SOUNDED_END.search(letters):
        letters = _SILENT_END.sub(lambda end: end[1] or end[2] or end[3], letters)
    letters = letters.removeprefix("y")
    count = len(_ENGLISH_VOWELS.findall(letters)) + bool(_CONTRACTED.search(lowered))
    if len(letters) > 3:
        count += len(_APART.findall(letters))
    return max(count, 1)
