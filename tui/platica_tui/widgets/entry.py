"""A line to type in."""

from textual.widgets import Input

from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.plain import shown


class Entry(Input, Keeping):
    """One line to type in, one cell high; what is typed is never read as markup."""

    def __init__(self, value: str = "", *, hint: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown(value), shown(hint), id=id, compact=True, select_on_focus=False)

    def kept(self) -> Kept:
        return self.value, (self.cursor_position, 0)

    def take_back(self, kept: Kept) -> None:
        self.value, (self.cursor_position, _) = kept
