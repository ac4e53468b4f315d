"""Assembling a session: its activities against the minutes booked, and what each one is."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from platica.desk import browse_curricula, build_workshop
from platica.desk.build_workshop import SessionPlan
from platica.domain.document import SessionText
from platica.domain.fit import whole_session
from platica.domain.ids import ActivityId, SessionId, WorkshopId
from platica.domain.scope import Scope, What
from platica.domain.undone import Undone
from platica.domain.workshop import PlannedSession, Workshop
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.dialogs.ask import AskDialog
from platica_tui.reading_text import activity_pieces
from platica_tui.screens.page import Page
from platica_tui.typed import typed_minutes
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.minutes_bar import MinutesBar
from platica_tui.widgets.plain import Words
from platica_tui.widgets.reading import Reading


class Activities(Lines):
    """The activities in order. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "screen.fit", mark("Fit to time")),
        Binding("x,delete", "screen.leave_out", mark("Leave out or put back")),
        Binding("minus,shift+up", "screen.shift(-1)", mark("Earlier")),
        Binding("plus,shift+down", "screen.shift(1)", mark("Later")),
        Binding("c", "screen.minutes", mark("Minutes")),
        Binding("b", "screen.booked", mark("Booked time"), show=False),
        Binding("v", "screen.read", mark("Read it all"), show=False),
        Binding("left", "screen.session(-1)", mark("Session before"), show=False),
        Binding("right", "screen.session(1)", mark("Session after"), show=False),
    ]


