"""Dates, times and numbers as people type them."""

import re
from datetime import date, time

from platica.errors import Refused
from platica.phrases import phrase

_DATE = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?(a|p)?(?:m)?")


def typed_date(text: str) -> date:
    """A date written year first, which means the same day in every country. Raises Refused."""
    found = _DATE.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else date.fromisoformat(text.strip())
    except ValueError:
        raise Refused(
            phrase("“{typed}” is not a date. Write year, month and day, such as 2026-12-03.", typed=text.strip())
        ) from None


def typed_time(text: str) -> time:
    """A time such as `18:00`, `6 pm` or `6:30 p. m.`. Raises Refused."""
    found = _TIME.fullmatch(re.sub(r"[\s.]+(?=[apm]|$)|(?<=[apm])[\s.]+", "", text.strip().lower()))
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        elif half:
            hour = 24
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise Refused(phrase("“{typed}” is not a time. Write it such as 18:00 or 6:00 pm.", typed=text.strip()))


def typed_minutes(text: str) -> int | None:
    """A number of minutes, or None when nothing was typed. Raises Refused."""
    if not text.strip():
        return None
    if not text.strip().isdecimal():
        raise Refused(phrase("“{typed}” is not a number of minutes.", typed=text.strip()))
    return int(text)
