"""From the tree of a file to the blocks of a document, in any language.

Only the text of a passage is swapped; the tree stays the author's, so a translation cannot add, lose or move a block.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from platica.content.outline import (
    Block,
    FenceNode,
    HeadingNode,
    ListNode,
    ParagraphNode,
    PictureNode,
    TableNode,
)
from platica.content.passages import Passage
from platica.domain import document
from platica.domain.document import Text

Say = Callable[[Passage], Text]
SafetyText = Callable[[str], tuple[document.Block, ...]]
"""The blocks of a standing safety text by its id."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders the blocks of one file."""

    say: Say
    safety: SafetyText
    owner: str = ""
    """Curriculum whose folder the pictures are in, when it is not the one being shown."""

    def blocks(self, nodes: Sequence[Block]) -> tuple[document.Block, ...]:
        return tuple(self.block(node) for node in nodes)

    def block(self, node: Block) -> document.Block:
        match node:
            case HeadingNode():
                return document.Heading(node.level, self.say(node.passage))
            case ParagraphNode():
                return document.Paragraph(self.say(node.passage))
            case PictureNode():
                return document.Picture(self.picture(node.source), self.say(node.alt))
            case TableNode():
                rows = tuple(self.texts(row) for row in node.rows)
                return document.Table(self.texts(node.header), rows)
            case ListNode():
                items = tuple(self.blocks(item) for item in node.items)
                return document.ListBlock(items, node.ordered, node.start)
            case FenceNode():
                return document.Fence(node.kind, tuple(self.inside(node)), node.options)

    def inside(self, fence: FenceNode) -> Iterator[document.Block]:
        for name in fence.option("use").split():
            yield from self.safety(name)
        yield from self.blocks(fence.blocks)

    def texts(self, passages: Sequence[Passage]) -> tuple[Text, ...]:
        return tuple(self.say(passage) for passage in passages)

    def picture(self, source: str) -> str:
        return f"{self.owner}/{source}" if self.owner and not source.startswith("icon:") else source
