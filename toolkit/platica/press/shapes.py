"""How blocks of text take the shapes that templates print: cards, entries of a list, levels of headings."""

from collections.abc import Iterator
from dataclasses import dataclass

from platica.domain.document import Block, Fence, ListBlock, Paragraph, Picture, Run, Table, Text

WIDEST_UPRIGHT_LOG, WIDEST_UPRIGHT_LARGE_LOG = 7, 5
"""Columns in normal and in large print; a log with more lies across the page."""


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


def lies_across(blocks: tuple[Block, ...], *, large: bool) -> bool:
    """Whether a log has so many columns that its sheet is better turned."""
    tables = (
        inner for block in blocks if isinstance(block, Fence) for inner in block.blocks if isinstance(inner, Table)
    )
    widest = WIDEST_UPRIGHT_LARGE_LOG if large else WIDEST_UPRIGHT_LOG
    return any(len(table.header) > widest for table in tables)


def is_torn(blocks: tuple[Block, ...]) -> bool:
    """Whether a sheet is cut into pieces, so that it needs no line around the whole."""
    return any(isinstance(block, Fence) and block.kind == "tear" for block in blocks)


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
