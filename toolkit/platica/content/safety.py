"""shared/safety.yaml: the standing safety texts by id."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from platica.content.blocks import read_blocks
from platica.content.decode import decode
from platica.content.fence_kinds import Where
from platica.content.outline import Block, HeadingNode, passages_of
from platica.content.passages import Passage, passage
from platica.content.read import Read, read_of
from platica.content.schema import SafetyEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.content.yaml_text import Keys, Node, Scalar, read_yaml
from platica.phrases import phrase

HEADING_LEVEL = 3
"""Titles of safety texts stand below the heading of an activity or of a part of a handout."""


@dataclass(frozen=True, slots=True)
class SafetyFile:
    """One safety text: its title as a heading if it has one, then its blocks; and the facts it leans on."""

    blocks: tuple[Block, ...]
    facts: tuple[str, ...]
    line: int

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every passage, with the facts of the whole text named on each."""
        found = tuple(passages_of(self.blocks))
        return tuple(replace(one, message=replace(one.message, facts=self.facts)) for one in found)


def read_safety(path: Path, file: str) -> Read[Mapping[str, SafetyFile]]:
    """Reads the safety texts."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    node = read_yaml(text, troubles) if text is not None else None
    if node is None:
        return read_of(None, troubles)
    if not isinstance(node, Keys):
        troubles.error(node.line, phrase("A list stands here; keys such as “SAFE-01:” were expected."))
        return read_of(None, troubles)
    found = {}
    for name, entry in node.entries.items():
        if made := _text(name, entry, node.lines[name], troubles):
            found[name] = made
    return read_of(found, troubles)


def _text(name: str, node: Node, line: int, troubles: Troubles) -> SafetyFile | None:
    if not isinstance(node, Keys):
        troubles.error(line, phrase("{name} has keys: title, text and facts.", name=name))
        return None
    entry = decode(node, SafetyEntry, troubles)
    written = node.entries.get("text")
    if entry is None or not isinstance(written, Scalar):
        return None
    blocks = read_blocks(written.text, written.line + written.block, Where.SHARED, troubles, safety=True)
    title = node.entries.get("title")
    if entry.title and isinstance(title, Scalar):
        head = passage(title.text, "safety", troubles.file, title.line, safety=True)
        blocks = (HeadingNode(HEADING_LEVEL, head), *blocks)
    own = dict.fromkeys(entry.facts) | {fact: None for one in passages_of(blocks) for fact in one.message.facts}
    return SafetyFile(blocks, tuple(own), line)
