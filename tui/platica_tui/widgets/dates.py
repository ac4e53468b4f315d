"""A date or a time to type; a date can also be reached with the arrows."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from platica.domain.dates_typed import time_from
from platica.errors import Refused
from platica_tui.widgets.entry import Entry


class DateEntry(Entry):
    """A day; the arrows up and down change it by one, with Shift by a week."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "days(1)", show=False),
        Binding("down", "days(-1)", show=False),
        Binding("shift+up", "days(7)", show=False),
        Binding("shift+down", "days(-7)", show=False),
    ]

    class Dated(Message):
        """Something was typed: a day, or None when it is not understood."""

        def __init__(self, entry: "DateEntry", day: date | None) -> None:
            super().__init__()
            self.entry = entry
            self.date = day

        @property
        def control(self) -> "DateEntry":
            return self.entry

    def __init__(self, day: date, read: Callable[[str], date], *, id: str | None = None) -> None:  # noqa: A002
        """`read` says which day is meant, or raises Refused."""
        super().__init__(day.isoformat(), id=id, anew=True)
        self.read = read

    def action_days(self, by: int) -> None:
        day = self._date()
        if day:
            self.value = (day + timedelta(days=by)).isoformat()

    @on(Entry.Changed)
    def _typed(self) -> None:
        self.post_message(self.Dated(self, self._date()))

    def _date(self) -> date | None:
        try:
            return self.read(self.value)
        except Refused:
            return None


class TimeEntry(Entry):
    """A time of day."""

    class Timed(Message):
        """Something was typed: a time, or None when it is not understood."""

        def __init__(self, entry: "TimeEntry", at: time | None) -> None:
            super().__init__()
            self.entry = entry
            self.at = at

        @property
        def control(self) -> "TimeEntry":
            return self.entry

    def __init__(self, at: time, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(f"{at:%H:%M}", id=id, anew=True)

    @on(Entry.Changed)
    def _typed(self) -> None:
        try:
            self.post_message(self.Timed(self, time_from(self.value)))
        except Refused:
            self.post_message(self.Timed(self, None))