class BuilderPage(Page):
    """One session of a workshop's plan at a time."""

    CSS_PATH = "../styles/builder.tcss"
    GUIDE = (
        mark("The bar shows the minutes booked and planned. The key f leaves out optional activities until it fits."),
        mark("x leaves out the activity under the sign ▸, or puts it back; + and - move it; c gives it other minutes."),
        mark(
            "The arrows left and right go to the session before and after; b changes the time booked for each session."
        ),
    )

    def __init__(self, workshop: WorkshopId, session: SessionId | None) -> None:
        super().__init__()
        self.workshop_id = workshop
        self.session_id = session
        self.text: SessionText | None = None
        self.planned: tuple[PlannedSession, ...] = ()
        """The plan as it was last shown."""

    def body(self) -> Iterable[Widget]:
        yield MinutesBar(id="bar")
        yield Horizontal(
            Vertical(
                Activities((Column(4, right=True), Column(), Column(9, least=34)), id="activities"),
                Words(id="advice", classes="quiet"),
                id="left",
            ),
            Reading(id="preview"),
            id="panes",
        )

    def on_mount(self) -> None:
        self.query_one(Activities).focus()

    @property
    def workshop(self) -> Workshop:
        return self.desk.records.workshop(self.workshop_id)

    def _plans(self) -> tuple[SessionPlan, ...]:
        return build_workshop.session_plans(self.desk, self.workshop_id)

    def _plan(self) -> SessionPlan:
        plans = self._plans()
        return next((plan for plan in plans if plan.session.id == self.session_id), plans[0])

    def fill(self) -> None:
        plan = self._plan()
        self.session_id = plan.session.id
        workshop = self.workshop
        self.planned = workshop.plan.sessions
        whole = whole_session(plan.session)
        self.text = browse_curricula.read_session(
            self.desk, workshop.curriculum, plan.session.id, self.app.book.language, whole
        )
        place = [one.session for one in workshop.plan.sessions].index(plan.session.id) + 1
        number = self.say("session {number} of {of}", number=place, of=len(workshop.plan.sessions))
        self.head(self.say("Plan · {session}", session=self.text.title.plain), number)
        self.query_one(MinutesBar).put(plan.fit, self.app.book)
        self.query_one(Activities).put(self._lines(plan))
        self.query_one("#advice", Words).put(self._advice(plan, self.text))
        self._preview()

    def _title(self, activity: str) -> str:
        assert self.text is not None
        return next((one.title.plain for one in self.text.activities if one.id == activity), activity)

    def _lines(self, plan: SessionPlan) -> Iterator[Line]:
        optional = {one.id for one in plan.session.activities if one.optional}
        for one in plan.planned.activities:
            note = self.say("optional") if one.id in optional else ""
            yield Line((str(one.minutes), self._title(one.id), note), key=one.id)
        if plan.left_out:
            yield EMPTY
            yield Line((self.say("Left out"),), look=Look.HEADING, whole=True)
            for left in plan.left_out:
                yield Line((str(left.minutes), self._title(left.id), ""), key=left.id, look=Look.QUIET)

    def _advice(self, plan: SessionPlan, text: SessionText) -> str:
        rows = []
        if plan.drops:
            names = self.app.formats.listing([self._title(one.id) for one in plan.drops])
            rows.append(self.say("To make it fit, leave out: {activities}", activities=names))
        elif plan.fit.over:
            rows.append(self.say("Nothing optional is left. Give activities fewer minutes with c."))
        if text.materials:
            rows.append(
                self.say("Bring: {things}", things=self.app.formats.listing([m.name.plain for m in text.materials]))
            )
        return "\n".join(rows)

    @on(Lines.Moved)
    def _preview(self) -> None:
        key = self.query_one(Activities).key
        found = [one for one in self.text.activities if one.id == key] if self.text else []
        self.query_one(Reading).put(piece for one in found for piece in activity_pieces(one, self.app.book))

    @on(Lines.Chosen)
    def action_read(self) -> None:
        doors.open_session(self.app, self.workshop.curriculum, self._plan().session.id)

    def _here(self) -> ActivityId:
        return ActivityId(self.query_one(Activities).key)

    @property
    def undoes(self) -> Scope:
        return Scope(What.PLAN, self.workshop_id)

    def took_back(self, undone: Undone) -> None:
        """Shows the session that is as before."""
        pairs = zip(self.workshop.plan.sessions, self.planned, strict=True)
        changed = [now.session for now, shown in pairs if now != shown]
        if changed and self.session_id not in changed:
            self.session_id = changed[0]
        super().took_back(undone)

    def action_fit(self) -> None:
        if build_workshop.fit_to_time(self.desk, self.workshop_id, self._plan().session.id):
            self.fill()
        else:
            self.tell(phrase("There is nothing to leave out."))

    def action_leave_out(self) -> None:
        planned, activity = self._plan().planned, self._here()
        if any(one.id == activity for one in planned.activities):
            build_workshop.drop(self.desk, self.workshop_id, planned.session, activity)
        else:
            build_workshop.bring_back(self.desk, self.workshop_id, planned.session, activity)
        self.fill()

    def action_shift(self, by: int) -> None:
        planned, activity = self._plan().planned, self._here()
        order = [one.id for one in planned.activities]
        if activity in order and 0 <= order.index(activity) + by < len(order):
            place = order.index(activity) + 1 + by
            build_workshop.move(self.desk, self.workshop_id, planned.session, activity, place)
            self.fill()

    def action_minutes(self) -> None:
        planned, activity = self._plan().planned, self._here()
        found = next((one for one in planned.activities if one.id == activity), None)
        if found:
            question = self.say("Minutes for “{activity}”", activity=self._title(activity))
            use = partial(self._give, planned.session, activity)
            self.app.push_screen(AskDialog(question, str(found.minutes), use, digits=True))

    def _give(self, session: SessionId, activity: ActivityId, typed: str) -> None:
        minutes = typed_minutes(typed)
        if minutes is not None:
            build_workshop.give_minutes(self.desk, self.workshop_id, session, activity, minutes)
            self.fill()

    def action_booked(self) -> None:
        question = self.say("Minutes booked for each session")
        self.app.push_screen(AskDialog(question, str(self.workshop.plan.minutes), self._book, digits=True))

    def _book(self, typed: str) -> None:
        minutes = typed_minutes(typed)
        if minutes is not None:
            build_workshop.book_minutes(self.desk, self.workshop_id, minutes)
            self.fill()

    def action_session(self, by: int) -> None:
        sessions = [one.session for one in self.workshop.plan.sessions]
        self.session_id = sessions[(sessions.index(self._plan().session.id) + by) % len(sessions)]
        self.fill()
