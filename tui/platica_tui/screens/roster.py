"""The roster: who is in the group, under numbers that stay theirs."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import join_people, keep_roster, record_history
from platica.domain.ids import WorkshopId
from platica.domain.names import folded
from platica.domain.participant import ReadingStyle
from platica.domain.roster import Roster, RosterEntry
from platica.domain.scope import Scope, What
from platica.domain.spoken import STYLES
from platica.errors import Refused
from platica.phrases import Phrase, mark, phrase, phrases
from platica_tui import doors
from platica_tui.dialogs.paste_names import PasteNamesDialog
from platica_tui.dialogs.person import PersonAnswer, PersonDialog
from platica_tui.screens.finding import FindingPage
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Column, Line, Lines, Look

_COLUMNS = (Column(4, right=True), Column(), Column(12), Column(16, least=60), Column(18, least=76))


class People(Lines):
    """The list of people. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Edit")),
        Binding("n,plus", "screen.add", mark("Add")),
        Binding("v", "screen.paste", mark("Add a list")),
        Binding("x", "screen.leave", mark("Leaves the group")),
        Binding("b", "screen.bring_back", mark("Comes back")),
        Binding("s", "screen.separate", mark("Two people again")),
        Binding("h", "screen.history", mark("History"), show=False),
        Binding("d,delete", "screen.erase", mark("Erase for good"), show=False),
    ]


