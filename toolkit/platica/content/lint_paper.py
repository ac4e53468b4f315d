"""What paper and a screen reader need of a text: words for pictures, heads for tables, signs that a font can draw."""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence

from platica.content.outline import Block, FenceNode, HeadingNode, ListNode, PictureNode, TableNode
from platica.content.passages import Passage
from platica.content.trouble import Troubles
from platica.phrases import phrase

_NOT_DRAWN = ("Zs", "Cc", "Cf")
"""Kinds of signs that need no drawing: spaces, line ends, joiners."""


def lint_blocks(blocks: Sequence[Block], troubles: Troubles) -> None:
    """Reports what a screen reader could not read out, or would read without its place."""
    for block, inside in _walk(blocks):
        match block:
            case HeadingNode() if inside:
                what = phrase("A heading stands inside a list or a ::: block; move it to the left margin, before it.")
                troubles.error(block.passage.line, what)
            case PictureNode() if not block.alt.message.source.strip():
                what = phrase(
                    "The picture has no words for those who do not see it: ![what is seen]({source}).",
                    source=block.source,
                )
                troubles.error(block.alt.line, what)
            case TableNode():
                _lint_table(block, troubles)


def lint_signs(passages: Iterable[Passage], drawn: Collection[int], troubles: Troubles) -> None:
    """Reports signs that no font of the press has; without any font it reports nothing."""
    for passage in passages if drawn else ():
        shown = unicodedata.normalize("NFC", passage.message.source)
        missing = {sign for sign in shown if ord(sign) not in drawn and unicodedata.category(sign) not in _NOT_DRAWN}
        for sign in sorted(missing):
            what = phrase(
                "The fonts here have no sign {sign} ({code}); it prints only on a computer that has a font for it.",
                sign=sign,
                code=f"U+{ord(sign):04X}",
            )
            troubles.warning(passage.line, what)


def _lint_table(table: TableNode, troubles: Troubles) -> None:
    for number, cell in enumerate(table.header, start=1):
        if number > 1 and not cell.message.source.strip():
            what = phrase("Column {number} of this table has no heading; say what stands in it.", number=number)
            troubles.error(table.line, what)
    if not table.header[0].message.source.strip() and any(not row[0].message.source.strip() for row in table.rows):
        troubles.error(
            table.line, phrase("Column {number} of this table has no heading; say what stands in it.", number=1)
        )


def _walk(blocks: Sequence[Block], *, inside: bool = False) -> Iterator[tuple[Block, bool]]:
    """Every block, and whether it stands inside another."""
    for block in blocks:
        yield block, inside
        match block:
            case ListNode():
                for item in block.items:
                    yield from _walk(item, inside=True)
            case FenceNode():
                yield from _walk(block.blocks, inside=True)
            case _:
                pass
