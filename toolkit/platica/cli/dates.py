"""Dates and times after an option, read as people type them where the site is."""

from collections.abc import Callable
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from platica.cli.wrong_usage import WrongUsage
from platica.domain.dates_typed import date_from, time_from
from platica.errors import Refused
from platica.phrases import phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk

Read = TypeVar("Read", date, time)


def date_of(desk: "Desk", option: str, typed: str) -> date:
    """The date typed after an option, in the order of the site's region."""
    return _read(option, typed, lambda text: date_from(text, desk.now().date(), desk.settings.region))


def time_of(option: str, typed: str) -> time:
    """The time typed after an option."""
    return _read(option, typed, time_from)


def _read(option: str, typed: str, read: Callable[[str], Read]) -> Read:
    """Raises WrongUsage, which names the option."""
    try:
        return read(typed)
    except Refused as refused:
        raise WrongUsage(phrase("{place}: {sentence}", place=option, sentence=refused.phrase)) from None
