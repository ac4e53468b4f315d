"""One line to fill in."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.entry import Entry


class AskEntry(Entry):
    """The line; Enter gives the answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", mark("Save"))]


class AskDialog(Dialog[str | None]):
    """Asks for one line; the heading is said by who asks."""

    def __init__(self, question: str, value: str = "") -> None:
        super().__init__()
        self.question = question
        self.value = value

    def heading(self) -> str:
        return self.question

    def body(self) -> Iterable[Widget]:
        yield AskEntry(self.value, id="answer")

    @on(Entry.Submitted)
    def _answered(self, event: Entry.Submitted) -> None:
        self.dismiss(event.value)
