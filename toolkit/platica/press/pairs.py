"""Two texts of one sheet, passage by passage: they have the same shape, since a translation swaps words only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from platica.domain.document import Block, Fence, HandoutText, Heading, ListBlock, Paragraph, Picture, Table

Pair = tuple[Block, Block]


@dataclass(frozen=True, slots=True)
class Group:
    """Pairs that stand in one table of two columns, or one pair that both languages share across the page."""

    pairs: tuple[Pair, ...]
    shared: bool

    @property
    def heads(self) -> bool:
        """Whether it is a heading over what comes next."""
        return not self.shared and isinstance(self.pairs[-1][0], Heading)


def grouped(first: Sequence[Block], second: Sequence[Block]) -> tuple[Group, ...]:
    """The blocks of two texts of one shape in order; a heading over something shared stands alone, to stay with it."""
    pairs = list(zip(first, second, strict=True))
    groups: list[Group] = []
    row: list[Pair] = []
    for pair, after in pairwise((*pairs, None)):
        assert pair is not None
        alone = _shared(pair[0]) or (isinstance(pair[0], Heading) and after is not None and _shared(after[0]))
        if alone and row:
            groups.append(Group(tuple(row), shared=False))
            row = []
        if alone:
            groups.append(Group((pair,), _shared(pair[0])))
        else:
            row.append(pair)
    return (*groups, Group(tuple(row), shared=False)) if row else tuple(groups)


def _shared(block: Block) -> bool:
    return isinstance(block, Fence | Table | Picture)


def items_with(one: ListBlock, other: ListBlock) -> Iterator[tuple[ListBlock, ListBlock]]:
    """Two lists of one shape, item by item, each item as a list that goes on counting."""
    for number, items in enumerate(zip(one.items, other.items, strict=True), start=one.start):
        first, second = (ListBlock((item,), one.ordered, number) for item in items)
        yield first, second


def same_shape(first: HandoutText, second: HandoutText) -> bool:
    """Whether every passage of one text has its counterpart in the other."""
    return (first.subtitle is None) == (second.subtitle is None) and _all_alike(first.blocks, second.blocks)


def _all_alike(first: Iterable[Block], second: Iterable[Block]) -> bool:
    some, others = tuple(first), tuple(second)
    return len(some) == len(others) and all(_alike(*pair) for pair in zip(some, others, strict=True))


def _alike(one: Block, other: Block) -> bool:
    match one, other:
        case (Heading(), Heading()) | (Paragraph(), Paragraph()):
            return True
        case Picture(), Picture():
            return one.source == other.source
        case Table(), Table():
            return _widths(one) == _widths(other)
        case ListBlock(), ListBlock():
            return (
                one.ordered == other.ordered
                and len(one.items) == len(other.items)
                and all(_all_alike(*items) for items in zip(one.items, other.items, strict=True))
            )
        case Fence(), Fence():
            return one.kind == other.kind and one.options == other.options and _all_alike(one.blocks, other.blocks)
    return False


def _widths(table: Table) -> list[int]:
    return [len(table.header), *map(len, table.rows)]
