"""A sheet led by pictures: one picture and one short line at a time, for people who do not read easily.

The author's own `::: picture-led` block stands for everything that is only read. Without one, steps, cards and pictures
become rows of a picture and a line, other texts shrink to their first sentence, and what is left out is pointed to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from platica.domain.document import Block, Fence, HandoutText, Heading, ListBlock, Paragraph, Run, Table, Text
from platica.press.views import Edition, HandoutView, View

PICTURE_LED = "picture-led"
"""The kind of the block that is shown in this edition only."""
LEFT_OUT = "left-out"
"""The kind of an empty block at the end that points to the whole sheet."""
_ROWS = ("pictures", "cards", "steps")
"""Blocks whose entries become rows."""
_LEADING = (PICTURE_LED, *_ROWS, "plate", "faces")
"""Blocks without which a sheet has nothing to be led by."""
_WHOLE = ("key", "warning", "safety", "log", "write", "sign", "scale", "faces", "tear")
"""Blocks that stay as they are: what must be read whole, and what is filled in."""
_END = re.compile(r"[.!?…][\"”»’)]*(?=\s|$)")
_NO_END = re.compile(r"\b(?:[A-Za-z]\.[A-Za-z]|[a-z]|oz|tel|ej|[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{0,2})\.$")
"""Full stops that end no sentence, as in `Enf.` before a name; a short word that does end one makes the line longer."""
_WEIGHTY = re.compile(r"\d|\b(?:no|not|never|only|nunca|jamás|ni|solo|sólo)\b|n[’']t\b", re.IGNORECASE)
"""What nobody may miss: a number, a no, an only."""


def in_edition(view: View, edition: Edition) -> View:
    """The view with what its edition leaves out or makes of its texts."""
    if not isinstance(view, HandoutView):
        return view
    shape = led_by_pictures if edition.pictures else without_picture_led
    second = replace(view.second, handout=shape(view.second.handout)) if view.second else None
    return replace(view, handout=shape(view.handout), second=second)


def can_lead(sheet: HandoutText) -> bool:
    """Whether pictures can lead the sheet; one that is all text or all lines to write on stays as it is."""
    return any(isinstance(block, Fence) and block.kind in _LEADING for block in sheet.blocks)


def led_by_pictures(sheet: HandoutText) -> HandoutText:
    """The sheet as its picture-led edition."""
    authored = any(isinstance(block, Fence) and block.kind == PICTURE_LED for block in sheet.blocks)
    shaped = _Shaped.of(sheet.blocks, authored=authored)
    pointer = (Fence(LEFT_OUT, ()),) if shaped.left_out else ()
    return replace(sheet, blocks=(*shaped.blocks, *pointer))


def without_picture_led(sheet: HandoutText) -> HandoutText:
    """The sheet as every other edition has it."""
    kept = tuple(block for block in sheet.blocks if not (isinstance(block, Fence) and block.kind == PICTURE_LED))
    return sheet if len(kept) == len(sheet.blocks) else replace(sheet, blocks=kept)


@dataclass(frozen=True, slots=True)
class _Shaped:
    """The blocks of the edition, and whether a text of the whole sheet is not among them."""

    blocks: tuple[Block, ...]
    left_out: bool

    @classmethod
    def of(cls, blocks: Iterable[Block], *, authored: bool) -> "_Shaped":
        every = tuple(blocks)
        pieces = [_piece(block, authored=authored) for block in every]
        kept = tuple(
            piece
            for piece, under in zip(pieces, (*pieces[1:], None), strict=True)
            if piece is not None and (under is not None or not isinstance(piece, Heading))
        )
        return cls(kept, authored or kept != every)


def _piece(block: Block, *, authored: bool) -> Block | None:
    """What a block becomes, or None when it is left out."""
    match block:
        case Fence(kind=kind) if kind == PICTURE_LED or kind in _WHOLE:
            return block
        case Fence(kind="checklist"):
            return replace(block, blocks=tuple(_shorter(block.blocks)), options=())
        case _ if authored:
            return block if isinstance(block, Heading) else None
        case Fence(kind=kind) if kind in _ROWS:
            return Fence(PICTURE_LED, tuple(_shorter(block.blocks)))
        case Fence():
            return replace(block, blocks=tuple(_shorter(block.blocks)))
        case Table():
            return None
        case _:
            return next(_shorter((block,)))


def _shorter(blocks: Iterable[Block]) -> Iterator[Block]:
    """Each paragraph and each entry of a list as a short line."""
    for block in blocks:
        match block:
            case Paragraph():
                yield Paragraph(short_line(block.text))
            case ListBlock():
                yield replace(block, items=tuple(tuple(_shorter(entry)) for entry in block.items))
            case _:
                yield block


def short_line(text: Text) -> Text:
    """The first sentence, and after a question the one that answers it; bold words it opens with come before.

    A text stays whole when it is one for safety, has a local number that nobody has filled in, or would lose a number,
    a no or an only.
    """
    if text.safety or any(run.blank for run in text.runs):
        return text
    opening = len("".join(run.text for run in takewhile(lambda run: run.strong, text.runs)))
    said = text.plain
    ends = [match for match in _END.finditer(said, opening) if not _NO_END.search(said[: match.end()])]
    chosen = next((match for match in ends if not match[0].startswith("?")), None)
    if chosen is None or _WEIGHTY.search(said, chosen.end()):
        return text
    return replace(text, runs=tuple(_up_to(text.runs, chosen.end())))


def _up_to(runs: Iterable[Run], end: int) -> Iterator[Run]:
    for run in runs:
        if end <= 0:
            return
        yield replace(run, text=run.text[:end])
        end -= len(run.text)
