"""Rows for people: aligned columns on a terminal, one fact a line for a screen reader."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """Headings and rows of texts; a row has one cell for each heading."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self, *, plain: bool) -> Iterator[str]:
        """A heading line and a line for each row; plain, a line for each cell that holds something."""
        return self._facts() if plain else self._columns()

    def _facts(self) -> Iterator[str]:
        for place, row in enumerate(self.rows):
            if place:
                yield ""
            for heading, cell in zip(self.headings, row, strict=True):
                if cell:
                    yield f"{heading}: {cell}"

    def _columns(self) -> Iterator[str]:
        if not self.rows:
            return
        table = [[printable(cell) for cell in row] for row in (self.headings, *self.rows)]
        widths = [max(map(width, column)) for column in zip(*table, strict=True)]
        for row in table:
            yield "  ".join(cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True)).rstrip()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one pair a line; pairs without a value are passed over."""

    pairs: Sequence[tuple[str, str]]

    def lines(self, *, plain: bool) -> Iterator[str]:
        """`Name   value`, the values aligned; plain, `Name: value`."""
        pairs = [(printable(name), printable(value)) for name, value in self.pairs if value]
        room = 0 if plain else max((width(name) for name, _ in pairs), default=0)
        for name, value in pairs:
            yield f"{name}: {value}" if plain else f"{name}{' ' * (room - width(name))}  {value}"


def printable(text: str) -> str:
    """The text on one line, without anything a terminal would obey."""
    return "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text)


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
