"""Printers, and papers on their way out of one, in small batches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from platica.domain.paper import Paper
from platica.domain.printing import What
from platica.phrases import Phrase

BATCH_COPIES = 5
"""Copies in a batch, so that a jam costs little and other people's papers get through between two of them."""
BATCH_PAGES = 60
"""Pages in a batch of a long document, if that makes fewer copies."""
NEUTRAL = frozenset({What.GUIDE, What.HANDOUTS, What.FORMS, What.BINDER})
"""Papers without anybody's name; all others are forgotten by the print system as soon as it can be asked to."""


class Sides(StrEnum):
    """How a sheet of paper is printed; the values are those of RFC 8011, 5.2.8."""

    ONE = "one-sided"
    LONG_EDGE = "two-sided-long-edge"
    SHORT_EDGE = "two-sided-short-edge"


class PrinterState(StrEnum):
    """What a printer does now."""

    READY = "ready"
    PRINTING = "printing"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer this computer knows."""

    name: str
    about: str
    """What it is called by those who set it up, and where it stands; may be empty."""
    state: PrinterState
    usual: bool
    """Whether it is the one that is used when none is named."""
    two_sided: bool
    trouble: Phrase | None = None
    """What keeps it from printing, or what it asks for."""


class BatchState(StrEnum):
    """How far a batch is."""

    UNSENT = "unsent"
    """The print system has not taken it."""
    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    FAILED = "failed"
    """The print system gave it up before anything was printed, or somebody else took it away."""
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"
    """It was taken, and the print system does not know what became of it."""

    @property
    def open(self) -> bool:
        """Whether the print system still has it."""
        return self in (BatchState.WAITING, BatchState.PRINTING)


@dataclass(frozen=True, slots=True)
class Batch:
    """Some copies that go to the print system as one job."""

    first: int
    """Number of its first copy, from 1."""
    copies: int
    name: str
    """What the job is called, by which it is found again: a kind of paper and a code, never a name or a title."""
    job: str = ""
    """The print system's own name of the job; empty while it has none."""
    state: BatchState = BatchState.UNSENT
    out: int = 0
    """Copies that are printed: none or all, as a print system counts pages before they are on paper."""

    @property
    def last(self) -> int:
        return self.first + self.copies - 1


class SentState(StrEnum):
    """How far a paper is."""

    WAITING = "waiting"
    PRINTING = "printing"
    DONE = "done"
    UNKNOWN = "unknown"
    """The print system took it and does not tell what became of it: somebody must look."""
    STOPPED = "stopped"
    """Some copies will not come without somebody doing something."""
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class SentPaper:
    """A made document on its way out of a printer."""

    code: str
    what: What
    title: str
    file: Path
    digest: str
    """SHA-256 of the file when it was sent."""
    copies: int
    pages: int
    """Pages of one copy."""
    paper: Paper
    sides: Sides
    printer: str
    sent: datetime
    batches: tuple[Batch, ...]
    kept: bool = False
    """Whether the print system kept a copy of a paper with names and could not be asked to forget it."""
    trouble: Phrase | None = None
    """Why nothing comes, as far as is known."""

    @property
    def personal(self) -> bool:
        """Whether people's names stand on it."""
        return self.what not in NEUTRAL

    @property
    def out(self) -> int:
        """Copies that are printed."""
        return sum(batch.out for batch in self.batches)

    @property
    def state(self) -> SentState:
        """How far it is as a whole."""
        states = {batch.state for batch in self.batches}
        if states <= {BatchState.DONE, BatchState.UNKNOWN}:
            return SentState.UNKNOWN if BatchState.UNKNOWN in states else SentState.DONE
        if states & {BatchState.UNSENT, BatchState.FAILED} or (self.trouble and any(one.open for one in states)):
            return SentState.STOPPED
        if BatchState.PRINTING in states:
            return SentState.PRINTING
        return SentState.WAITING if BatchState.WAITING in states else SentState.CANCELLED


def split(first: int, last: int, pages: int, names: Iterator[str]) -> tuple[Batch, ...]:
    """The copies from one number to another in batches, each under the next of these names."""
    most = max(1, min(BATCH_COPIES, BATCH_PAGES // max(1, pages)))
    return tuple(Batch(number, min(most, last - number + 1), next(names)) for number in range(first, last + 1, most))


def before(batches: Iterable[Batch], copy: int) -> Iterator[Batch]:
    """The batches of the copies before a number; of one it cuts, a person says that those before it are out."""
    for one in batches:
        if one.last < copy:
            yield one
        elif one.first < copy:
            whole = copy - one.first
            yield replace(one, copies=whole, out=whole, state=BatchState.DONE)
