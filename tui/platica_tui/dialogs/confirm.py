"""Asking before something that cannot be undone."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.phrases import Phrase, mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.plain import Words


class ConfirmDialog(Dialog[None]):
    """Says what will be, and does it when Enter is pressed."""

    GUIDE = (mark("Enter does it. Esc leaves everything as it is."),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", mark("Do it"))]

    def __init__(self, question: Phrase, about: Sequence[Phrase], do: Callable[[], object]) -> None:
        super().__init__()
        self.question = question
        self.about = about
        self.do = do

    def heading(self) -> str:
        return self.told(self.question)

    def body(self) -> Iterable[Widget]:
        for sentence in self.about:
            yield Words(self.told(sentence), classes="about")

    def action_agree(self) -> None:
        with self.telling():
            self.do()
            self.dismiss()
