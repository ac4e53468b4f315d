"""One of a few: a value between two arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widget import Widget

from platica.phrases import mark
from platica_tui.widgets.plain import shown


class Choice(Widget, can_focus=True):
    """Lets one of a few values be chosen with the arrow keys, the space bar or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", mark("Previous"), show=False),
        Binding("right,space", "turn(1)", mark("Next"), show=False),
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
        self.options = tuple(options)
        self.value = value if any(value == one for one, _ in self.options) else self.options[0][0]

    def put(self, value: str) -> None:
        """Shows a value, if it is one of the options, and tells nobody."""
        if any(value == one for one, _ in self.options):
            self.value = value
            self.refresh(layout=True)

    def action_turn(self, by: int) -> None:
        values = [value for value, _ in self.options]
        self.put(values[(values.index(self.value) + by) % len(values)])
        self.post_message(self.Changed(self, self.value))

    def on_click(self, event: Click) -> None:
        self.action_turn(-1 if event.x < 2 else 1)

    def render(self) -> Content:
        return Content(f"‹ {shown(dict(self.options)[self.value])} ›")
