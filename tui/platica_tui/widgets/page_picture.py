"""The picture of a page, drawn with block signs: whole at first, then closer and closer."""

import os
from collections.abc import Callable, Iterator
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from platica.domain.page_bitmap import PageBitmap
from platica.phrases import mark
from platica_tui.widgets.blocks import DOTS_ACROSS, DOTS_DOWN, blocks, fine_blocks
from platica_tui.widgets.keeping import Keeping, Kept

Draw = Callable[[int], PageBitmap]
"""Draws the page so many dots wide."""
CLOSER = (1.0, 1.5, 2.25, 3.5, 5.0)
"""How many times wider than the screen the page is shown, after it was shown whole."""
_CELL = 2
"""How much higher than wide a cell of the terminal is."""


class PagePicture(ScrollView, Keeping, can_focus=True):
    """Shows one page; the arrows move over it when it is larger than the screen. Its screen turns the pages."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "screen.page(1)", mark("Next page")),
        Binding("plus,equals_sign", "screen.closer", mark("Closer")),
        Binding("minus", "screen.farther", mark("Farther")),
        Binding("space", "screen.page(1)", show=False),
        Binding("pageup", "screen.page(-1)", mark("Page before"), show=False),
        Binding("left", "move(-8, 0)", show=False),
        Binding("right", "move(8, 0)", show=False),
        Binding("up", "move(0, -4)", show=False),
        Binding("down", "move(0, 4)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(1)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.closeness = 0
        """0 shows the whole page, 1 its whole width, and so on."""
        self._page = 0
        self._place: Offset | None = None
        """Where on the page to go once it is drawn."""
        self._draw: Draw | None = None
        self._height_to_width = 1.0
        self._dots: PageBitmap | None = None
        self._fine = fine_blocks(os.environ)

    def put(self, page: int, draw: Draw, height_to_width: float) -> None:
        """Shows a page as close as the one before: another one from its top, the same one where it was."""
        if self._page and page != self._page:
            self._place = Offset(self.scroll_offset.x, 0)
        self._page, self._draw, self._height_to_width = page, draw, height_to_width
        self._redraw()

    def can_go(self, by: int) -> bool:
        """Whether the page can be shown so many steps closer, or farther away."""
        return 0 <= self.closeness + by <= len(CLOSER)

    def zoom(self, by: int) -> None:
        """Shows the page closer, or from farther away; what was in the middle stays there."""
        if not self.can_go(by):
            return
        across, down = self._middle()
        self.closeness += by
        self._place = Offset(
            round(across * self.columns - self.size.width / 2), round(down * self.rows - self.size.height / 2)
        )
        self._redraw()

    @property
    def columns(self) -> int:
        """How many cells wide the page is shown."""
        room = max(8, self.size.width)
        if self.closeness:
            return round(room * CLOSER[self.closeness - 1])
        return max(8, min(room, int(self.size.height * _CELL / self._height_to_width)))

    @property
    def rows(self) -> int:
        """How many cells high the page is shown."""
        return max(1, round(self.columns * self._height_to_width / _CELL))

    def kept(self) -> Kept:
        return str(self.closeness), self.scroll_offset

    def take_back(self, kept: Kept) -> None:
        self.closeness, self._place = int(kept[0]), Offset(*kept[1])

    def on_resize(self) -> None:
        self._redraw()

    def action_move(self, across: int, down: int) -> None:
        self.scroll_relative(across, down, animate=False, force=True)

    def action_edge(self, bottom: int) -> None:
        self.scroll_to(0, self.rows * bottom, animate=False, force=True)

    def _middle(self) -> tuple[float, float]:
        """What part of the page is in the middle of the screen: 0 is its left or top edge, 1 the other one."""
        if not self.closeness:
            return 0.5, 0.0
        width, height = self.virtual_size
        return (self.scroll_x + self.size.width / 2) / width, (self.scroll_y + self.size.height / 2) / height

    def _redraw(self) -> None:
        if self._draw and self.size:
            self._dots = self._draw(self.columns * DOTS_ACROSS)
            self.virtual_size = Size(self.columns, self.rows)
            if self._place is not None:
                self.scroll_to(*self._place, animate=False, force=True)
                self._place = None
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, row = self.size.width, y + self.scroll_offset.y
        if self._dots is None or row >= self.rows:
            return Strip.blank(width, self.rich_style)
        beside = Segment(" " * (max(0, width - self.columns) // 2), self.rich_style)
        return Strip([beside, *self._row(self._dots, row)]).adjust_cell_length(width, self.rich_style)

    def _row(self, dots: PageBitmap, row: int) -> Iterator[Segment]:
        """What the screen has room for of a row of cells; the lowest one ends where the dots do."""
        left, top = self.scroll_offset.x * DOTS_ACROSS, min(row * DOTS_DOWN, dots.height - DOTS_DOWN)
        return blocks(dots.cut(left, top, self.size.width * DOTS_ACROSS, DOTS_DOWN), fine=self._fine)
