"""A content file as a tree of blocks whose leaves are passages: the source of messages and of documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from platica.content.passages import Passage


@dataclass(frozen=True, slots=True)
class HeadingNode:
    """A heading; `attributes` is what stood in its braces, None without braces."""

    level: int
    passage: Passage
    attributes: str | None = None


@dataclass(frozen=True, slots=True)
class ParagraphNode:
    passage: Passage


@dataclass(frozen=True, slots=True)
class PictureNode:
    source: str
    alt: Passage


@dataclass(frozen=True, slots=True)
class ListNode:
    items: tuple[tuple["Block", ...], ...]
    line: int
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class TableNode:
    header: tuple[Passage, ...]
    rows: tuple[tuple[Passage, ...], ...]
    line: int


@dataclass(frozen=True, slots=True)
class FenceNode:
    kind: str
    blocks: tuple["Block", ...]
    options: tuple[tuple[str, str], ...]
    line: int

    def option(self, name: str) -> str:
        return dict(self.options).get(name, "")


Block = HeadingNode | ParagraphNode | PictureNode | ListNode | TableNode | FenceNode


def passages_of(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Every passage of some blocks, in reading order."""
    for block in blocks:
        match block:
            case HeadingNode() | ParagraphNode():
                yield block.passage
            case PictureNode():
                yield block.alt
            case TableNode():
                yield from block.header
                for row in block.rows:
                    yield from row
            case ListNode():
                for item in block.items:
                    yield from passages_of(item)
            case FenceNode():
                yield from passages_of(block.blocks)


def fences_of(blocks: Sequence[Block]) -> Iterator[FenceNode]:
    """The `:::` blocks, which stand at the top only."""
    return (block for block in blocks if isinstance(block, FenceNode))


def safety_used(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The standing safety texts named in `::: safety use=…`, in order."""
    return tuple(name for fence in fences_of(blocks) for name in fence.option("use").split())


def pictures_of(blocks: Sequence[Block]) -> Iterator[PictureNode]:
    """Every picture of some blocks."""
    for block in blocks:
        match block:
            case PictureNode():
                yield block
            case ListNode():
                for item in block.items:
                    yield from pictures_of(item)
            case FenceNode():
                yield from pictures_of(block.blocks)
            case _:
                pass
