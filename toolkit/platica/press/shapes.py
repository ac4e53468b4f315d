"""How blocks of text take the shapes that templates print: cards, entries of a list, levels of headings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from platica.domain.curriculum import HandoutType
from platica.domain.document import Block, Fence, HandoutText, ListBlock, Paragraph, Picture, Run, Table, Text

WIDEST_UPRIGHT_LOG, WIDEST_UPRIGHT_LARGE_LOG = 7, 5
"""Columns in normal and in large print; a log with more lies across the page."""
WIDEST_LARGE_TABLE = 3
"""Columns; with more, large print has no room for long words."""
_LINE, _NARROW_LINE, _LETTER, _PADDING = 34.0, 24.0, 0.6, 1.2
"""Widths in ems of a table, of one in large print or on half a page, of a bold letter, of the white beside words."""


@dataclass(frozen=True, slots=True)
class Card:
    """A list item as a card: a picture, a title in bold, the words under it."""

    picture: Picture | None
    title: tuple[Run, ...]
    runs: tuple[Run, ...]
    text: Text | None
    rest: tuple[Block, ...]


def card_of(entry: tuple[Block, ...]) -> Card:
    """The item's first picture, the bold words its first paragraph begins with, and all else in order."""
    picture = next((block for block in entry if isinstance(block, Picture)), None)
    paragraph = next((block for block in entry if isinstance(block, Paragraph)), None)
    rest = tuple(block for block in entry if block is not picture and block is not paragraph)
    if paragraph is None:
        return Card(picture, (), (), None, rest)
    runs = paragraph.text.runs
    if paragraph.text.safety and not paragraph.text.state.sound:
        return Card(picture, (), (), None, (paragraph, *rest))
    bold = 0
    while bold < len(runs) and runs[bold].strong:
        bold += 1
    return Card(picture, runs[:bold], _without_leading_space(runs[bold:]), paragraph.text, rest)


def entries_of(fence: Fence) -> tuple[tuple[Block, ...], ...]:
    """The items of the fence's first list."""
    return next((block.items for block in fence.blocks if isinstance(block, ListBlock)), ())


def number(fence: Fence, option: str, default: int) -> int:
    """A whole number among the fence's options."""
    value = fence.option(option)
    return int(value) if value.isdecimal() else default


def column_shares(table: Table, other: Table | None = None, *, narrow: bool = False) -> tuple[float, ...]:
    """The width of each column in percent: all alike, but for those whose longest word needs more.

    `other` is the same table in another language that shares its columns.
    """
    columns = [row for one in (table, other) if one for row in (one.header, *one.rows)]
    needed = [
        _PADDING + _LETTER * max((len(word) for row in columns for word in row[at].plain.split()), default=0)
        for at in range(len(table.header))
    ]
    widths = [min(100.0, 100 * need / (_NARROW_LINE if narrow else _LINE)) for need in needed]
    if not widths or sum(widths) >= 100:
        return tuple(100 * width / sum(widths) for width in widths)
    even = _even(widths)
    return tuple(max(width, even) for width in widths)


def _even(widths: list[float]) -> float:
    """The width that every column gets which needs no more, so that all together are 100."""
    wide: list[float] = []
    for width in sorted(widths, reverse=True):
        even = (100 - sum(wide)) / (len(widths) - len(wide))
        if width <= even:
            return even
        wide.append(width)
    return 0.0


def stacks(table: Table, *, large: bool) -> bool:
    """Whether the rows of a table are better printed one under the other, so that no word is broken."""
    return large and len(table.header) > WIDEST_LARGE_TABLE


def each_once(citations: Iterable[str]) -> tuple[str, ...]:
    """The publications that citations name, each once: a citation may name several, between semicolons."""
    return tuple(dict.fromkeys(one.strip() for citation in citations for one in citation.split(";")))


def lies_across(blocks: tuple[Block, ...], *, large: bool) -> bool:
    """Whether a log has so many columns that its sheet is better turned."""
    tables = (
        inner for block in blocks if isinstance(block, Fence) for inner in block.blocks if isinstance(inner, Table)
    )
    widest = WIDEST_UPRIGHT_LARGE_LOG if large else WIDEST_UPRIGHT_LOG
    return any(len(table.header) > widest for table in tables)


def fits_half(sheet: HandoutText) -> bool:
    """Whether a sheet can be printed at half size: posters hang on a wall, wide logs and pieces to cut need room."""
    if sheet.handout.type is HandoutType.POSTER or lies_across(sheet.blocks, large=True):
        return False
    return not any(isinstance(block, Fence) and block.kind == "tear" for block in sheet.blocks)


def is_cut_out(sheet: HandoutText) -> bool:
    """Whether a sheet is a card to cut out whole; one that is cut into pieces needs no line around it all."""
    torn = any(isinstance(block, Fence) and block.kind == "tear" for block in sheet.blocks)
    return sheet.handout.type is HandoutType.CARD and not torn


def pictures_of(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    """Every picture, in reading order."""
    for block in blocks:
        match block:
            case Picture():
                yield block
            case ListBlock():
                for entry in block.items:
                    yield from pictures_of(entry)
            case Fence():
                yield from pictures_of(block.blocks)


class Outline:
    """Heading levels of one document, none of them skipped, all under the title."""

    def __init__(self, title_level: int = 1) -> None:
        self._last = title_level

    def level(self, wanted: int) -> int:
        """The level to print for the one wanted."""
        self._last = max(2, min(wanted, self._last + 1, 6))
        return self._last

    def at(self, level: int) -> int:
        """Notes a heading that the template itself prints."""
        self._last = level
        return level


def _without_leading_space(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    first = runs[0]
    text = first.text.lstrip(" :\n")
    kept = (Run(text, first.strong, first.emphasis, first.link, first.blank),) if text or first.blank else ()
    return kept + runs[1:]
