"""Counting the people at an event."""

from collections.abc import Iterable
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import record_history, take_attendance
from platica.domain.scope import Scope, What
from platica.domain.undone import Undone
from platica.domain.workshop import Meeting
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words


class HeadsEntry(Entry):
    """The number of people; Enter saves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Save")),
        Binding("f10", "submit", mark("Save"), show=False),
    ]


class HeadsPage(Page):
    """How many people came; an event keeps no names."""

    AUTO_FOCUS = "#heads"
    GUIDE = (
        mark("Count the people in the room, type the number and press Enter. You may correct it as often as you like."),
        mark("An event keeps no names, so there is no list."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", mark("Undo")),
        Binding("f8", "history", mark("History")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self.saved: datetime | None = None

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("How many people came? Type the number and press Enter."), id="ask")
        yield Field(self.say("People"), HeadsEntry(_written(self.meeting.heads), id="heads", anew=True, digits=True))
        yield Words(id="saved")

    def fill(self) -> None:
        workshop = self.desk.records.workshop(self.meeting.workshop)
        self.head(
            self.say("Attendance · {workshop}", workshop=workshop.name),
            f"{self.app.formats.day(self.meeting.on)}, {self.app.formats.time(self.meeting.at)}",
        )
        self._say_whether_saved()

    @on(Entry.Changed, "#heads")
    def _say_whether_saved(self) -> None:
        typed = self.query_one("#heads", Entry).value
        words = ""
        if typed != _written(self.meeting.heads):
            words = self.say("not saved yet; Enter saves")
        elif self.saved:
            words = self.say("Saved {time}", time=self.app.formats.time(self.saved.time()))
        self.query_one("#saved", Words).put(words)

    @on(Entry.Submitted, "#heads")
    def _counted(self, event: Entry.Submitted) -> None:
        with self.telling():
            if not event.value.isdecimal():
                raise Refused(phrase("Type how many people came, such as 47."))
            self.meeting = take_attendance.count_heads(self.desk, self.meeting.id, int(event.value))
            self._show_count(self.desk.now())

    @property
    def undoes(self) -> Scope:
        return Scope(What.ATTENDANCE, self.meeting.workshop)

    def took_back(self, undone: Undone) -> None:
        self.meeting = self.desk.records.meeting(self.meeting.id)
        self._show_count(undone.at)
        super().took_back(undone)

    def action_history(self) -> None:
        workshop = self.desk.records.workshop(self.meeting.workshop)
        doors.open_history(self.app, workshop.name, lambda: record_history.of_meeting(self.desk, self.meeting.id))

    def _show_count(self, saved: datetime) -> None:
        entry = self.query_one("#heads", Entry)
        entry.value = _written(self.meeting.heads)
        entry.select_all()
        self.saved = saved
        self._say_whether_saved()
        self.refresh_bindings()


def _written(heads: int | None) -> str:
    return "" if heads is None else str(heads)
