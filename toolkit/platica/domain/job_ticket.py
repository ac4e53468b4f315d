"""What a print shop must know of a stack of papers: copies, sides, and what is done with the sheets afterwards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from platica.domain.curriculum import HandoutType
from platica.domain.printing import Fold, What

NAMING_PEOPLE = frozenset({What.SIGN_IN, What.CERTIFICATES, What.TAGS, What.CALL_LIST})
"""Papers that name participants."""
SHOP_PAPERS = frozenset({What.GUIDE, What.HANDOUTS, What.FORMS})
"""What goes to a print shop when nothing is said."""


class Finish(StrEnum):
    """What is done with the sheets after they are printed."""

    NONE = "none"
    STAPLE = "staple"
    """One staple in the upper left corner of each copy."""
    CUT = "cut"
    """Along the dashed lines."""
    HOLES = "holes"
    """For a ring binder."""
    FOLD = "fold"
    """In the middle into a booklet, with two staples in the fold."""
    CUT_IN_TWO = "cut in two"
    """Each sheet across its middle."""


FOLDED = {Fold.BOOKLET: Finish.FOLD, Fold.TWO_UP: Finish.CUT_IN_TWO}


@dataclass(frozen=True, slots=True)
class TicketLine:
    """A file of the bundle and how it is printed."""

    file: str
    """Its path inside the bundle, with slashes."""
    copies: int
    pages: int
    two_sided: bool
    finish: Finish

    @property
    def sheets_each(self) -> int:
        """Sheets of paper of one copy."""
        return -(-self.pages // 2) if self.two_sided else self.pages

    @property
    def sheets(self) -> int:
        """Sheets of paper of all copies."""
        return self.copies * self.sheets_each


@dataclass(frozen=True, slots=True)
class Stack:
    """The files of one folder of the bundle, printed and handed over together."""

    folder: str
    """Empty for files that lie in the bundle itself."""
    lines: tuple[TicketLine, ...]

    @property
    def sheets(self) -> int:
        """Sheets of paper of the whole stack."""
        return sum(line.sheets for line in self.lines)


def two_sided(what: What, kind: HandoutType | None, pages: int, *, torn: bool) -> bool:
    """Whether a document is printed on both sides.

    What hangs on a wall, is cut into pieces (`torn`) or has a page for each person is not.
    """
    single = torn or what in (What.CERTIFICATES, What.TAGS) or kind is HandoutType.POSTER
    return pages > 1 and not single


def finish(what: What, kind: HandoutType | None, *, torn: bool, dashed: bool, sheets: int) -> Finish:
    """What is done with a document of so many sheets of paper; `dashed` says that a card has a line to cut along."""
    if torn or dashed or what is What.TAGS:
        return Finish.CUT
    if what is What.BINDER:
        return Finish.HOLES
    alone = what is What.CERTIFICATES or kind is HandoutType.POSTER
    return Finish.STAPLE if sheets > 1 and not alone else Finish.NONE


def stacks(lines: Iterable[TicketLine]) -> tuple[Stack, ...]:
    """The lines by their folders, in the order in which each folder comes first."""
    return tuple(_stacks(tuple(lines)))


def _stacks(lines: tuple[TicketLine, ...]) -> Iterator[Stack]:
    for folder in dict.fromkeys(line.file.rpartition("/")[0] for line in lines):
        yield Stack(folder, tuple(line for line in lines if line.file.rpartition("/")[0] == folder))
