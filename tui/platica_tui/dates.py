"""Dates as the first screen writes them: at once, or just after its first paint."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Protocol


class Dates(Protocol):
    """What writes dates, times and names of languages in the leader's language and region."""

    def day(self, day: date, /) -> str: ...
    def time(self, at: time, /) -> str: ...
    def until(self, now: datetime, then: datetime, /) -> str: ...
    def listing(self, items: Sequence[str], /) -> str: ...
    def language_in_a_sentence(self, tag: str, /) -> str: ...


class Later:
    """Writes nothing yet: the words of the calendar cost as much as the rest of a start."""

    def day(self, _day: date, /) -> str:
        return ""

    def time(self, _at: time, /) -> str:
        return ""

    def until(self, _now: datetime, _then: datetime, /) -> str:
        return ""

    def listing(self, _items: Sequence[str], /) -> str:
        return ""

    def language_in_a_sentence(self, _tag: str, /) -> str:
        return ""
