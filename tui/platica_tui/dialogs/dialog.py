"""A short question over a screen."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, ScreenResultType
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.speaking import Speaking
from platica_tui.widgets.keyline import KeyLine
from platica_tui.widgets.notice import Notice
from platica_tui.widgets.plain import Words


class Dialog(Speaking[ScreenResultType], ModalScreen[ScreenResultType]):
    """A box with a heading; Esc leaves it without an answer."""

    CSS_PATH = "../styles/dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", mark("Back")),
        Binding("f1", "app.help", mark("Help")),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Words(self.heading(), id="heading")
            yield from self.body()
            yield Notice()
            yield KeyLine(id="keys")

    def heading(self) -> str:
        """What is asked."""
        return ""

    def body(self) -> Iterable[Widget]:
        """What the answer is given with."""
        return ()

    def action_leave(self) -> None:
        self.dismiss(None)
