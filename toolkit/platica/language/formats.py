"""Dates, times, numbers and lists as a region writes them (CLDR, by Babel), whatever language they stand in.

The language of the words and the region of the formats are two settings: Spanish in the United States is `es_US`,
never bare `es`, whose `1.500` means something else there.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from platica.domain.paper import Paper
from platica.language import tags
from platica.language.names_of_languages import FORMATS_FROM, OWN_NAMES

if TYPE_CHECKING:
    from babel import Locale

LETTER_REGIONS = frozenset(("US", "CA", "MX", "GT", "SV", "NI", "CR", "PA", "CO", "VE", "CL", "PR", "PH", "BZ"))
"""Regions whose shops sell Letter; a site's own setting wins over this."""
_WITHOUT_REGION = {"es": "es_419", "en": "en_US"}
_NOW = {"es": "ahora", "en": "now"}
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009", " "))
_Unit = Literal["day", "hour", "minute"]
_LENGTHS: tuple[tuple[_Unit, int], ...] = (("day", 86400), ("hour", 3600), ("minute", 60))


def paper_of(region: str) -> Paper:
    """The paper most printers of a region hold."""
    return Paper.LETTER if region.upper() in LETTER_REGIONS else Paper.A4


class Formats:
    """Writes values for one language and region; every space it writes is a plain one."""

    def __init__(self, language: str, region: str = "") -> None:
        self._language = tags.base(language)
        self._spoken, self._region = language, region

    @cached_property
    def _locale(self) -> "Locale":
        """Read when something is first written: the first screen is there before it."""
        return _locale(self._spoken, self._region)

    @property
    def locale(self) -> str:
        """The CLDR locale in use, such as `es_US`."""
        return str(self._locale)

    def long_date(self, day: date) -> str:
        """`19 de noviembre de 2026`; paper never carries a shorter date, since 5/1 is two days in two languages."""
        from babel.dates import format_date

        return _plain(format_date(day, "long", locale=self._locale))

    def long_day(self, day: date) -> str:
        """`jueves, 19 de noviembre de 2026`."""
        from babel.dates import format_date

        return _plain(format_date(day, "full", locale=self._locale))

    def day(self, day: date) -> str:
        """`jueves 19 nov` or `Thursday, Nov 19`, for screens."""
        from babel.dates import format_date

        pattern = str(self._locale.datetime_skeletons["MMMd"].pattern)
        joined = f"EEEE {pattern}" if pattern.startswith("d") else f"EEEE, {pattern}"
        return _plain(format_date(day, joined, locale=self._locale))

    def time(self, at: time) -> str:
        """`6:00 p. m.` or `18:00`, by the clock of the region; Spanish writes the space its academies ask for."""
        from babel.dates import format_time

        written = _plain(format_time(at, "short", locale=self._locale))
        return written.replace("a.m.", "a. m.").replace("p.m.", "p. m.") if self._language == "es" else written

    def listing(self, items: Sequence[str]) -> str:
        """`pan, leche y huevos`; in Spanish `e` before the sound of i."""
        return self._listed(items, "standard")

    def choice(self, items: Sequence[str]) -> str:
        """`siete u ocho`; in Spanish `u` before the sound of o."""
        return self._listed(items, "or")

    def number(self, number: float) -> str:
        """A number; thousands are marked from 10,000 up, since a mark in 1,500 can be misread."""
        from babel.numbers import format_decimal

        return _plain(format_decimal(number, locale=self._locale, group_separator=abs(number) >= 10_000))

    def percent(self, share: float) -> str:
        """A share of 1 as whole percent: 0.7 is `70%`."""
        from babel.numbers import format_percent

        return _plain(format_percent(share, locale=self._locale))

    def until(self, now: datetime, then: datetime) -> str:
        """`en 2 horas`, `hace 9 días`, `ahora` within a minute; hours are rounded down, days are counted by date."""
        from babel.dates import format_timedelta

        seconds = int(abs((then - now).total_seconds()))
        if seconds < 60:
            return _NOW.get(self._language, _NOW["es" if self._locale.language == "es" else "en"])
        unit, length = self._unit(seconds)
        count = abs((then.date() - now.date()).days) if unit == "day" else seconds // length
        span = timedelta(seconds=count * length) * (1 if then > now else -1)
        written = _plain(format_timedelta(span, threshold=count, add_direction=True, locale=self._locale))
        return written.replace("dentro de ", "en ", 1) if self._locale.language == "es" else written

    def languages_name(self, tag: str) -> str:
        """What a language calls itself, with a capital: `Español`, `English`, `Mam`."""
        from babel import Locale, UnknownLocaleError

        language = tags.normal(tag)
        if language in OWN_NAMES:
            return OWN_NAMES[language]
        try:
            name = Locale.parse(language, sep="-").get_display_name() or language
        except (UnknownLocaleError, ValueError):
            name = OWN_NAMES.get(tags.base(language), language)
        return name[:1].upper() + name[1:]

    def language_in_a_sentence(self, tag: str) -> str:
        """What this language calls another, as inside a sentence: `inglés`, `English`."""
        named = self._locale.languages.get(tags.base(tag))
        return named or self.languages_name(tag)

    def country_name(self, region: str, otherwise: str = "") -> str:
        """What this language calls a country: `Estados Unidos`; `otherwise` where it has no name for it."""
        return self._locale.territories.get(region.upper()) or otherwise or region

    def _unit(self, seconds: int) -> tuple[_Unit, int]:
        """Minutes up to two hours save for one hour sharp, hours up to a day, then days."""
        if seconds < 7200 and not 3600 <= seconds < 3660:
            return _LENGTHS[2]
        return _LENGTHS[0] if seconds >= 86400 else _LENGTHS[1]

    def _listed(self, items: Sequence[str], style: Literal["standard", "or"]) -> str:
        from babel.lists import format_list

        written = format_list(list(items), style=style, locale=self._locale)
        if self._locale.language != "es" or len(items) < 2:
            return written
        last = items[-1]
        plain, instead = (" y ", " e ") if style == "standard" else (" o ", " u ")
        sounds = _sounds_i(last) if style == "standard" else _sounds_o(last)
        head = written[: len(written) - len(last)]
        return head.removesuffix(plain) + instead + last if sounds and head.endswith(plain) else written


def _sounds_i(word: str) -> bool:
    """Before i- and hi- y becomes e; not before hie-, hia-, hio-, io-, whose i is no vowel of its own."""
    start = word.lstrip("¿¡«“\"'(").casefold()
    bare = start.removeprefix("h")
    return bare[:1] in ("i", "í") and not (bare[:1] == "i" and bare[1:2] in tuple("aeoáéó"))


def _sounds_o(word: str) -> bool:
    """Before o- and ho- o becomes u, and before numbers said so: 8, 11, 80."""
    start = word.lstrip("¿¡«“\"'(").casefold()
    digits = start[: len(start) - len(start.lstrip("0123456789"))]
    return start.removeprefix("h")[:1] in ("o", "ó") or digits.startswith("8") or digits == "11"


def _locale(language: str, region: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    spoken = tags.base(language)
    for words in (spoken, FORMATS_FROM.get(spoken, ""), "en"):
        territory = region or (tags.region_of(language) or "")
        if not territory and words in _WITHOUT_REGION:
            return Locale.parse(_WITHOUT_REGION[words])
        for tag in (f"{words}_{territory.upper()}", _WITHOUT_REGION.get(words, words)):
            try:
                return Locale.parse(tag)
            except (UnknownLocaleError, ValueError):
                continue
    return Locale.parse("en_US")


def _plain(written: str) -> str:
    return written.translate(_SPACES)
