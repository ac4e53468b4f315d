"""The practice notes of a workshop: what worked in its sessions and what to change, to be read before the next one."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from platica.desk import return_sheet
from platica.domain.ids import WorkshopId
from platica.phrases import mark
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Look
from platica_tui.widgets.reading import Piece, Reading


class NotesPage(Page):
    """Session by session; a note is written on the return sheet."""

    GUIDE = (
        mark("Read before the next session what worked and what to change. The arrows scroll."),
        mark("A note is written on the return sheet of its session (r on the workshop), on the last two lines."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop = workshop

    def body(self) -> Iterable[Widget]:
        yield Reading(id="text")

    def fill(self) -> None:
        name = self.desk.records.workshop(self.workshop).name
        self.head(self.say("Practice notes · {workshop}", workshop=name))
        nothing = Piece(Content(self.say("Nobody wrote anything down yet.")), look=Look.QUIET)
        self.query_one(Reading).put(list(self._pieces()) or [nothing])

    def _pieces(self) -> Iterator[Piece]:
        for meeting, note in return_sheet.notes(self.desk, self.workshop):
            day = self.app.formats.day(meeting.on)
            head = self.say("session {number} · {day}", number=meeting.number, day=day)
            yield Piece(Content(head).stylize("bold"), apart=False)
            if note.worked:
                yield Piece(
                    Content(self.say("What worked: {words}", words=note.worked)), apart=not note.change, indent=2
                )
            if note.change:
                yield Piece(Content(self.say("What to change: {words}", words=note.change)), indent=2)
