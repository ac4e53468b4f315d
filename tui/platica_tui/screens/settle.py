"""What a person must decide, kind by kind."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import settle
from platica.domain.matter import Matter, MatterKind, Settled
from platica.domain.scope import Scope, What
from platica.phrases import mark
from platica_tui.screens.matter import MatterPage
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Line, Lines, Look
from platica_tui.widgets.plain import Words

_HEADINGS = {
    MatterKind.NUMBER: mark("One number, several people"),
    MatterKind.APART: mark("Written differently on two computers"),
    MatterKind.REMOVED: mark("Taken away on one computer, changed on another"),
    MatterKind.ERASED: mark("Erased on one computer, joined on another"),
    MatterKind.MARKED_TWICE: mark("Marked twice, and not alike"),
    MatterKind.DUPLICATE: mark("Perhaps the same person"),
    MatterKind.CLOCK: mark("Wrong dates"),
    MatterKind.RETENTION: mark("Not heard of for a long time"),
}


class Matters(Lines):
    """The list of matters."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", mark("Look and decide"))]


class SettlePage(Page):
    """Lists the matters; each opens with its choices."""

    CSS_PATH = "../styles/settle.tcss"
    NAMES_FIRST = True
    GUIDE = (
        mark("Here is what the program cannot know. Nothing is lost while you do not decide."),
        mark(
            "Enter opens a matter with its choices. Ctrl+Z takes the last decision back;"
            " what was done before on other screens it names first."
        ),
        mark("Nobody is joined or erased unless a person says so."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", mark("Undo")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.matters: tuple[Matter, ...] = ()

    @property
    def undoes(self) -> Scope:
        return Scope(What.ANYTHING)

    def body(self) -> Iterable[Widget]:
        yield Matters(id="matters")
        yield Words(id="whole", classes="quiet")

    def fill(self) -> None:
        self.matters = settle.to_settle(self.desk, self.app.book.language)
        count = self.say_count("{count} matter", "{count} matters", len(self.matters)) if self.matters else ""
        self.head(self.say("To settle"), count)
        nothing = Line((self.say("There is nothing to settle."),), look=Look.QUIET, whole=True)
        self.query_one(Matters).put([*self._lines()] or [EMPTY, nothing])
        self._say_whole()
        self.refresh_bindings()

    def _lines(self) -> Iterator[Line]:
        for kind, heading in _HEADINGS.items():
            held = [matter for matter in self.matters if matter.kind is kind]
            if held:
                yield EMPTY
                yield Line((self.told(heading),), look=Look.HEADING, whole=True)
            for matter in held:
                yield Line((self.told(matter.sentence),), key=matter.id, whole=True)

    def _under_cursor(self) -> Matter | None:
        key = next((matters.key for matters in self.query(Matters)), "")
        return next((matter for matter in self.matters if matter.id == key), None)

    @on(Lines.Moved, "#matters")
    def _say_whole(self) -> None:
        """The whole sentence, as the line may be too short for it."""
        matter = self._under_cursor()
        self.query_one("#whole", Words).put(self.told(matter.sentence) if matter else "")

    @on(Lines.Chosen, "#matters")
    def _open(self) -> None:
        matter = self._under_cursor()
        if matter is not None:
            self.app.push_screen(MatterPage(matter, self._settled))

    def _settled(self, settled: Settled) -> None:
        self.fill()
        self.tell(settled.sentence)
