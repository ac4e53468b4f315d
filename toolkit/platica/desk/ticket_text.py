"""The job ticket as plain text, to read beside the files on any computer and to send as a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from platica.domain.job_ticket import Finish, TicketLine
from platica.domain.paper import Paper
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.press.views import TicketView

_FINISHES = {
    Finish.NONE: None,
    Finish.STAPLE: phrase("staple, upper left"),
    Finish.CUT: phrase("cut on the dashed lines"),
    Finish.HOLES: phrase("punch holes for a binder"),
    Finish.FOLD: phrase("turn on the short edge, fold in the middle, staple in the fold"),
    Finish.CUT_IN_TWO: phrase("cut across the middle"),
}


def ticket_text(book: Phrasebook, ticket: TicketView, paper: Paper) -> str:
    """A line for each file, under the heading of its stack."""
    return "\n".join(_lines(book, ticket, paper)) + "\n"


def _lines(book: Phrasebook, ticket: TicketView, paper: Paper) -> Iterator[str]:
    name = "A4" if paper is Paper.A4 else book.say("Letter")
    yield book.say("Job ticket · {organization}", organization=ticket.organization)
    yield book.say_count("{count} sheet of paper in all", "{count} sheets of paper in all", ticket.sheets)
    yield book.say("Paper: {paper}, white. Black only, no color. Actual size, not fitted to the page.", paper=name)
    for number, stack in enumerate(ticket.stacks, start=1):
        yield ""
        words = book.say("Stack {number}", number=number)
        sheets = book.say_count("{count} sheet of paper", "{count} sheets of paper", stack.sheets)
        yield " · ".join(filter(None, (words, stack.folder, sheets)))
        yield from (f"  {_told(book, line)}" for line in stack.lines)
    yield ""
    if ticket.names_people:
        yield book.say("Some of these papers name people. Hand them only to who brought this ticket.")
    else:
        yield book.say("Papers that name people are not among these files.")
    yield book.say("Delete the files when the work is handed over.")


def _told(book: Phrasebook, line: TicketLine) -> str:
    finish = _FINISHES[line.finish]
    parts = (
        book.say_count("{count} copy", "{count} copies", line.copies),
        book.say_count("{count} page", "{count} pages", line.pages),
        book.say("both sides") if line.two_sided else book.say("one side"),
        book.tell(finish) if finish else "",
        book.say_count("{count} sheet of paper", "{count} sheets of paper", line.sheets),
    )
    return f"{line.file}: {', '.join(filter(None, parts))}"
