"""Sending what `platica print` made to a printer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from platica.cli.call import Call, Json, Shown
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import flag, value
from platica.cli.wrong_usage import WrongUsage
from platica.domain.paper import Paper
from platica.domain.printer import BatchState, SentPaper, SentState, Sides
from platica.domain.printing import Printed
from platica.errors import PrinterError
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk

SENT = "{code, what, title, printer, copies, out, pages, sides, state, trouble, file}"
"""A paper on its way, in JSON."""


@dataclass(frozen=True, slots=True)
class ToPrinter:
    """What was said of a printer."""

    printer: str | None
    copies: int | None
    sides: Sides | None


def options(book: Phrasebook) -> tuple[click.Option, ...]:
    """The options of `platica print` that send the papers to a printer."""
    return (
        value(
            "--to-printer", book.say("NAME"), book.say("Also sends them to this printer, in batches of five copies.")
        ),
        value(
            "--copies",
            book.say("NUMBER"),
            book.say("So many of each; as many as the group needs when not said."),
            NUMBER,
        ),
        flag("--one-sided", book.say("On one side of the paper only.")),
        flag("--two-sided", book.say("On both sides, as when nothing is said and the printer can.")),
    )


def asked(to_printer: str | None, copies: int | None, one_sided: bool, two_sided: bool) -> ToPrinter:
    """What these options ask for. Raises WrongUsage when they contradict each other or no printer is named."""
    if one_sided and two_sided:
        raise WrongUsage(phrase("--one-sided and --two-sided cannot both be."))
    if to_printer is None and (copies or one_sided or two_sided):
        raise WrongUsage(phrase("Copies and sides are for a printer; name one with --to-printer."))
    sides = Sides.ONE if one_sided else Sides.LONG_EDGE if two_sided else None
    return ToPrinter(to_printer, copies, sides)


def ready(wanted: ToPrinter) -> None:
    """Raises NotFound or PrinterError before papers are made for a printer that is not there."""
    from platica.desk import printers

    if wanted.printer is not None:
        printers.printer_named(wanted.printer)


def send(desk: "Desk", made: Sequence[Printed], paper: Paper, wanted: ToPrinter) -> tuple[SentPaper, ...]:
    """Sends the documents if a printer was named; gives how far they are right afterwards."""
    from platica.desk import printers

    if wanted.printer is None:
        return ()
    how = printers.HowToPrint(wanted.printer, paper, wanted.sides, wanted.copies)
    sent = printers.send(desk, made, how)
    now = {one.code: one for one in printers.sent(desk)}
    return tuple(one if one.trouble else now.get(one.code, one) for one in sent)


def shown(book: Phrasebook, papers: Sequence[SentPaper]) -> list[Shown]:
    """What was sent, for people."""
    from platica.desk.tell_printing import sent_told

    return [book.tell(sent_told(papers)), sent_listing(book, papers)] if papers else []


def sent_listing(book: Phrasebook, papers: Sequence[SentPaper]) -> Listing:
    """Papers on their way, with the code by which the other commands know them."""
    from platica.desk.tell_printing import paper_told

    headings = (book.say("Code"), book.say("Copies"), book.say("Sheet"), book.say("Printer"), book.say("State"))
    rows = [(one.code, str(one.copies), one.title, one.printer, book.tell(paper_told(one))) for one in papers]
    return Listing(headings, rows)


def sent_json(book: Phrasebook, papers: Sequence[SentPaper]) -> list[Json]:
    """Papers on their way, for programs."""
    return [paper_json(book, one) for one in papers]


def paper_json(book: Phrasebook, one: SentPaper) -> dict[str, Json]:
    """A paper on its way, for programs."""
    return {
        "code": one.code,
        "what": one.what,
        "title": one.title,
        "printer": one.printer,
        "copies": one.copies,
        "out": one.out,
        "pages": one.pages,
        "sides": one.sides,
        "state": one.state,
        "trouble": book.tell(one.trouble) if one.trouble else None,
        "file": str(one.file),
    }


def tell_trouble(call: Call, papers: Sequence[SentPaper]) -> None:
    """Says what stands in the way. Raises PrinterError when the print system did not take everything."""
    from platica.desk.tell_printing import troubles_of

    for trouble in troubles_of(papers):
        call.warn(trouble)
    if any(paper.personal and paper.state is not SentState.DONE for paper in papers):
        call.warn(phrase("When they are out, run “platica printers jobs”: it makes this computer forget the names."))
    if any(batch.state in (BatchState.UNSENT, BatchState.FAILED) for one in papers for batch in one.batches):
        raise PrinterError(phrase("Not everything was sent. “platica printers resume” sends what is missing."))
