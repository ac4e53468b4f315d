"""How hard a text is to read, by the formula made for its language.

English: Flesch-Kincaid grade = 0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid and others 1975, Naval
Technical Training Command Research Branch Report 8-75). Aim: grade 6 or lower.

Spanish: INFLESZ = 206.835 - 62.3 syllables/words - words/sentences (Szigriszt-Pazos 1993), read on the scale of
Barrio-Cantalejo and others (2008), Anales del Sistema Sanitario de Navarra 31(2): 65 to 80 is fairly easy, more is
very easy. Aim: 65 or higher.
"""

import re
from collections.abc import Callable, Iterable

from platica.domain.reading_level import ReadingLevel
from platica.language import tags
from platica.language.syllables import english_syllables, spanish_syllables

FEWEST_WORDS = 100
"""Below this a formula says nothing."""
ENGLISH_AIM, SPANISH_AIM = 6.0, 65.0
LONGEST = 10

_MARKUP = (
    (re.compile(r"!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])"), r"\1"),
    (re.compile(r"https?://\S+|\{\w+\}"), " "),
    (re.compile(r"[*`\\]|(?<!\w)_+|_+(?!\w)"), ""),
)
_END = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[A-ZÁÉÍÓÚÑÜ])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def reading_level(texts: Iterable[str], language: str) -> ReadingLevel:
    """The level of texts taken together; each text (a paragraph, a list item) ends a sentence. Digits are no words.

    Only English and Spanish have a score, and only from FEWEST_WORDS words on.
    """
    sentences = [sentence for text in texts for sentence in _sentences(text)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    score = _score(words, len(sentences), tags.base(language)) if len(words) >= FEWEST_WORDS else None
    easy = None if score is None else (score >= SPANISH_AIM if tags.base(language) == "es" else score <= ENGLISH_AIM)
    longest = sorted(sentences, key=lambda sentence: -len(_WORD.findall(sentence)))[:LONGEST]
    return ReadingLevel(tags.normal(language), len(words), score, easy, tuple(longest))


def _sentences(text: str) -> list[str]:
    for pattern, instead in _MARKUP:
        text = pattern.sub(instead, text)
    return [one for part in _END.split(text) if _WORD.search(one := " ".join(part.split()))]


def _score(words: list[str], sentences: int, language: str) -> float | None:
    if language == "es":
        return round(206.835 - 62.3 * _per_word(words, spanish_syllables) - len(words) / sentences, 1)
    if language == "en":
        return round(0.39 * len(words) / sentences + 11.8 * _per_word(words, english_syllables) - 15.59, 1)
    return None


def _per_word(words: list[str], count: Callable[[str], int]) -> float:
    return sum(map(count, words)) / len(words)
