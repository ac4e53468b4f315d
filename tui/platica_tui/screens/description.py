"""What a workshop is called, where it is, who leads it, and in which languages."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import build_workshop, record_history
from platica.domain.ids import WorkshopId
from platica.domain.workshop import Workshop
from platica.phrases import mark, phrase
from platica_tui import doors
from platica_tui.languages import language_options
from platica_tui.screens.page import Page
from platica_tui.typed import typed_title
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.wrongs import Wrongs


class DescriptionPage(Page):
    """Changes what was decided when the workshop began; its sessions and marks stay."""

    CSS_PATH = "../styles/form.tcss"
    GUIDE = (
        mark(
            "Change what you need; Tab goes to the next line and F10 saves. People, dates and marks stay as they are."
        ),
        mark("The languages decide what new people read and in which languages sheets are offered."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Save")),
        Binding("f8", "history", mark("History")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop_id = workshop

    def body(self) -> Iterable[Widget]:
        workshop = self._workshop()
        own = " ".join(workshop.languages)
        options = language_options(self.app)
        if own not in dict(options):
            options.append((own, " + ".join(map(self.app.language_name, workshop.languages))))
        leaders = Entry(", ".join(workshop.leaders), id="leaders", hint=self.say("names with commas between"))
        yield VerticalScroll(
            Field(self.say("Name"), Entry(workshop.name, id="name")),
            Field(self.say("Place"), Entry(workshop.place, id="place")),
            Field(self.say("Who leads"), leaders),
            Field(self.say("Languages"), Choice(options, own, id="languages")),
            id="form-lines",
            can_focus=False,
        )

    def _workshop(self) -> Workshop:
        return self.desk.records.workshop(self.workshop_id)

    def fill(self) -> None:
        self.head(self.say("Change · {workshop}", workshop=self._workshop().name))

    @on(Entry.Submitted)
    def _next_line(self) -> None:
        self.focus_next()

    def action_history(self) -> None:
        workshop = self._workshop()
        doors.open_history(self.app, workshop.name, lambda: record_history.of_workshop(self.desk, workshop.id))

    def action_save(self) -> None:
        wrongs = Wrongs()
        with wrongs.at("name"):
            name = typed_title(self._typed("name"))
        if wrongs.told(self):
            return
        build_workshop.describe(
            self.desk,
            self.workshop_id,
            name=name,
            place=self._typed("place"),
            languages=tuple(self.query_one("#languages", Choice).value.split()),
            leaders=tuple(self._typed("leaders").split(",")),
        )
        self.app.back()
        self.app.tell(phrase("{name} is saved.", name=name))

    def _typed(self, name: str) -> str:
        return self.query_one(f"#{name}", Entry).value
