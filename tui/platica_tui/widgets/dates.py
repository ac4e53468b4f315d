"""A date to type, or to reach with the arrows."""

from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message

from platica.errors import Refused
from platica_tui.typed import typed_date
from platica_tui.widgets.entry import Entry


class DateEntry(Entry):
    """Year, month and day; the arrows up and down change it by a day, with Shift by a week."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "days(1)", show=False),
        Binding("down", "days(-1)", show=False),
        Binding("shift+up", "days(7)", show=False),
        Binding("shift+down", "days(-7)", show=False),
    ]

    class Dated(Message):
        """What is typed is a date."""

        def __init__(self, entry: "DateEntry", day: date) -> None:
            super().__init__()
            self.entry = entry
            self.date = day

        @property
        def control(self) -> "DateEntry":
            return self.entry

    def __init__(self, day: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(day.isoformat(), id=id)

    def action_days(self, by: int) -> None:
        day = self._date()
        if day:
            self.value = (day + timedelta(days=by)).isoformat()

    @on(Entry.Changed)
    def _typed(self) -> None:
        day = self._date()
        if day:
            self.post_message(self.Dated(self, day))

    def _date(self) -> date | None:
        try:
            return typed_date(self.value)
        except Refused:
            return None
