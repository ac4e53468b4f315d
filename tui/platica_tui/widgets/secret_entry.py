"""A line for a passphrase or a code: what is typed is not shown until it is asked for."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from platica.phrases import mark
from platica_tui.widgets.entry import Entry


class SecretEntry(Entry):
    """Shows a dot for each sign, and gives nothing to the clipboard."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Go on")),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.password = True

    def turn(self) -> None:
        """Shows what was typed, or hides it again."""
        self.password = not self.password

    def action_copy(self) -> None:
        """Nothing is copied."""

    def action_cut(self) -> None:
        """Nothing is cut out."""
