"""The numbers of a text as values: decimals and thousands as its language writes them, fractions, clock times."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from platica.language import tags
from platica.language.tags import SPANISH_OF_THE_AMERICAS

_SPACES = " \u00a0\u2009\u202f"
_LONGEST = 60
"""Digits beyond this say nothing more about a dose."""
_VULGAR = {
    "½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
_ANY = re.compile(rf"[\d{''.join(_VULGAR)}]")
_PART_OF_DAY = r"\s*(?:([ap])\.?\s?m\b\.?|(?:de|por|en) la (mañana|tarde|noche)|in the (morning|afternoon|evening))"
_CLOCK = re.compile(
    rf"(?<![\w.,:])(?P<hour>\d{{1,2}})(?:(?::(?P<minute>\d\d))(?:{_PART_OF_DAY})?|(?:{_PART_OF_DAY}))(?![\d:])",
    re.IGNORECASE,
)
_COMMON = re.compile(
    r"(?<![\w/])(?:(?P<whole>\d{1,3})[ \u00a0])?(?P<top>[1-9])\s?[/⁄]\s?(?P<bottom>[2345689]|10)(?![\d/])"
)
_PLAIN = re.compile(
    r"(?<![^\W\d_])(?<!\d)(?P<number>[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)*)?"
    rf"(?P<vulgar>(?(number)[ \u00a0]?)[{''.join(_VULGAR)}])?"
)
_BETWEEN = re.compile(
    r"\s*[^\W\d_.%/°³²]{0,12}\.?\s*(?:-|–|—|/|to|or|and|a|al|hasta|o|u|y|e)\s+|\s*[-–—/]\s*", re.IGNORECASE
)

Value = Fraction | str
"""A number, or a clock time such as `18:00`."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of a text: its value, how it is written and where it stands."""

    value: Value
    written: str
    start: int
    end: int


def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """Every number of a text in reading order; digits that belong to a word such as A1C are not numbers."""
    if not _ANY.search(text):
        return ()
    found: list[Amount] = []
    for reader in (_clock_times, _common_fractions, lambda part: _plain_numbers(part, language)):
        for amount in reader(text):
            found.append(amount)
            text = text[: amount.start] + "\x00" * (amount.end - amount.start) + text[amount.end :]
    return tuple(sorted(found, key=lambda amount: amount.start))


def ranges(text: str, found: tuple[Amount, ...]) -> Iterator[tuple[Value, Value]]:
    """Neighbouring numbers joined as a range or a pair: `10 to 12`, `120/80`, `entre 1 y 2`."""
    for left, right in itertools.pairwise(found):
        if _BETWEEN.fullmatch(text[left.end : right.start]):
            yield left.value, right.value


def _clock_times(text: str) -> list[Amount]:
    return [
        Amount(_clock(hit), hit[0].strip(), hit.start(), hit.end())
        for hit in _CLOCK.finditer(text)
        if int(hit["hour"]) < 24 and int(hit["minute"] or 0) < 60
    ]


def _clock(hit: re.Match[str]) -> str:
    hour = int(hit["hour"])
    part = next((group.lower() for group in hit.groups()[2:] if group), "")
    if part in ("p", "tarde", "noche", "afternoon", "evening") and hour < 12:
        hour += 12
    elif part in ("a", "mañana", "morning") and hour == 12:
        hour = 0
    return f"{hour}:{hit['minute'] or '00'}"


def _common_fractions(text: str) -> list[Amount]:
    return [
        Amount(int(hit["whole"] or 0) + Fraction(int(hit["top"]), int(hit["bottom"])), hit[0], hit.start(), hit.end())
        for hit in _COMMON.finditer(text)
        if int(hit["top"]) < int(hit["bottom"])
    ]


def _plain_numbers(text: str, language: str) -> list[Amount]:
    found = []
    for hit in _PLAIN.finditer(text):
        if not hit[0]:
            continue
        value = _decimal(hit["number"], language) if hit["number"] else Fraction(0)
        value += _VULGAR[hit["vulgar"].strip()] if hit["vulgar"] else 0
        found.append(Amount(value, hit[0], hit.start(), hit.end()))
    return found


def _decimal(written: str, language: str) -> Fraction:
    """The value of digits with marks. A mark before exactly three digits is read as the language does."""
    digits = re.sub(rf"[{_SPACES}]", "", written[:_LONGEST])
    thousands = _thousands_mark(language)
    if re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(thousands)}\d{{3}})+(?:[.,]\d+)?", digits):
        whole = digits.replace(thousands, "")
        return Fraction(whole.replace(",", "."))
    marks = re.findall("[.,]", digits)
    if len(marks) > 1:
        return Fraction(re.sub("[.,]", "", digits))
    return Fraction(digits.replace(",", "."))


def _thousands_mark(language: str) -> str:
    """Comma in English and in the Spanish of the Americas, which Spanish without a region stands for; else a dot."""
    region = tags.region_of(language)
    american = region is None or region == tags.LATIN_AMERICA or region in SPANISH_OF_THE_AMERICAS
    dotted = {"AR", "BO", "CL", "CO", "EC", "PY", "UY", "VE", "CR"}
    if tags.base(language) == "es":
        return "," if american and region not in dotted else "."
    return "." if tags.base(language) in ("pt", "de", "it", "nl") else ","