class RosterPage(FindingPage):
    """Adds, finds, corrects and lets go."""

    CSS_PATH = "../styles/roster.tcss"
    GUIDE = (
        mark("Each person keeps their number for good; it is the number on the sign-in sheet."),
        mark("Ctrl+F looks for a name; accents and capital letters do not matter."),
        mark("A person who leaves keeps their number and marks; b brings them back."),
        mark("The sign ▲ before a number: several people have it. “To settle” gives one of them another."),
        mark("The key h tells what was changed about a person, when and by whom."),
        mark("The key d erases a person for good; it shows first what is kept of them."),
    )

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop = workshop

    @property
    def undoes(self) -> Scope:
        return Scope(What.PEOPLE, self.workshop)

    def body(self) -> Iterable[Widget]:
        yield Entry(hint=self.say("Find a name"), id="find")
        yield People(_COLUMNS, id="people")

    def fill(self) -> None:
        workshop = self.desk.records.workshop(self.workshop)
        roster = keep_roster.roster(self.desk, self.workshop)
        count = self.say_count("{count} person", "{count} people", len(roster.active))
        self.head(self.say("People · {workshop}", workshop=workshop.name), count)
        wanted = folded(self.query_one("#find", Entry).value)
        found = [entry for entry in roster.entries if wanted in folded(entry.participant.name)]
        lines = [self._line(entry, roster) for entry in found]
        if not roster.entries:
            lines = [
                self._empty(self.say("Nobody yet.")),
                self._empty(self.say("The key n adds a person; v adds a list of names.")),
            ]
        elif not found:
            lines = [self._empty(self.say("Nobody of that name is here."))]
        header = Line(
            (self.say("no."), self.say("person"), self.say("reads"), self.say("print"), self.say("telephone"))
        )
        self.query_one(People).put(lines, header=header)
        self.refresh_bindings()

    @staticmethod
    def _empty(words: str) -> Line:
        return Line((words,), look=Look.QUIET, whole=True)

    def _line(self, entry: RosterEntry, roster: Roster) -> Line:
        person = entry.participant
        style = self.told(STYLES[person.reads.style]) if person.reads.style is not ReadingStyle.NORMAL else ""
        name = person.name if entry.active else self.say("{name} (left)", name=person.name)
        if entry.also:
            name = self.say("{name} (and {numbers})", name=name, numbers=", ".join(map(str, entry.also)))
        contested = not set(roster.contested).isdisjoint(entry.numbers)
        cells = (
            f"▲{entry.number}" if contested else str(entry.number),
            name,
            self.app.formats.languages_name(person.reads.language),
            style,
            person.contact or "",
        )
        look = Look.WARNING if contested else Look.PLAIN if entry.active else Look.QUIET
        return Line(cells, key=entry.participant.id, look=look)

    def action_add(self) -> None:
        languages = self.desk.records.workshop(self.workshop).languages
        alike = partial(keep_roster.alike, self.desk, self.workshop)
        self.app.push_screen(PersonDialog(languages, self._add, alike=alike))

    def _add(self, answer: PersonAnswer) -> None:
        entry = keep_roster.add(self.desk, self.workshop, answer.name, answer.reads, answer.contact)
        self._stand_on(entry)
        self.tell(phrase("{name} is on the roster, number {number}.", name=answer.name, number=entry.number))

    def action_paste(self) -> None:
        self.app.push_screen(PasteNamesDialog(), self._pasted)

    def _pasted(self, names: tuple[str, ...] | None) -> None:
        if names:
            with self.telling():
                added = keep_roster.add_names(self.desk, self.workshop, names)
                if added.people:
                    self._stand_on(added.people[0])
                said = phrases("{count} person added.", "{count} people added.", len(added.people))
                if added.already:
                    already = phrases(
                        "{count} was on the roster already.",
                        "{count} were on the roster already.",
                        len(added.already),
                    )
                    said = Phrase("{said} {also}", {"said": said, "also": already})
                self.tell(said)

    def _stand_on(self, entry: RosterEntry) -> None:
        self.query_one(People).wanted = entry.participant.id
        self.fill()

    def _here(self) -> RosterEntry | None:
        """The person under the cursor, when there is a list and somebody on it."""
        key = next((people.key for people in self.query(People)), "")
        entries = keep_roster.roster(self.desk, self.workshop).entries if key else ()
        return next((entry for entry in entries if entry.participant.id == key), None)

    @on(Lines.Chosen, "#people")
    def _edit(self) -> None:
        with self.telling():
            here = self._here()
            if here is None:
                return
            entry = keep_roster.entry(self.desk, self.workshop, here.number)
            languages = self.desk.records.workshop(self.workshop).languages
            self.app.push_screen(PersonDialog(languages, partial(self._correct, entry), entry.participant))

    def _correct(self, entry: RosterEntry, answer: PersonAnswer) -> None:
        keep_roster.correct(self.desk, self.workshop, entry.number, answer.name, answer.reads, answer.contact)
        self.fill()

    def action_leave(self) -> None:
        entry = self._here()
        if entry is None:
            return
        name = entry.participant.name
        if not entry.active:
            raise Refused(phrase("{name} has left already. The key b brings them back.", name=name))
        removed = keep_roster.remove(self.desk, self.workshop, entry.number)
        self.fill()
        if removed.forgotten:
            self.tell(phrase("{name} is off the roster. Ctrl+Z takes it back.", name=name))
        else:
            self.tell(phrase("{name} has left; number and marks stay theirs. b brings them back.", name=name))

    def action_history(self) -> None:
        entry = self._here()
        if entry:
            who = entry.participant
            doors.open_history(self.app, who.name, lambda: record_history.of_person(self.desk, self.workshop, who.id))

    def action_bring_back(self) -> None:
        entry = self._here()
        if entry is None:
            return
        name = entry.participant.name
        if entry.active:
            raise Refused(phrase("{name} is in the group.", name=name))
        keep_roster.bring_back(self.desk, self.workshop, entry.number)
        self.fill()
        self.tell(phrase("{name} is on the roster again.", name=name))

    def action_erase(self) -> None:
        entry = self._here()
        if entry is not None:
            doors.open_erase(self.app, self.workshop, entry)

    def action_separate(self) -> None:
        """Takes back that two people are one, whenever they were joined."""
        entry = self._here()
        if entry is not None:
            number = next(iter(entry.also), entry.number)
            kept, other = join_people.separate(self.desk, self.workshop, number)
            self.fill()
            self.tell(phrase("{name} and {other} are two people again.", name=kept.name, other=other.name))

    def offers(self, action: str) -> bool:
        if action == "separate":
            entry = self._here()
            return entry is not None and bool(join_people.duplicates(self.desk, entry.participant.id))
        if action in ("leave", "bring_back", "erase"):
            entry = self._here()
            if action == "erase":
                return entry is not None
            return entry is not None and entry.active == (action == "leave")
        return super().offers(action)

    @on(Lines.Moved, "#people")
    def _moved(self) -> None:
        self.refresh_bindings()
