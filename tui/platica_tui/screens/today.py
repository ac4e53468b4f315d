"""Today: the next meeting, what is worth doing, and the workshops."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import keyboard, today
from platica.desk.today import NextMeeting, Today, WorkshopLine
from platica.domain.ids import WorkshopId
from platica.domain.schedule import next_meeting
from platica.domain.workshop import Meeting, WorkshopForm
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.dates import Dates, Later
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.plain import fitted, shown
from platica_tui.worth_doing import NOTHING_WANTING, wanting, worth_doing

if TYPE_CHECKING:
    from platica.domain.scope import Scope
    from platica.domain.undone import Undone

_ACTION = 32
"""Cells for what can be done, before a word about it."""
_HAND = 18
"""Cells for the name of who is at the keyboard."""


class TodayPage(Page):
    """The first screen."""

    GUIDE = (
        mark("The next session is at the top, with what it needs. Below are your workshops."),
        mark("Move with the arrows; Enter opens the line with the sign ▸. A letter at the right edge is a shortcut."),
        mark("The letters p, a, e and b act on the workshop under the sign, or on the next session."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", mark("New workshop")),
        Binding("o", "curricula", mark("Curricula")),
        Binding("e", "people", mark("People")),
        Binding("s", "organization", mark("Organization")),
        Binding("p", "print", mark("Print"), show=False),
        Binding("a", "attendance", mark("Take attendance"), show=False),
        Binding("l", "calls", mark("Whom to call"), show=False),
        Binding("b", "questions", mark("Question box"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.seen: Today | None = None
        self.dates: Dates = Later()
        self.wanting = NOTHING_WANTING

    @property
    def undoes(self) -> "Scope | None":
        """Set-up, which leads back here; asked only after the first paint."""
        if isinstance(self.dates, Later):
            return None
        from platica.domain.scope import Scope, What

        return Scope(What.SETTINGS)

    def took_back(self, undone: "Undone") -> None:
        self.app.renew_formats()
        super().took_back(undone)

    def body(self) -> Iterable[Widget]:
        yield Lines(id="lines")

    def fill(self) -> None:
        if not self.app.has_site:
            return
        if not isinstance(self.dates, Later):
            self.dates = self.app.formats
        self.seen = today.look(self.desk, self.app.book.language)
        self._show(self.seen)
        self.call_after_refresh(self._look_closer)

    def offers(self, action: str) -> bool:
        if action in ("people", "print", "attendance", "questions"):
            return self.seen is not None and bool(self.seen.workshops)
        if action == "calls":
            return self.seen is not None and bool(self.seen.to_call)
        return super().offers(action)

    def _look_closer(self) -> None:
        """Reads calendar and country pack only after the first paint: they cost more than everything before it."""
        if not self.app.has_site:
            return
        self.dates = self.app.formats
        self.wanting = wanting(self.desk)
        if self.seen:
            self._show(self.seen)

    def _show(self, seen: Today) -> None:
        here = keyboard.here(self.desk)
        hand = f"{fitted(shown(here.name), _HAND).rstrip()} · " if here else ""
        self.head(
            self.say("Plática · {site}", site=self.desk.settings.name),
            f"{hand}{self.dates.day(self.desk.now().date())}  {self.app.book.language}",
        )
        lines = self.query_one(Lines)
        dots = max((len(line.held) for line in seen.workshops), default=1)
        lines.columns = (
            Column(),
            Column(26, least=62, snug=True),
            Column(dots),
            Column(11, right=True, least=50, snug=True),
        )
        lines.put([EMPTY, *self._lines(seen)])

    def _lines(self, seen: Today) -> Iterator[Line]:
        if seen.next:
            yield from self._next(seen.next)
        elif not seen.workshops:
            yield from self._welcome()
        worth = list(worth_doing(self, seen, self.wanting))
        if worth:
            yield from [EMPTY, Line((self.say("Worth doing"),), look=Look.HEADING, whole=True), *worth]
        if seen.workshops:
            yield from [EMPTY, Line((self.say("Workshops"),), look=Look.HEADING, whole=True)]
            yield from map(self._workshop, seen.workshops)

    def _welcome(self) -> Iterator[Line]:
        yield Line((self.say("Welcome. There are no workshops yet."),), look=Look.HEADING, whole=True)
        yield EMPTY
        yield Line((self.say("Start a new workshop"), "n"), key="new", whole=True)
        yield Line((self.say("Look through the curricula first"), "o"), key="curricula", whole=True)

    def _next(self, coming: NextMeeting) -> Iterator[Line]:
        meeting = coming.meeting
        when = self.dates.until(self.desk.now(), meeting.starts)
        yield Line((self.say("Next session"), when), look=Look.HEADING, whole=True)
        yield Line((coming.title, self.dates.day(meeting.on)), look=Look.STRONG, whole=True)
        count = self.say("session {number} of {of}", number=meeting.number, of=coming.of)
        facts = [coming.workshop.name, count, self.dates.time(meeting.at), coming.workshop.place]
        yield Line((" · ".join(filter(None, facts)),), whole=True)
        if coming.workshop.form is not WorkshopForm.EVENT:
            yield Line((self._people(coming),), look=Look.QUIET, whole=True)
        yield EMPTY
        papers = fitted(self.say("Print what it needs"), _ACTION) + self.say("guide, handouts, sign-in")
        yield Line((papers, "p"), key="print", whole=True)
        marked = self.say_count("{count} marked", "{count} marked", coming.marked) if coming.marked else ""
        yield Line((fitted(self.say("Take attendance"), _ACTION) + marked, "a"), key="attendance", whole=True)

    def _people(self, coming: NextMeeting) -> str:
        people = self.say_count("{count} person", "{count} people", coming.people)
        languages = [
            self.say_count(
                "{count} reads {language}",
                "{count} read {language}",
                count,
                language=self.dates.language_in_a_sentence(tag),
            )
            for tag, count in coming.reads
        ]
        large = self.say_count("{count} in large print", "{count} in large print", coming.large) if coming.large else ""
        return " · ".join(filter(None, [people, self.dates.listing(languages) if languages else "", large]))

    def _workshop(self, line: WorkshopLine) -> Line:
        coming = next_meeting(line.meetings, self.desk.now())
        when = f"{self.dates.day(coming.on)} {self.dates.time(coming.at)}" if coming else self.say("finished")
        dots = "".join("●" if held else "○" for held in line.held)
        event = line.workshop.form is WorkshopForm.EVENT
        people = self.say("event") if event else self.say_count("{count} person", "{count} people", line.people)
        return Line((line.workshop.name, when, dots, people), key=f"workshop:{line.workshop.id}")

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        kind, _, name = event.key.partition(":")
        with self.telling():
            match kind:
                case "workshop":
                    doors.open_workshop(self.app, WorkshopId(name))
                case "questions":
                    doors.open_questions(self.app, WorkshopId(name))
                case "print":
                    self.action_print()
                case "attendance":
                    self.action_attendance()
                case "calls":
                    self.action_calls()
                case "set-up":
                    doors.open_set_up(self.app)
                case "backup":
                    doors.open_backup(self.app)
                case "keys":
                    doors.open_keys(self.app)
                case "settle":
                    doors.open_settle(self.app)
                case "state":
                    doors.open_health(self.app)
                case "new":
                    self.action_new()
                case "curricula":
                    self.action_curricula()

    def _meant(self) -> Meeting:
        """The meeting of the workshop under the cursor, or the next one of all."""
        kind, _, name = self.query_one(Lines).key.partition(":")
        assert self.seen is not None
        if kind in ("workshop", "questions"):
            meetings = next(line.meetings for line in self.seen.workshops if line.workshop.id == name)
            return next_meeting(meetings, self.desk.now()) or meetings[-1]
        if self.seen.next:
            return self.seen.next.meeting
        if self.seen.workshops:
            return self.seen.workshops[-1].meetings[-1]
        raise Refused(phrase("There are no workshops yet."))

    def action_print(self) -> None:
        meeting = self._meant()
        doors.open_printing(self.app, meeting.workshop, meeting.number)

    def action_attendance(self) -> None:
        doors.open_attendance(self.app, self._meant().id)

    def action_people(self) -> None:
        doors.open_roster(self.app, self._meant().workshop)

    def action_calls(self) -> None:
        if self.seen and self.seen.to_call:
            doors.open_calls(self.app, self.seen.to_call)

    def action_questions(self) -> None:
        doors.open_questions(self.app, self._meant().workshop)

    def action_new(self) -> None:
        doors.open_new_workshop(self.app)

    def action_curricula(self) -> None:
        doors.open_curricula(self.app)

    def action_organization(self) -> None:
        doors.open_organization(self.app)
