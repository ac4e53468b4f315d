"""A line to type in."""

from textual.events import Paste
from textual.widgets import Input

from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.pasting import pasted
from platica_tui.widgets.plain import shown


class Entry(Input, Keeping):
    """One line to type in, one cell high; what is typed is never read as markup."""

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        id: str | None = None,  # noqa: A002
        anew: bool = False,
        digits: bool = False,
    ) -> None:
        """With `anew`, typing replaces what stood there; with `digits`, nothing else can be typed."""
        only = r"\d*" if digits else None
        super().__init__(shown(value), _on_one_row(hint), id=id, compact=True, select_on_focus=anew, restrict=only)

    def kept(self) -> Kept:
        return self.value, (self.cursor_position, 0)

    def take_back(self, kept: Kept) -> None:
        self.value, (self.cursor_position, _) = kept

    def _on_paste(self, event: Paste) -> None:  # runs before the one of Input, not instead
        event.text = pasted(event.text).strip("\n")


def _on_one_row(hint: str) -> str:
    """A hint that is too long is cut, not wrapped out of sight at its first space."""
    return shown(hint).replace(" ", "\u00a0")
