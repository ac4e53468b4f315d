"""One workshop: its meetings, and the ways to prepare, hold and print them."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import browse_curricula, record_history, schedule_workshop, take_attendance
from platica.domain.dates_typed import date_from
from platica.domain.ids import WorkshopId
from platica.domain.schedule import next_meeting
from platica.domain.scope import Scope, What
from platica.domain.undone import Undone
from platica.domain.workshop import Meeting, Workshop, WorkshopForm
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.dialogs.date_and_time import DateAndTimeDialog, When
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look

_COLUMNS = (
    Column(3, right=True),
    Column(),
    Column(20, snug=True),
    Column(11, snug=True),
    Column(14, right=True, least=66, snug=True),
)

CHANGE = "change"
"""The key of the line that changes what the workshop is called."""


class WorkshopPage(Page):
    """The meetings in order; keys act on the one under the cursor."""

    GUIDE = (
        mark("Each line is a session on its date. The keys act on the line with the sign ▸."),
        mark("Enter takes attendance; m fits a session to the time; p prints; d moves it to another day."),
        mark("The key r enters a return sheet, of a session held on paper; n reads what was noted after the sessions."),
        mark("The key c changes the name, the place, the languages and who leads; b opens the question box."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "attendance", mark("Attendance")),
        Binding("p", "print", mark("Print")),
        Binding("e", "people", mark("People")),
        Binding("m", "plan", mark("Plan")),
        Binding("d", "date", mark("Date")),
        Binding("b", "questions", mark("Question box"), show=False),
        Binding("r", "return_sheet", mark("Return sheet"), show=False),
        Binding("n", "notes", mark("Practice notes"), show=False),
        Binding("c", "describe", mark("Name, place, languages, who leads"), show=False),
        Binding("h", "history", mark("History"), show=False),
    ]

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop_id = workshop

    @property
    def workshop(self) -> Workshop:
        return self.desk.records.workshop(self.workshop_id)

    @property
    def undoes(self) -> Scope:
        return Scope(What.WORKSHOP, self.workshop_id)

    def took_back(self, undone: Undone) -> None:
        """Leaves when there is no such workshop any more."""
        if undone.workshop_gone:
            self.app.back()
            self.app.tell(undone.sentence)
        else:
            super().took_back(undone)

    def body(self) -> Iterable[Widget]:
        yield Lines(_COLUMNS, id="meetings")

    def fill(self) -> None:
        workshop = self.workshop
        meetings = schedule_workshop.meetings(self.desk, workshop.id)
        grid = take_attendance.grid(self.desk, workshop.id)
        titles = browse_curricula.titles(self.desk, workshop.curriculum, self.app.book.language)
        event = workshop.form is WorkshopForm.EVENT
        people = "" if event else self.say_count("{count} person", "{count} people", len(grid.rows))
        self.head(workshop.name, " · ".join(filter(None, [workshop.place, people])))
        lines = []
        for meeting in meetings:
            title = titles.session(meeting.session)
            counts = grid.counts(meeting.id)
            came = meeting.heads if event else counts.in_room + counts.online + counts.make_up
            marked = meeting.heads is not None if event else bool(came) or counts.unmarked < len(grid.rows)
            words = self.say_count("{count} came", "{count} came", came or 0) if marked else ""
            cells = (
                str(meeting.number),
                title.title.plain if title else meeting.session,
                self.app.formats.day(meeting.on),
                self.app.formats.time(meeting.at),
                words,
            )
            lines.append(Line(cells, key=str(meeting.number)))
        coming = next_meeting(meetings, self.desk.now())
        first = str(coming.number) if coming else ""
        heading = Line((titles.title.plain,), look=Look.QUIET, whole=True)
        held = self.query_one(Lines)
        change = Line((self.say("Change the name, the place, the languages or who leads"), "c"), key=CHANGE, whole=True)
        held.put([EMPTY, heading, EMPTY, *lines, EMPTY, change], at=held.key or first)

    def _here(self) -> Meeting:
        """The meeting under the cursor; on another line, the next one."""
        key = self.query_one(Lines).key
        if key.isdigit():
            return schedule_workshop.find_meeting(self.desk, self.workshop_id, int(key))
        meetings = schedule_workshop.meetings(self.desk, self.workshop_id)
        return next_meeting(meetings, self.desk.now()) or meetings[-1]

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        with self.telling():
            if event.key == CHANGE:
                self.action_describe()
            else:
                self.action_attendance()

    def action_history(self) -> None:
        workshop = self.workshop
        doors.open_history(self.app, workshop.name, lambda: record_history.of_workshop(self.desk, workshop.id))

    def action_describe(self) -> None:
        doors.open_description(self.app, self.workshop_id)

    def action_attendance(self) -> None:
        doors.open_attendance(self.app, self._here().id)

    def action_print(self) -> None:
        doors.open_printing(self.app, self.workshop_id, self._here().number)

    def action_people(self) -> None:
        doors.open_roster(self.app, self.workshop_id)

    def action_questions(self) -> None:
        doors.open_questions(self.app, self.workshop_id)

    def action_return_sheet(self) -> None:
        doors.open_return_sheet(self.app, self._here().id)

    def action_notes(self) -> None:
        doors.open_notes(self.app, self.workshop_id)

    def action_plan(self) -> None:
        doors.open_builder(self.app, self.workshop_id, self._here().session)

    def action_date(self) -> None:
        meeting = self._here()
        self.app.push_screen(
            DateAndTimeDialog(When(meeting.on, meeting.at), self._read_date, partial(self._move, meeting))
        )

    def _read_date(self, typed: str) -> date:
        return date_from(typed, self.desk.now().date(), self.desk.settings.region)

    def _move(self, meeting: Meeting, when: When, force: bool) -> None:
        schedule_workshop.reschedule(self.desk, meeting.id, when.on, when.at, force=force)
        self.fill()
        self.tell(phrase("Session {number} is moved.", number=meeting.number))
