"""The picture of a page, drawn with block signs: whole at first, then closer and closer."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widget import Widget

from platica.domain.page_bitmap import PageBitmap
from platica.phrases import mark
from platica_tui.widgets.blocks import DOTS_ACROSS, DOTS_DOWN, blocks, fine_blocks
from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.page_place import PagePlace

Draw = Callable[[int], PageBitmap]
"""Draws the page so many dots wide."""


class PagePicture(Widget, Keeping, can_focus=True):
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
        Binding("home", "move(0, -9999)", show=False),
        Binding("end", "move(0, 9999)", show=False),
    ]
    DOTS_ACROSS = DOTS_ACROSS
    """Dots of the picture for each cell of a row."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.place = PagePlace(0, 0, 1.0)
        self.dots: PageBitmap | None = None
        """The page as it was drawn last."""
        self._page = 0
        self._draw: Draw | None = None
        self._fine = fine_blocks(os.environ)

    def put(self, page: int, draw: Draw, height_to_width: float) -> None:
        """Shows a page as close as the one before: another one from its top, the same one where it was."""
        if self._page and page != self._page:
            self.place = self.place.at(self.place.left, 0)
        self._page, self._draw = page, draw
        self.place = replace(self.place, height_to_width=height_to_width)
        self.on_resize()

    def zoom(self, by: int) -> None:
        """Shows the page closer, or from farther away."""
        self._look(self.place.closer(by))

    def kept(self) -> Kept:
        return str(self.place.closeness), (self.place.left, self.place.top)

    def take_back(self, kept: Kept) -> None:
        left, top = kept[1]
        self.place = PagePlace(0, 0, 1.0, int(kept[0]), left, top)

    def on_resize(self) -> None:
        if self._draw and self.size:
            self._look(self.place.on(*self.size), anew=True)

    def action_move(self, across: int, down: int) -> None:
        self._look(self.place.moved(across, down))

    def on_mouse_scroll_down(self) -> None:
        self.action_move(0, 4)

    def on_mouse_scroll_up(self) -> None:
        self.action_move(0, -4)

    def _look(self, place: PagePlace, *, anew: bool = False) -> None:
        anew, self.place = anew or place.closeness != self.place.closeness, place
        if self._draw and anew:
            self.dots = self._draw(place.columns * self.DOTS_ACROSS)
        self.paint()

    def paint(self) -> None:
        """Shows the part of `dots` that `place` says."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        place, width = self.place, self.size.width
        row = y + place.top
        if self.dots is None or row >= place.rows:
            return Strip.blank(width, self.rich_style)
        beside = Segment(" " * (max(0, width - place.columns) // 2), self.rich_style)
        return Strip([beside, *self._row(self.dots, row)]).adjust_cell_length(width, self.rich_style)

    def _row(self, dots: PageBitmap, row: int) -> Iterator[Segment]:
        """What the screen has room for of a row of cells; the lowest one ends where the dots do."""
        left, top = self.place.left * DOTS_ACROSS, min(row * DOTS_DOWN, dots.height - DOTS_DOWN)
        return blocks(dots.cut(left, top, self.size.width * DOTS_ACROSS, DOTS_DOWN), fine=self._fine)
