"""handouts/*.md: front matter and body of a sheet or form."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platica.content.blocks import read_blocks
from platica.content.fence_kinds import Where
from platica.content.front import decode_front, one, split_front
from platica.content.inline import as_written
from platica.content.outline import Block, HeadingNode, passages_of
from platica.content.passages import Passage
from platica.content.read import Read, read_of
from platica.content.schema import HandoutEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.domain.curriculum import Handout
from platica.domain.ids import FactId, HandoutId
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class HandoutFile:
    """A handout with the passages of its front matter and its blocks."""

    handout: Handout
    title: Passage
    subtitle: Passage | None
    blocks: tuple[Block, ...]


def read_handout(path: Path, file: str) -> Read[HandoutFile]:
    """Reads a handout; `file` is how its place is named."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    front = split_front(text, troubles) if text is not None else None
    if front is None:
        return read_of(None, troubles)
    entry = decode_front(front, HandoutEntry, troubles)
    blocks = read_blocks(front.body, front.body_line, Where.HANDOUT, troubles)
    _check_headings(blocks, troubles)
    if entry is None:
        return read_of(None, troubles)
    title = one(front.keys, "title", "title", file)
    subtitle = one(front.keys, "subtitle", "subtitle", file) if entry.subtitle else None
    handout = Handout(
        id=HandoutId(path.stem),
        title=as_written(title.message),
        type=entry.type,
        icon=entry.icon or None,
        subtitle=as_written(subtitle.message) if subtitle else None,
        facts=_facts(entry, (title, *((subtitle,) if subtitle else ()), *passages_of(blocks))),
        readers=entry.readers,
    )
    return read_of(HandoutFile(handout, title, subtitle, blocks), troubles)


def _facts(entry: HandoutEntry, passages: Sequence[Passage]) -> tuple[FactId, ...]:
    """The facts of the front matter, then those that texts end in, each once."""
    named = (*entry.facts, *(fact for passage in passages for fact in passage.message.facts))
    return tuple(FactId(fact) for fact in dict.fromkeys(named))


def _check_headings(blocks: Sequence[Block], troubles: Troubles) -> None:
    """Reports a heading that skips a level, since a screen reader's list of headings would have a hole."""
    level = 1
    for block in blocks:
        if not isinstance(block, HeadingNode):
            continue
        line = block.passage.line
        if block.attributes:
            troubles.error(line, phrase("A heading of a handout has no braces; take them out."))
        if block.level == 1:
            troubles.error(line, phrase("The title stands in the keys above; begin headings with ##."))
        elif block.level > level + 1:
            right = "#" * (level + 1)
            troubles.error(line, phrase("This heading skips a level; right would be {right}.", right=right))
        level = max(block.level, 2)
