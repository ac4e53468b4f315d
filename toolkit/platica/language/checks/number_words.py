"""Small numbers written as words, in English and Spanish."""

import re
from collections import Counter
from fractions import Fraction

from platica.language import tags

_ENGLISH = (
    ("0", "zero"),
    ("1", "one once a an first"),
    ("2", "two twice both second pair"),
    ("3", "three third"),
    ("4", "four fourth"),
    ("5", "five fifth"),
    ("6", "six sixth"),
    ("7", "seven seventh"),
    ("8", "eight eighth"),
    ("9", "nine ninth"),
    ("10", "ten tenth"),
    ("11", "eleven"),
    ("12", "twelve dozen"),
    ("13", "thirteen"),
    ("14", "fourteen"),
    ("15", "fifteen"),
    ("16", "sixteen"),
    ("17", "seventeen"),
    ("18", "eighteen"),
    ("19", "nineteen"),
    ("20", "twenty"),
    ("30", "thirty"),
    ("40", "forty"),
    ("50", "fifty"),
    ("60", "sixty"),
    ("100", "hundred"),
    ("1000", "thousand"),
    ("1/2", "half halves"),
    ("1/3", "third thirds"),
    ("1/4", "quarter quarters"),
)
_SPANISH = (
    ("0", "cero"),
    ("1", "un una uno primer primera primero"),
    ("2", "dos ambos ambas segunda segundo par"),
    ("3", "tres tercer tercera tercero"),
    ("4", "cuatro cuarta cuarto"),
    ("5", "cinco quinta quinto"),
    ("6", "seis sexta sexto"),
    ("7", "siete séptima séptimo"),
    ("8", "ocho octava octavo"),
    ("9", "nueve novena noveno"),
    ("10", "diez décima décimo"),
    ("11", "once"),
    ("12", "doce docena"),
    ("13", "trece"),
    ("14", "catorce"),
    ("15", "quince"),
    ("16", "dieciséis"),
    ("17", "diecisiete"),
    ("18", "dieciocho"),
    ("19", "diecinueve"),
    ("20", "veinte"),
    ("30", "treinta"),
    ("40", "cuarenta"),
    ("50", "cincuenta"),
    ("60", "sesenta"),
    ("100", "cien"),
    ("1000", "mil"),
    ("1/2", "media medio mitad mitades"),
    ("1/3", "tercio tercios"),
    ("1/4", "cuarto cuartos"),
)
_VALUES = {
    language: {word: Fraction(value) for value, words in reversed(table) for word in words.split()}
    for language, table in (("en", _ENGLISH), ("es", _SPANISH))
}
"""The value of a word; `cuarto` is taken for the fourth."""
_WORD = re.compile(r"[^\W\d_]+")


def in_words(text: str, language: str) -> Counter[Fraction]:
    """How often each number stands as a word; none in a language whose words are not known here."""
    values = _VALUES.get(tags.base(language), {})
    return Counter(values[word] for word in _WORD.findall(text.lower()) if word in values)
