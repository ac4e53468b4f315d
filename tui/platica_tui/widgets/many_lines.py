"""Several lines to type or paste."""

from textual.events import Paste
from textual.widgets import TextArea

from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.pasting import pasted
from platica_tui.widgets.plain import shown_lines


class ManyLines(TextArea, Keeping):
    """Shows what is typed as it is; Tab goes on to what is next."""

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(shown_lines(text), id=id, compact=True, tab_behavior="focus")

    def kept(self) -> Kept:
        return self.text, self.cursor_location

    def take_back(self, kept: Kept) -> None:
        self.text, self.cursor_location = kept

    async def _on_paste(self, event: Paste) -> None:
        """Runs before the one of TextArea, not instead of it."""
        event.text = pasted(event.text)
