"""Beginning a workshop: what a leader decides before there is a plan."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import browse_curricula, build_workshop
from platica.desk.build_workshop import NewWorkshop
from platica.domain.dates_typed import date_from, time_from
from platica.domain.ids import CurriculumId
from platica.domain.workshop import WorkshopForm
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.languages import language_options
from platica_tui.screens.page import Page
from platica_tui.typed import typed_minutes, typed_title
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.dates import DateEntry, TimeEntry
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.wrongs import Wrongs

FORMS = {
    WorkshopForm.SERIES: mark("series: the same people every time"),
    WorkshopForm.OPEN: mark("open: anyone may join any time"),
    WorkshopForm.EVENT: mark("event: one time, counted by heads"),
}
EVERY = {1: mark("every week"), 2: mark("every two weeks"), 4: mark("every four weeks")}


class NewWorkshopPage(Page):
    """One form; everything can be changed later."""

    CSS_PATH = "../styles/form.tcss"
    GUIDE = (
        mark("Fill in what you know; Tab goes to the next line and F10 saves. Everything can be changed later."),
        mark("Between ‹ and › the arrows left and right change the choice. In the date, up and down change the day."),
        mark("A day may be written 3 Dec, 2026-12-03, Thursday or tomorrow. Beside it stands what was understood."),
        mark("With no minutes filled in, each session gets the time its curriculum asks for."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Save")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, curriculum: CurriculumId | None) -> None:
        super().__init__()
        self.curriculum = curriculum
        self.named = ""
        """The name that was proposed, to be replaced only while nobody has changed it."""

    def body(self) -> Iterable[Widget]:
        titles = [
            (str(one), browse_curricula.titles(self.desk, one, self.app.book.language).title.plain)
            for one in self.desk.library.ids()
        ]
        first = self._first_day()
        yield VerticalScroll(
            Field(self.say("Curriculum"), Choice(titles, self.curriculum or "", id="curriculum")),
            Field(self.say("Name"), Entry(id="name", anew=True)),
            Field(self.say("Form"), Choice([(form, self.told(words)) for form, words in FORMS.items()], id="form")),
            Field(self.say("Languages"), Choice(language_options(self.app), self._own_languages(), id="languages")),
            Field(self.say("First day"), DateEntry(first, self._read_date, id="date"), self.app.formats.day(first)),
            Field(self.say("Time"), TimeEntry(time(18), id="time"), self.app.formats.time(time(18))),
            Field(self.say("How often"), Choice([(str(n), self.told(w)) for n, w in EVERY.items()], id="weeks")),
            Field(self.say("Minutes"), Entry(id="minutes", hint=self.say("as the curriculum asks"), digits=True)),
            Field(self.say("Place"), Entry(id="place")),
            Field(self.say("Who leads"), Entry(id="leaders", hint=self.say("names with commas between"))),
            id="form-lines",
            can_focus=False,
        )

    def fill(self) -> None:
        self.head(self.say("New workshop"))
        self._propose_name()

    def _first_day(self) -> date:
        today: date = self.desk.now().date()
        return today + timedelta(weeks=1)

    def _own_languages(self) -> str:
        own = self.desk.settings.language
        return next((value for value, _ in language_options(self.app) if value.split()[0] == own), own)

    @on(Choice.Changed, "#curriculum")
    def _propose_name(self) -> None:
        choice = self.query_one("#curriculum", Choice)
        title = dict(choice.options)[choice.value]
        name = self.query_one("#name", Entry)
        if name.value == self.named:
            name.value = self.named = title

    @on(DateEntry.Dated)
    def _dated(self, event: DateEntry.Dated) -> None:
        self._beside("date", self.app.formats.day(event.date) if event.date else self.say("not a date"))

    @on(TimeEntry.Timed)
    def _timed(self, event: TimeEntry.Timed) -> None:
        self._beside("time", self.app.formats.time(event.at) if event.at else self.say("not a time"))

    def _beside(self, name: str, words: str) -> None:
        field = self.query_one(f"#{name}").parent
        if isinstance(field, Field):
            field.say_beside(words)

    @on(Entry.Submitted)
    def _next_line(self) -> None:
        self.focus_next()

    def _read_date(self, typed: str) -> date:
        return date_from(typed, self.desk.now().date(), self.desk.settings.region)

    def action_save(self) -> None:
        wrongs = Wrongs()
        with wrongs.at("name"):
            name = typed_title(self._typed("name"))
        with wrongs.at("date"):
            start = self._read_date(self._typed("date"))
        with wrongs.at("time"):
            at = time_from(self._typed("time"))
        with wrongs.at("minutes"):
            minutes = typed_minutes(self._typed("minutes"))
        if wrongs.told(self):
            return
        workshop = build_workshop.create(
            self.desk,
            NewWorkshop(
                curriculum=CurriculumId(self._choice("curriculum")),
                name=name,
                languages=tuple(self._choice("languages").split()),
                start=start,
                at=at,
                minutes=minutes,
                form=WorkshopForm(self._choice("form")),
                weeks=int(self._choice("weeks")),
                place=self._typed("place"),
                leaders=tuple(self._typed("leaders").split(",")),
            ),
        )
        self.app.back()
        doors.open_workshop(self.app, workshop.id)
        self.app.tell(
            phrase("{name} is saved. Add people with e.", name=workshop.name)
            if workshop.form is not WorkshopForm.EVENT
            else phrase("{name} is saved.", name=workshop.name)
        )

    def _choice(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Entry).value
