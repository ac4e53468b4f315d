"""Taking attendance: an entry line that has the keyboard, and the grid of the whole workshop."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from platica.desk import keep_roster, record_history, take_attendance
from platica.desk.take_attendance import Grid, Marked
from platica.domain.attendance import Presence
from platica.domain.entry import STATUS_LETTERS, EntryGroup, read_entry
from platica.domain.names import clean_name
from platica.domain.participant import Reads
from platica.domain.roster import RosterEntry
from platica.domain.scope import Scope, What
from platica.domain.undone import Undone
from platica.domain.workshop import Meeting
from platica.errors import PlaticaError
from platica.phrases import Phrase, mark
from platica_tui import doors
from platica_tui.dialogs.person import PersonAnswer, PersonDialog, another_of_that_name
from platica_tui.screens.page import Page
from platica_tui.widgets.attendance_grid import AttendanceGrid, word_for
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Lines
from platica_tui.widgets.plain import Words


class MarkingLine(Entry):
    """Where numbers and names are typed; the arrows move in the list without leaving it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Mark")),
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("pageup", "screen.page(-1)", show=False),
        Binding("pagedown", "screen.page(1)", show=False),
    ]


class AttendancePage(Page):
    """Marks a meeting. Every mark is saved before the screen says so."""

    CSS_PATH = "../styles/attendance.tcss"
    AUTO_FOCUS = "#entry"
    GUIDE = (
        mark("Type the number of who came and press Enter: 4. Several at once: 1-9,11."),
        mark("“all but 4” marks everybody present except number 4. A name, or the beginning of one, works too."),
        mark("A letter after the number says more: 4t late, 4j excused, 4a absent, 4o online, 4m made up."),
        mark("“+” and a name adds a person who was not on the roster and marks them present."),
        mark("With nothing typed, Enter marks the person under the sign ▸. Tab goes to the list, where letters act."),
        mark("F5 marks everybody without a mark absent. Ctrl+Z takes back the last marking."),
        mark("F7 enters the return sheet of a session held on paper: counts, questions and notes besides the marks."),
        mark("F8 tells what was changed in the mark under the sign ▸, when and by whom."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "rest_absent", mark("Rest absent")),
        Binding("f4", "walk_in", mark("New person")),
        Binding("ctrl+z", "undo", mark("Undo")),
        Binding("tab", "to_list", mark("List")),
        Binding("f7", "return_sheet", mark("Return sheet"), show=False),
        Binding("f8", "history", mark("History of the mark"), show=False),
        Binding("ctrl+f", "to_entry", mark("Find"), show=False),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self.grid: Grid | None = None
        self.saved: datetime | None = None
        self.asked_about = ""
        """The new name that is on the roster already, once the leader was asked."""

    def body(self) -> Iterable[Widget]:
        yield Words(id="counts")
        yield AttendanceGrid(id="people")
        with Horizontal(id="typing"):
            yield MarkingLine(hint=self.say("1-9,11 · all but 4 · a name · + a new name"), id="entry")
            yield Words(id="saved")
        yield Words(id="meant")

    def fill(self) -> None:
        grid = self.grid = take_attendance.grid(self.desk, self.meeting.workshop)
        meeting = self.meeting
        self.head(
            self.say("Attendance · {workshop}", workshop=grid.workshop.name),
            self.say(
                "session {number} · {day}, {time}",
                number=meeting.number,
                day=self.app.formats.day(meeting.on),
                time=self.app.formats.time(meeting.at),
            ),
        )
        here = next(place for place, one in enumerate(grid.meetings) if one.id == meeting.id)
        self.query_one(AttendanceGrid).put_grid(grid, here, self.app.book)
        self.query_one("#counts", Words).put(self._counts(grid))
        if self.saved:
            saved = self.say("Saved {time}", time=self.app.formats.time(self.saved.time()))
            self.query_one("#saved", Words).put(saved)
        self._say_meant()
        self.refresh_bindings()

    @property
    def undoes(self) -> Scope:
        return Scope(What.ATTENDANCE, self.meeting.workshop)

    def _counts(self, grid: Grid) -> str:
        counts = grid.counts(self.meeting.id)
        if not grid.rows:
            return self.say("Nobody is on the roster yet. Type + and a name.")
        parts = [self.say("In the room {count}", count=counts.in_room)]
        if counts.online:
            parts.append(self.say("Online {count}", count=counts.online))
        if counts.make_up:
            parts.append(self.say("Made up {count}", count=counts.make_up))
        if counts.excused:
            parts.append(self.say("Excused {count}", count=counts.excused))
        parts += [
            self.say("Absent {count}", count=counts.absent),
            self.say("Not marked {count}", count=counts.unmarked),
        ]
        return "   ".join(parts)

    @on(Entry.Changed, "#entry")
    def _typing(self) -> None:
        self.asked_about = ""

    @on(Entry.Changed, "#entry")
    @on(Lines.Moved)
    def _say_meant(self) -> None:
        self.query_one("#meant", Words).put(self._meant(self.query_one("#entry", Entry).value.strip()))

    def tell(self, sentence: Phrase, *, wrong: bool = False) -> None:
        """What is refused is said once, not in two rows."""
        super().tell(sentence, wrong=wrong)
        if wrong:
            self.query_one("#meant", Words).put("")

    def _meant(self, typed: str) -> str:
        """Whom the line would mark, or how to type it."""
        if not typed:
            entry = self._under_cursor()
            letters = self.say("4t late · 4j excused · 4o online")
            return f"→ {entry.number} {entry.participant.name}   ({letters})" if entry else letters
        if typed.startswith("+"):
            return self.say("→ new: {name}", name=typed[1:].strip())
        try:
            meant = read_entry(typed, keep_roster.roster(self.desk, self.meeting.workshop))
        except PlaticaError as error:
            return "… " + self.app.book.tell(error.phrase)
        return "→ " + " · ".join(map(self._group, meant.groups))

    def _group(self, group: EntryGroup) -> str:
        word = word_for(group.presence, group.way, self.app.book)
        if len(group.people) == 1:
            return f"{group.people[0].number} {group.people[0].participant.name}: {word}"
        return self.say_count("{count} person: {status}", "{count} people: {status}", len(group.people), status=word)

    @on(Entry.Submitted, "#entry")
    def _typed(self, event: Entry.Submitted) -> None:
        typed = event.value.strip()
        with self.telling():
            if not typed:
                self.action_status("")
            elif typed.startswith("+"):
                self._add_unless_alike(clean_name(typed[1:]))
            else:
                self._done(take_attendance.mark_typed(self.desk, self.meeting.id, typed))
            if not self.asked_about:
                event.input.value = ""

    @on(Lines.Chosen, "#people")
    def _chosen(self) -> None:
        with self.telling():
            self.action_status("")

    def action_status(self, letter: str) -> None:
        """Marks the person under the cursor, and goes on to the next."""
        entry = self._under_cursor()
        if entry is None:
            return
        presence, way = STATUS_LETTERS.get(letter, (Presence.PRESENT, None))
        people = self.query_one(AttendanceGrid)
        self._done(take_attendance.mark(self.desk, self.meeting.id, [entry], presence, *([way] if way else [])))
        people.action_step(1)

    def action_rest_absent(self) -> None:
        self._done(take_attendance.mark_rest_absent(self.desk, self.meeting.id))

    def action_walk_in(self) -> None:
        languages = self.desk.records.workshop(self.meeting.workshop).languages
        alike = partial(keep_roster.alike, self.desk, self.meeting.workshop)
        self.app.push_screen(PersonDialog(languages, self._walked_in, alike=alike))

    def _walked_in(self, answer: PersonAnswer) -> None:
        self._add(answer.name, answer.reads, answer.contact)

    def _add_unless_alike(self, name: str) -> None:
        """Adds at once, or asks once whether this is another person of that name."""
        alike = keep_roster.alike(self.desk, self.meeting.workshop, name)
        if alike and self.asked_about != name:
            self.asked_about = name
            self.tell(another_of_that_name(alike[0]))
        else:
            self.asked_about = ""
            self._add(name)

    def _add(self, name: str, reads: Reads | None = None, contact: str = "") -> None:
        self._done(take_attendance.mark_new(self.desk, self.meeting.id, name, reads, contact))

    def took_back(self, undone: Undone) -> None:
        self.saved = undone.at
        super().took_back(undone)

    def _done(self, marked: Marked) -> None:
        if len(marked.people) == 1:
            self.query_one(AttendanceGrid).wanted = marked.people[0].participant.id
        self.saved = marked.at
        self.fill()

    def _under_cursor(self) -> RosterEntry | None:
        key = self.query_one(AttendanceGrid).key
        row = next((row for row in self.grid.rows if row.entry.participant.id == key), None) if self.grid else None
        return row.entry if row else None

    def action_history(self) -> None:
        """What happened to the mark of the person under the cursor."""
        entry = self._under_cursor()
        if entry:
            who, meeting = entry.participant, self.meeting.id
            doors.open_history(self.app, who.name, lambda: record_history.of_mark(self.desk, meeting, who.id))

    def action_return_sheet(self) -> None:
        doors.open_return_sheet(self.app, self.meeting.id)

    def action_step(self, by: int) -> None:
        self.query_one(AttendanceGrid).action_step(by)

    def action_page(self, way: int) -> None:
        self.query_one(AttendanceGrid).action_page(way)

    def action_to_list(self) -> None:
        """To the list, and from there back to the entry line."""
        grid = self.query_one(AttendanceGrid)
        (self.query_one("#entry", Entry) if grid.has_focus else grid).focus()

    def action_to_entry(self) -> None:
        self.query_one("#entry", Entry).focus()

    def action_back(self) -> None:
        """From the list to the entry line, and from there to the screen before."""
        entry = self.query_one("#entry", Entry)
        if entry.has_focus and not entry.value:
            super().action_back()
        else:
            entry.value = ""
            entry.focus()
