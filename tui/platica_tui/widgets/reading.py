"""A text to read, wrapped to the width there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from platica_tui.widgets.lines import Look


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its words, what stands before its first row, and how far its rows are set in."""

    words: Content
    first: str = ""
    indent: int = 0
    look: Look = Look.PLAIN
    apart: bool = True
    """Whether an empty row follows."""


class Reading(ScrollView, can_focus=True):
    """Shows pieces one under the other; the arrows scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{look}" for look in Look}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page_down", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pieces: tuple[Piece, ...] = ()
        self._rows: list[tuple[str, Content, Look]] = []

    def put(self, pieces: Iterable[Piece]) -> None:
        """Shows these pieces from the top."""
        self._pieces = tuple(pieces)
        self._wrap()
        self.scroll_home(animate=False, force=True)

    def on_resize(self) -> None:
        self._wrap()

    def _wrap(self) -> None:
        width = self.size.width - 4
        self._rows = []
        if width > 8:
            for piece in self._pieces:
                self._rows += self._rows_of(piece, width)
        self.virtual_size = Size(0, len(self._rows))
        self.refresh()

    @staticmethod
    def _rows_of(piece: Piece, width: int) -> list[tuple[str, Content, Look]]:
        indent = min(piece.indent, width // 2)
        rows: list[tuple[str, Content, Look]] = []
        for line in piece.words.split("\n", allow_blank=True) or [Content("")]:
            for row in line.wrap(width - indent):
                before = piece.first if not rows else ""
                rows.append((before.ljust(indent), row.rstrip(), piece.look))
        return [*rows, ("", Content(""), Look.PLAIN)] if piece.apart else rows

    def render_line(self, y: int) -> Strip:
        place = y + self.scroll_offset.y
        if place >= len(self._rows):
            return Strip.blank(self.size.width, self.rich_style)
        before, words, look = self._rows[place]
        style = self.get_visual_style(f"lines--{look}")
        segments = [Segment(f"  {before}", style.rich_style)]
        segments += [Segment(text, one.rich_style) for text, one in words.render(style, "")]
        return Strip(segments).adjust_cell_length(self.size.width, style.rich_style)
