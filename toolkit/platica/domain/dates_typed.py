"""Dates and times as people type them, in English or Spanish: `3/12/2026`, `3 dic`, `mañana`, `6 pm`."""

import re
from datetime import date, time, timedelta

from platica.domain.names import folded
from platica.errors import Refused
from platica.phrases import phrase

_MONTH_FIRST = frozenset(("US", "AS", "FM", "GU", "MH", "MP", "PR", "PW", "UM", "VI"))
"""Regions that write the month before the day in numbers (Unicode CLDR, short dates)."""
_MONTHS = (
    ("enero", "january"),
    ("febrero", "february"),
    ("marzo", "march"),
    ("abril", "april"),
    ("mayo", "may"),
    ("junio", "june"),
    ("julio", "july"),
    ("agosto", "august"),
    ("septiembre", "setiembre", "september"),
    ("octubre", "october"),
    ("noviembre", "november"),
    ("diciembre", "december"),
)
_WEEKDAYS = (
    ("lunes", "monday"),
    ("martes", "tuesday"),
    ("miercoles", "wednesday"),
    ("jueves", "thursday"),
    ("viernes", "friday"),
    ("sabado", "saturday"),
    ("domingo", "sunday"),
)
_DAYS_AHEAD = {"hoy": 0, "today": 0, "manana": 1, "tomorrow": 1, "pasado manana": 2, "day after tomorrow": 2}
_SMALL_WORDS = frozenset(("de", "del", "el", "este", "esta", "proximo", "next", "this", "on", "of", "the"))
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_DAY = re.compile(r"(\d{1,2})\.?(?:st|nd|rd|th|o|ro)?")
_CLOCK = re.compile(r"(\d{1,2})(?:\s?(?::|\.|h)\s?(\d{2}))?\s?(?:h|hs|hrs|horas)?\s?(am|pm)?")
_PARTS_OF_DAY = (
    (re.compile(r"\b([ap])\.?\s?m\b\.?"), r"\1m"),
    (re.compile(r"\b(?:de|por|en|in) (?:la|the) (?:manana|morning)$"), "am"),
    (re.compile(r"\b(?:de|por|en|in|at) (?:la|the)? ?(?:tarde|noche|afternoon|evening|night)$"), "pm"),
)


def date_from(text: str, today: date, region: str) -> date:
    """The day meant. Without a year it is the next such day from today on; a weekday alone is the next after today.

    Numbers such as 3/12/2026 are read in the region's order, or in the only order that gives a day. Raises Refused
    with what would be right.
    """
    line = " ".join(word for word in folded(text).replace(",", " ").split() if word not in _SMALL_WORDS)
    if line in _DAYS_AHEAD:
        return today + timedelta(days=_DAYS_AHEAD[line])
    if (weekday := _place(line, _WEEKDAYS)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    first, _, rest = line.partition(" ")
    weekday = _place(first, _WEEKDAYS) if _in_words(line, today) is None else None
    found = _dated(line if weekday is None else rest, today, region)
    if found is None:
        example = "12/3/2026" if region in _MONTH_FIRST else "3/12/2026"
        raise Refused(
            phrase(
                "“{found}” is not a date. Write 2026-12-03, {example} or 3 Dec.", found=text.strip(), example=example
            )
        )
    if weekday not in (None, found.weekday()):
        raise Refused(phrase("“{found}”: that date is on another day of the week.", found=text.strip()))
    return found


def time_from(text: str) -> time:
    """The time of day meant. Raises Refused with what would be right."""
    line = folded(text).removeprefix("a las ").removeprefix("a la ").removeprefix("at ")
    if line in ("mediodia", "noon"):
        return time(12)
    for words, half in _PARTS_OF_DAY:
        line = words.sub(half, line)
    clock = _CLOCK.fullmatch(line)
    if not clock:
        raise _no_time(text)
    hours, minutes, half = int(clock[1]), int(clock[2] or 0), clock[3]
    if line.isdigit() and hours <= 12:
        raise Refused(phrase("“{found}” may be morning or evening. Write 18:00 or 6 pm.", found=text.strip()))
    if half == "am" and hours > 12:
        raise _no_time(text)
    if half and hours <= 12:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours > 23 or minutes > 59:
        raise _no_time(text)
    return time(hours, minutes)


def _dated(line: str, today: date, region: str) -> date | None:
    if found := _ISO.fullmatch(line):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(line):
        one, other = int(found[1]), int(found[3])
        orders = [(one, other), (other, one)] if region in _MONTH_FIRST else [(other, one), (one, other)]
        days = (_with_year(found[4], month, day, today) for month, day in orders)
        return next((day for day in days if day), None)
    return _in_words(line, today)


def _in_words(line: str, today: date) -> date | None:
    """`3 dic`, `dec 3 2026`."""
    words = line.split()
    year = words.pop() if len(words) == 3 and re.fullmatch(r"\d{4}", words[2]) else None
    if len(words) != 2:
        return None
    for name, number in (words, words[::-1]):
        month, day = _place(name.rstrip("."), _MONTHS), _DAY.fullmatch(number)
        if month is not None and day:
            return _with_year(year, month + 1, int(day[1]), today)
    return None


def _with_year(year: str | None, month: int, day: int, today: date) -> date | None:
    """The date, in the year written or the first that brings it from today on; 29 February may take eight."""
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    coming = (_day(today.year + ahead, month, day) for ahead in range(9))
    return next((one for one in coming if one and one >= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _place(word: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Where the name is that this word is, or begins with three letters or more."""
    if len(word.rstrip(".")) < 3:
        return None
    hits = [at for at, called in enumerate(names) if any(name.startswith(word.rstrip(".")) for name in called)]
    return hits[0] if hits else None


def _no_time(text: str) -> Refused:
    return Refused(phrase("“{found}” is not a time. Write 18:00 or 6 pm.", found=text.strip()))
