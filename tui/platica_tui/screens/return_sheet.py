"""Entering a return sheet: what a session held on paper brought back."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import record_history, return_sheet
from platica.desk.return_sheet import Entered
from platica.domain.entry import read_entry
from platica.domain.returned import Returned, answers_from, counted, faces_from
from platica.domain.scope import Scope, What
from platica.domain.workshop import Meeting, WorkshopForm
from platica.errors import PlaticaError
from platica.phrases import Phrase, mark, phrase
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.many_lines import ManyLines
from platica_tui.wrongs import Wrongs


class ReturnSheetPage(Page):
    """The lines of the sheet in their order; all is saved at once."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../styles/form.tcss", "../styles/return_sheet.tcss"]
    GUIDE = (
        mark("Type the sheet from top to bottom; Enter goes to the next line and F10 saves it all at once."),
        mark("The code of another sheet in the first line leads to its session."),
        mark("What you leave empty stays as it is. Questions are kept without anybody’s name, not even yours."),
        mark("People who came and have no number yet: their names, with commas between, in the order of their lines."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Save")),
        Binding("enter", "next_line", show=False),
        Binding("ctrl+z", "undo", mark("Undo")),
        Binding("f8", "history", mark("History")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting

    def body(self) -> Iterable[Widget]:
        rest = [("", self.say("stay without a mark")), ("absent", self.say("were absent"))]
        lines = [
            Field(self.say("Code of the sheet"), Entry(hint=self.say("of another session"), id="code")),
            Field(self.say("In the room"), Entry(id="heads", digits=True)),
            Field(self.say("Who came"), Entry(hint=self.say("1-9,11 · 4t late · 5j excused"), id="marks")),
            Field(self.say("All others"), Choice(rest, "absent", id="rest")),
            Field(self.say("New people"), Entry(hint=self.say("names with commas between"), id="new")),
            Field(self.say("How sure"), Entry(hint="1=7 4=5", id="confidence")),
            Field(self.say("Faces"), Entry(hint=self.say("five numbers, from very bad: 0 1 2 5 7"), id="faces")),
            Field(self.say("Questions"), ManyLines(id="questions"), self.say("one on each line")).add_class("tall"),
            Field(self.say("What worked"), Entry(id="worked")),
            Field(self.say("What to change"), Entry(id="change")),
        ]
        yield VerticalScroll(*lines, id="form-lines", can_focus=False)

    def on_mount(self) -> None:
        self.query_one("#heads").focus()

    def fill(self) -> None:
        workshop = self.desk.records.workshop(self.meeting.workshop)
        self.head(
            self.say("Return sheet · {workshop}", workshop=workshop.name),
            self.say("session {number} · {day}", number=self.meeting.number, day=self.app.formats.day(self.meeting.on)),
        )
        for name in ("marks", "rest", "new", "confidence"):
            field = self.query_one(f"#{name}").parent
            if field is not None:
                field.display = workshop.form is not WorkshopForm.EVENT

    @property
    def undoes(self) -> Scope:
        return Scope(What.ATTENDANCE, self.meeting.workshop)

    @on(Entry.Submitted)
    def _submitted(self, event: Entry.Submitted) -> None:
        with self.telling():
            if event.input.id == "code" and event.value.strip():
                self._turn_to(return_sheet.meeting_of(self.desk, event.value))
                event.input.value = ""
            self.focus_next()

    def action_next_line(self) -> None:
        """From a choice, which Enter leaves as it is."""
        self.focus_next()

    def _turn_to(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.fill()

    @on(Entry.Changed, "#marks")
    def _say_meant(self, event: Entry.Changed) -> None:
        field = self.query_one("#marks").parent
        if isinstance(field, Field):
            field.say_beside(self._came(event.value))

    def _came(self, typed: str) -> str:
        """How many the numbers mean, or nothing while they cannot be read."""
        try:
            meant = read_entry(typed, self.desk.records.roster(self.meeting.workshop)).people if typed.strip() else ()
        except PlaticaError:
            return "…"
        return self.say_count("{count} person", "{count} people", len(meant)) if meant else ""

    def action_save(self) -> None:
        """Saves the sheet, and waits for the next one."""
        with self.telling():
            code = self._typed("code")
            if code.strip():
                self._turn_to(return_sheet.meeting_of(self.desk, code))
        sheet = self._read()
        if sheet is not None:
            entered = return_sheet.enter(self.desk, self.meeting.id, sheet)
            self._empty()
            self.tell(self._saved(entered))

    def _read(self) -> Returned | None:
        """The sheet as it is typed; None when a line of it is wrong, and that was said."""
        wrongs = Wrongs()
        heads, faces = None, None
        with wrongs.at("heads"):
            heads = counted(self._typed("heads"))
        with wrongs.at("confidence"):
            answers_from(self._typed("confidence"))
        with wrongs.at("faces"):
            faces = faces_from(self._typed("faces"))
        if wrongs.told(self):
            return None
        marks = self._typed("marks")
        return Returned(
            heads=heads,
            marks=marks,
            rest_absent=bool(marks.strip()) and self.query_one("#rest", Choice).value == "absent",
            newcomers=_parts(self._typed("new"), ","),
            faces=faces,
            confidence=self._typed("confidence"),
            questions=_parts(self.query_one("#questions", ManyLines).text, "\n"),
            worked=self._typed("worked"),
            change=self._typed("change"),
        )

    def _saved(self, entered: Entered) -> Phrase:
        clock = self.app.formats.time(entered.at.time())
        if entered.marked and entered.heads is not None and entered.heads != entered.came:
            return phrase(
                "Saved {time}. {heads} were counted and {came} are marked as having come; look at the attendance.",
                time=clock,
                heads=entered.heads,
                came=entered.came,
            )
        return phrase("Saved {time}. For the next sheet type its code.", time=clock)

    def _empty(self) -> None:
        for entry in self.query(Entry):
            entry.value = ""
        self.query_one("#questions", ManyLines).text = ""
        self.query_one("#code").focus()

    def action_history(self) -> None:
        """What happened to the session."""
        meeting = self.meeting
        about = self.say("session {number}", number=meeting.number)
        doors.open_history(self.app, about, lambda: record_history.of_meeting(self.desk, meeting.id))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Entry).value


def _parts(typed: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(sign) if part.strip())
