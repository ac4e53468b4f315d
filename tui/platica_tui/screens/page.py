"""A full screen: a head, one job, and the keys at the foot."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.speaking import Speaking
from platica_tui.widgets.keyline import KeyLine
from platica_tui.widgets.notice import Notice
from platica_tui.widgets.title import Title


class Page(Speaking[None]):
    """One job. Subclasses give the `body`, and `fill` it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (72, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", mark("Back"), show=False),
        Binding("ctrl+z", "undo", mark("Undo"), show=False),
    ]

    def compose(self) -> ComposeResult:
        yield Title(id="title")
        yield from self.body()
        yield Notice()
        yield KeyLine(id="keys")

    def body(self) -> Iterable[Widget]:
        """What stands between the head and the foot."""
        return ()

    def head(self, left: str, right: str = "") -> None:
        """Says where one is."""
        self.query_one(Title).put(left, right)

    def action_back(self) -> None:
        self.app.back()
