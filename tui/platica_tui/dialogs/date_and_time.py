"""Asking for a day and a time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk.schedule_workshop import Held
from platica.domain.dates_typed import time_from
from platica.phrases import mark, phrase
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.dates import DateEntry, TimeEntry
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.wrongs import Wrongs


@dataclass(frozen=True, slots=True)
class When:
    """A day and a time."""

    on: date
    at: time


class DateAndTimeDialog(Dialog[None]):
    """Moves a meeting."""

    GUIDE = (
        mark("Write the day as you like: 3 Dec, Thursday, tomorrow. Beside it stands what was understood."),
        mark("The arrows up and down change the date by a day; with Shift, by a week."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", mark("Save"), priority=True),
        Binding("f10", "save", mark("Save"), show=False),
    ]

    def __init__(self, when: When, read: Callable[[str], date], use: Callable[[When, bool], object]) -> None:
        """`read` says which day is meant; `use` raises Held for a meeting that took place, unless it is told True."""
        super().__init__()
        self.when = when
        self.read = read
        self.use = use
        self.asked_about: When | None = None
        """Where a meeting that took place would move to, once the leader was asked."""

    def heading(self) -> str:
        return self.say("Another day or time")

    def body(self) -> Iterable[Widget]:
        day = DateEntry(self.when.on, self.read, id="date")
        yield Field(self.say("Date"), day, self.app.formats.day(self.when.on))
        yield Field(self.say("Time"), TimeEntry(self.when.at, id="time"), self.app.formats.time(self.when.at))

    @on(DateEntry.Dated)
    def _dated(self, event: DateEntry.Dated) -> None:
        words = self.app.formats.day(event.date) if event.date else self.say("not a date")
        self.query(Field).first().say_beside(words)

    @on(TimeEntry.Timed)
    def _timed(self, event: TimeEntry.Timed) -> None:
        words = self.app.formats.time(event.at) if event.at else self.say("not a time")
        self.query(Field).last().say_beside(words)

    def action_save(self) -> None:
        wrongs = Wrongs()
        with wrongs.at("date"):
            on = self.read(self.query_one("#date", Entry).value)
        with wrongs.at("time"):
            at = time_from(self.query_one("#time", Entry).value)
        if wrongs.told(self):
            return
        when = When(on, at)
        try:
            self.use(when, when == self.asked_about)
            self.dismiss()
        except Held as held:
            self.asked_about = when
            self.tell(phrase("{said} Press Enter again to move it all the same.", said=held.phrase))
