"""A list in columns with a cursor: what most screens are made of."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from platica.phrases import mark
from platica_tui.widgets.keeping import Keeping, Kept
from platica_tui.widgets.plain import fitted, shown, spread


class Look(StrEnum):
    """How a line stands out; its words say the same without the looks."""

    PLAIN = "plain"
    STRONG = "strong"
    HEADING = "heading"
    QUIET = "quiet"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Column:
    """Cells wide, or sharing what is left when `width` is None; hidden in a list narrower than `least`."""

    width: int | None = None
    right: bool = False
    least: int = 0
    snug: bool = False
    """No wider than its longest cell, and gone when all are empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """Cells for the columns; with `whole`, the first cell over the whole width and the second at the right edge."""

    cells: tuple[str, ...]
    key: str = ""
    """What is said when the line is chosen; empty when it cannot be."""
    look: Look = Look.PLAIN
    whole: bool = False


EMPTY = Line(("",), whole=True)


class Lines(ScrollView, Keeping, can_focus=True):
    """Shows lines and lets one be chosen. The cursor is a sign as well as a colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{look}" for look in (*Look, "cursor")}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "edge(-1)", show=False),
        Binding("end", "edge(1)", show=False),
        Binding("enter", "choose", mark("Choose"), show=False),
    ]

    class Chosen(Message):
        """A line was chosen with Enter or a click."""

        def __init__(self, lines: "Lines", key: str) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> "Lines":
            return self.lines

    class Moved(Message):
        """The cursor stands on another line."""

        def __init__(self, lines: "Lines", key: str) -> None:
            super().__init__()
            self.lines = lines
            self.key = key

        @property
        def control(self) -> "Lines":
            return self.lines

    def __init__(self, columns: Sequence[Column] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        self.fitting = self.columns
        """The columns as wide as they are drawn."""
        self.lines: tuple[Line, ...] = ()
        self.header: Line | None = None
        self.cursor: int | None = None
        self._shape: tuple[tuple[Column, ...], Line | None, int] | None = None
        self.wanted: str | None = None
        """The key to stand on once there are lines."""

    @property
    def key(self) -> str:
        """The key of the line under the cursor, or nothing."""
        return self.lines[self.cursor].key if self.cursor is not None else ""

    def put(self, lines: Iterable[Line], *, header: Line | None = None, at: str | None = None) -> None:
        """Shows these lines; the cursor goes to the line with key `at`, or stays on the key it had."""
        wanted = at or self.wanted or self.key
        before, shape, cursor = self.lines, self._shape, self.cursor
        self.wanted = None
        self.lines = tuple(lines)
        self.header = header
        self._fit()
        places = [place for place, line in enumerate(self.lines) if line.key]
        same = [place for place in places if self.lines[place].key == wanted]
        near = [place for place in places if place >= (self.cursor or 0)] or places[-1:]
        self.cursor = next(iter(same + near), None)
        self._shape = (self.columns, header, len(self.lines))
        if self._shape != shape:
            self.virtual_size = Size(0, len(self.lines) + self._head)
            self.refresh()
        else:
            changed = {place for place, pair in enumerate(zip(before, self.lines, strict=True)) if pair[0] != pair[1]}
            self._repaint(changed | ({cursor, self.cursor} if cursor != self.cursor else set()))
        self._show_cursor()

    def _fit(self) -> None:
        """Gives the snug columns the width of their longest cell."""
        rows = [line.cells for line in self.lines if not line.whole] + ([self.header.cells] if self.header else [])
        longest = [
            max((cell_len(row[at]) for row in rows if at < len(row)), default=0) for at in range(len(self.columns))
        ]
        self.fitting = tuple(
            replace(column, width=min(column.width, wide)) if column.snug and column.width else column
            for column, wide in zip(self.columns, longest, strict=True)
        )

    def go_to(self, key: str) -> None:
        """Puts the cursor on the line with this key, if there is one."""
        place = next((place for place, line in enumerate(self.lines) if line.key == key), None)
        if place is not None:
            self._move(place)

    def kept(self) -> Kept:
        return self.key, (0, 0)

    def take_back(self, kept: Kept) -> None:
        self.wanted = kept[0]

    @property
    def _head(self) -> int:
        return 1 if self.header else 0

    def action_step(self, by: int) -> None:
        places = [place for place, line in enumerate(self.lines) if line.key]
        beyond = [place for place in places if (place - (self.cursor or 0)) * by > 0]
        if beyond:
            self._move(beyond[0] if by > 0 else beyond[-1])
        else:
            self.scroll_relative(y=by, animate=False)

    def action_page(self, way: int) -> None:
        goal = (self.cursor or 0) + way * max(1, self.size.height - 2)
        places = [place for place, line in enumerate(self.lines) if line.key]
        if places:
            self._move(min(places, key=lambda place: abs(place - goal)))

    def action_edge(self, way: int) -> None:
        places = [place for place, line in enumerate(self.lines) if line.key]
        if places:
            self._move(places[0] if way < 0 else places[-1])

    def action_choose(self) -> None:
        if self.key:
            self.post_message(self.Chosen(self, self.key))

    def on_click(self, event: Click) -> None:
        place = event.y + self.scroll_offset.y - self._head
        if event.y >= self._head and 0 <= place < len(self.lines) and self.lines[place].key:
            self._move(place)
            self.action_choose()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002 - Textual calls it with the event
        self._show_cursor()

    def _move(self, place: int) -> None:
        if place != self.cursor:
            self._repaint({self.cursor, place})
            self.cursor = place
            self.post_message(self.Moved(self, self.key))
        self._show_cursor()

    def _repaint(self, places: Iterable[int | None]) -> None:
        """Only these lines: painting all of them takes longer than saving a mark."""
        for place in places:
            if place is not None:
                self.refresh_line(place + self._head)

    def _show_cursor(self) -> None:
        if self.cursor is not None and self.size.height:
            first = 0 if not any(line.key for line in self.lines[: self.cursor]) else self.cursor
            height = self.cursor - first + 1 + self._head
            self.scroll_to_region(Region(0, first, 1, height), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.header and y == 0:
            return self._strip(self.header, width, " ", "heading")
        place = y + self.scroll_offset.y - self._head
        if not 0 <= place < len(self.lines):
            return Strip.blank(width, self.rich_style)
        line = self.lines[place]
        here = place == self.cursor
        look = "cursor" if here and self.has_focus else line.look.value
        return self._strip(line, width, "▸" if here else " ", look)

    def _strip(self, line: Line, width: int, sign: str, look: str) -> Strip:
        room = max(0, width - 4)
        text = _whole(line.cells, room) if line.whole else self._in_columns(line.cells, room)
        style = self.get_component_rich_style(f"lines--{look}")
        return Strip([Segment(f" {sign} {text} ", style)], room + 4)

    def _in_columns(self, cells: tuple[str, ...], room: int) -> str:
        held = [
            (column, cell)
            for column, cell in zip(self.fitting, cells, strict=False)
            if room + 4 >= column.least and column.width != 0
        ]
        fixed = sum(column.width + 1 for column, _ in held if column.width is not None)
        shares = sum(column.width is None for column, _ in held)
        left = room - fixed - shares
        widths = []
        for column, _ in held:
            width = column.width
            if width is None:
                width = max(0, left // shares)
                left, shares = left - width, shares - 1
            widths.append(width)
        return fitted(" ".join(_spilled(held, widths)), room)


def _whole(cells: tuple[str, ...], room: int) -> str:
    left, right = (*map(shown, cells), "")[:2]
    return spread(left, right, room)


def _spilled(held: list[tuple[Column, str]], widths: list[int]) -> Iterator[str]:
    """The cells in their widths; a cell too long takes the room of empty ones after it."""
    cells = [(column, shown(cell), width) for (column, cell), width in zip(held, widths, strict=True)]
    while cells:
        column, text, width = cells.pop(0)
        while cells and not cells[0][1] and not column.right and cell_len(text) > width:
            width += 1 + cells.pop(0)[2]
        yield fitted(text, width, right=column.right)
