"""Asking for a day and a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.typed import typed_date, typed_time
from platica_tui.widgets.dates import DateEntry
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class When:
    """A day and a time."""

    on: date
    at: time


class DateAndTimeDialog(Dialog[When | None]):
    """Moves a meeting."""

    GUIDE = (mark("The arrows up and down change the date by a day; with Shift, by a week."),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "save", mark("Save"), priority=True)]

    def __init__(self, on: date, at: time) -> None:
        super().__init__()
        self.when = When(on, at)

    def heading(self) -> str:
        return self.say("Another day or time")

    def body(self) -> Iterable[Widget]:
        yield Field(self.say("Date"), DateEntry(self.when.on, id="date"), self.app.formats.day(self.when.on))
        yield Field(self.say("Time"), Entry(f"{self.when.at:%H:%M}", id="time"), self.app.formats.time(self.when.at))

    @on(DateEntry.Dated)
    def _dated(self, event: DateEntry.Dated) -> None:
        self.query(Field).first().say_beside(self.app.formats.day(event.date))

    @on(Entry.Submitted)
    def action_save(self) -> None:
        with self.telling():
            on = typed_date(self.query_one("#date", Entry).value)
            self.dismiss(When(on, typed_time(self.query_one("#time", Entry).value)))
