"""One line to fill in."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.entry import Entry


class AskEntry(Entry):
    """The line; Enter gives the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Save")),
        Binding("f10", "submit", mark("Save"), show=False),
    ]


class PlaceEntry(Entry):
    """The line for a folder or a file, of which nothing is saved yet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Go on")),
        Binding("f10", "submit", mark("Go on"), show=False),
    ]


class AskDialog(Dialog[None]):
    """Asks for one line, and stays with its sentence while the answer cannot be used."""

    GUIDE = (mark("Type over what stands there and press Enter. Esc leaves it as it was."),)

    def __init__(
        self, question: str, value: str, use: Callable[[str], object], *, digits: bool = False, place: bool = False
    ) -> None:
        """The question is said by who asks; `use` raises Refused when the answer cannot be used.

        With `place`, a folder or a file is asked for, rather than something to be saved.
        """
        super().__init__()
        self.question = question
        self.value = value
        self.use = use
        self.digits = digits
        self.place = place

    def heading(self) -> str:
        return self.question

    def body(self) -> Iterable[Widget]:
        kind = PlaceEntry if self.place else AskEntry
        yield kind(self.value, id="answer", anew=True, digits=self.digits)

    @on(Entry.Submitted)
    def _answered(self, event: Entry.Submitted) -> None:
        with self.telling():
            self.use(event.value)
            self.dismiss()
