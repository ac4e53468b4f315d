"""A sheet as plain words for a telephone: no markup, a dash before what is listed, a number before each step."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from platica.domain.document import Block, Fence, Heading, ListBlock, Paragraph, Picture, Run, Table, Text
from platica.language.formats import Formats
from platica.phrases import Phrase, Phrasebook, mark
from platica.press import shapes
from platica.press.blanks import blank_name

TO_WRITE = "____"
_LABELS = {"warning": mark("Warning"), "safety": mark("For everyone’s safety")}
_SHARES = ("½ ", "¼ ", "¼ ", "")
"""Of the plate: what the drawing says on paper."""
_NEW_LINE = "\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that belong together: a paragraph, a list, a box."""

    pieces: tuple[str, ...]
    """One under the other; between two of them a long passage may be cut."""
    heading: bool = False
    """Whether it stands over the next passage and stays with it."""


class PlainText:
    """Says the blocks of a sheet in plain words."""

    def __init__(self, book: Phrasebook, formats: Formats) -> None:
        """`book` speaks the language of the sheet, whose name `formats` knows too."""
        self._book = book
        self._formats = formats

    def passages(self, blocks: tuple[Block, ...]) -> Iterator[Passage]:
        """The blocks in reading order; nothing that has words is left out."""
        for block in blocks:
            pieces = tuple(self._pieces(block))
            if pieces:
                yield Passage(pieces, heading=isinstance(block, Heading))

    def words(self, text: Text) -> str:
        """The words of one text; a safety text in a foreign language says first that it is not translated."""
        said = "".join(map(self._run, text.runs)).replace("\xa0", " ")
        said = "\n".join(" ".join(line.split()) for line in said.split("\n")).strip()
        if text.safety and text.language.split("_")[0] != self._book.language.split("_")[0]:
            language = self._formats.languages_name(text.language)
            label = self._book.say("Not translated yet. In this language: {language}", language=language)
            return f"{label}\n{said}"
        return said

    def _run(self, run: Run) -> str:
        if run.blank:
            return f"{TO_WRITE} ({blank_name(self._book, run.text)})"
        return f"{run.text} ({run.link})" if run.link and run.link != run.text else run.text

    def _pieces(self, block: Block) -> Iterator[str]:
        match block:
            case Heading() | Paragraph():
                yield self.words(block.text)
            case Picture() if not block.source.startswith("icon:"):
                yield self._picture(block)
            case ListBlock():
                signs = (f"{number}." for number in range(block.start, block.start + len(block.items)))
                yield from self._items(block.items, signs if block.ordered else None)
            case Table():
                yield from (self._row(block.header, row) for row in block.rows)
            case Fence():
                yield from self._fence(block)

    def _fence(self, fence: Fence) -> Iterator[str]:
        entries = shapes.entries_of(fence)
        match fence.kind:
            case "picture-led":
                return
            case "warning" | "safety":
                yield f"! {self._book.tell(Phrase(_LABELS[fence.kind]))}:"
                yield from self._apart(fence.blocks)
            case "write" | "tear":
                *lines, last = self._inside(fence.blocks)
                yield from (*lines, f"{last} {TO_WRITE}")
            case "log":
                yield from self._log(fence)
            case "scale":
                ends = (shapes.number(fence, "from", 0), shapes.number(fence, "to", 10))
                yield from self._items(entries, (f"- {end}:" for end in ends))
            case "plate":
                yield from self._items(entries, (f"- {share}".rstrip() for share in _SHARES))
            case "sign":
                yield from (f"{one}: {TO_WRITE}" for one in self._items(entries))
            case _:
                yield from self._inside(fence.blocks)

    def _apart(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        """The blocks of a box, an empty line over each heading but the first."""
        for at, block in enumerate(blocks):
            if at and isinstance(block, Heading):
                yield ""
            yield from self._pieces(block)

    def _inside(self, blocks: tuple[Block, ...]) -> Iterator[str]:
        return chain.from_iterable(map(self._pieces, blocks))

    def _items(self, items: tuple[tuple[Block, ...], ...], signs: Iterator[str] | None = None) -> Iterator[str]:
        """Each item after its sign, with all its lines but the first set in."""
        for item in items:
            sign = next(signs, "-") if signs else "-"
            said = "\n".join(self._inside(item)) or "\n".join(map(self._picture, shapes.pictures_of(item)))
            yield _set_in(f"{sign} {said}")

    def _log(self, fence: Fence) -> Iterator[str]:
        """The printed examples, then one row to copy and fill in."""
        for block in fence.blocks:
            yield from self._pieces(block)
            if isinstance(block, Table):
                columns = (f"{self.words(head)}: {TO_WRITE}" for head in block.header)
                yield _set_in(f"- {_NEW_LINE.join(columns)}")

    def _row(self, header: tuple[Text, ...], row: tuple[Text, ...]) -> str:
        """Each cell after the name of its column; an empty one is left out."""
        pairs = ((self.words(head), self.words(cell)) for head, cell in zip(header, row, strict=True))
        cells = [f"{head}: {cell}" if head else cell for head, cell in pairs if cell]
        return _set_in(f"- {_NEW_LINE.join(cells)}")

    def _picture(self, picture: Picture) -> str:
        return self._book.say("[Picture: {words}]", words=self.words(picture.alt))


def _set_in(said: str) -> str:
    """All lines but the first two spaces to the right."""
    return said.replace("\n", "\n  ")
