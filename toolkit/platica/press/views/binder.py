"""What a binder has besides its documents: cover, contents, page numbers."""

from dataclasses import dataclass
from datetime import date

from platica.press.views.edition import Stamp


@dataclass(frozen=True, slots=True)
class CoverView:
    """The front of a binder."""

    stamp: Stamp
    title: str
    """Name of the workshop."""
    summary: str = ""
    place: str = ""
    dates: tuple[date, ...] = ()
    leaders: tuple[str, ...] = ()
    icon: str | None = None

    @property
    def personal(self) -> bool:
        return bool(self.leaders)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A document of the binder and the page it starts on."""

    title: str
    page: int
    place: int
    """Place of the document in the binder, from 0; its link leads there."""


@dataclass(frozen=True, slots=True)
class ContentsView:
    """The contents page of a binder: sections, each with its documents."""

    title: str
    sections: tuple[tuple[str, tuple[ContentsLine, ...]], ...]

    @property
    def personal(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class NumbersView:
    """The ten digits, a slip for each, of which the page numbers of a binder are set."""

    @property
    def personal(self) -> bool:
        return False
