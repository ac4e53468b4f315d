"""A labelled line of a form."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget

from platica_tui.widgets.plain import Words


class Field(Horizontal):
    """A label, what is filled in, and room for a word beside it."""

    def __init__(self, label: str, filled: Widget, note: str = "") -> None:
        super().__init__()
        self.label = label
        self.filled = filled
        self.note = note

    def compose(self) -> ComposeResult:
        yield Words(self.label, classes="label")
        yield self.filled
        yield Words(self.note, classes="note")

    def say_beside(self, words: str) -> None:
        """Puts a word beside the field."""
        self.query_one(".note", Words).put(words)
