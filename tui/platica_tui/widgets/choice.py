"""One of a few: a value between two arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.plain import shown


class Choice(Widget, Keeping, can_focus=True):
    """Lets one of a few values be chosen with the arrow keys, the space bar or a click; a single one is fixed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    class Changed(Message):
        """Another value stands."""

        def __init__(self, choice: "Choice", value: str) -> None:
            super().__init__()
            self.choice = choice
            self.value = value

        @property
        def control(self) -> "Choice":
            return self.choice

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None) -> None:  # noqa: A002
        """Options are pairs of a value and its words."""
        super().__init__(id=id)
        self.value = value
        self.offer(options)

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Other values to choose from; the one that stands stays if it is among them, else the first stands."""
        self.options = tuple(options)
        self.can_focus = len(self.options) > 1
        self.set_class(len(self.options) == 1, "-fixed")
        self.value = self.value if any(self.value == one for one, _ in self.options) else self.options[0][0]
        self.refresh(layout=True)

    def kept(self) -> Kept:
        return self.value, (0, 0)

    def take_back(self, kept: Kept) -> None:
        if any(kept[0] == one for one, _ in self.options):
            self.value = kept[0]
            self.refresh(layout=True)

    def action_turn(self, by: int) -> None:
        values = [value for value, _ in self.options]
        if len(values) == 1:
            return
        self.value = values[(values.index(self.value) + by) % len(values)]
        self.refresh(layout=True)
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: Click) -> None:
        self.action_turn(-1 if event.x < 2 else 1)

    def render(self) -> Content:
        words = shown(dict(self.options)[self.value])
        return Content(f"‹ {words} ›" if len(self.options) > 1 else words)
