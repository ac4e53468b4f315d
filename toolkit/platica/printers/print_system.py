"""What every kind of system can be asked about printing, and which of them this computer is."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from platica.domain.paper import Paper
from platica.domain.printer import BatchState, Printer, Sides


@dataclass(frozen=True, slots=True)
class Ticket:
    """How a job is to be printed."""

    printer: str
    name: str
    """What the job is called; never a person's name."""
    copies: int
    paper: Paper
    sides: Sides | None
    """None leaves it to the printer, as for one that cannot be asked."""


@dataclass(frozen=True, slots=True)
class SeenJob:
    """A job of this person, as the print system tells of it."""

    job: str
    name: str
    """Empty where the system does not tell it."""
    state: BatchState
    pages: int = 0
    """Pages that were given to the printer, of all copies together; more than those that came out."""
    held: bool = False
    """Whether it waits for a time, as for another try, or until somebody lets it go."""


class PrintSystem(Protocol):
    """The printers of a computer. Every call may raise PrinterError with a sentence."""

    def printers(self) -> tuple[Printer, ...]:
        """All printers, by name."""

    def send(self, ticket: Ticket, file: Path) -> str:
        """Hands a PDF over; gives the system's name of the job, empty where it tells none."""

    def jobs(self) -> tuple[SeenJob, ...]:
        """The jobs of this person that the system remembers."""

    def cancel(self, jobs: Iterable[str]) -> None:
        """Takes jobs away; those that are out already stay as they are."""

    def release(self, job: str) -> None:
        """Lets a held job go."""

    def forget(self, job: str) -> bool:
        """Takes a job away with the copy of its document that the system keeps; whether it did."""


def print_system() -> PrintSystem:
    """That of this computer."""
    if sys.platform == "win32":
        from platica.printers.windows import Windows

        return Windows()
    from platica.printers.cups import Cups

    return Cups()
