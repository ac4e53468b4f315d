"""Sending made documents to a printer, seeing how far they are, and going on after a jam or a stop."""

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from platica.desk.desk import Desk
from platica.desk.hand_over import hand_over, known_printers, must_be_there, names, printer_named, take_away
from platica.desk.job_states import bring_up_to_date
from platica.desk.sent_papers import any_remembered, forget_old, one_at_a_time, remember, remembered
from platica.domain.paper import Paper
from platica.domain.printer import Batch, BatchState, Printer, SentPaper, Sides, before, split
from platica.domain.printing import Bilingual, Fold, Printed, What
from platica.domain.progress import Progress, silent
from platica.errors import NotFound, Refused
from platica.phrases import phrase
from platica.printers.print_system import print_system

_ONE_TO_A_SHEET = frozenset({What.CERTIFICATES, What.TAGS})
"""Each page is for one person, so that no two may share a sheet."""


@dataclass(frozen=True, slots=True)
class HowToPrint:
    """What the leader chose for a stack of papers."""

    printer: str
    paper: Paper
    sides: Sides | None = None
    """None: both sides where the printer can and the paper may."""
    copies: int | None = None
    """Of every document; None for as many as each row plans."""


def printers() -> tuple[Printer, ...]:
    """The printers this computer knows. Raises PrinterError when it cannot say."""
    return print_system().printers()


def send(desk: Desk, made: Sequence[Printed], how: HowToPrint, progress: Progress = silent) -> tuple[SentPaper, ...]:
    """Sends documents to a printer in small batches; what the print system does not take waits for `resume`.

    Raises NotFound or Refused when the printer cannot do it, before anything is sent, PrinterError when this computer
    cannot print at all. Afterwards, `trouble` of a paper says why some of it was not taken.
    """
    if any(one.path.suffix != ".pdf" for one in made):
        raise Refused(
            phrase("Nothing here makes PDF files for a printer. Open each page in a browser and print it there.")
        )
    printer = printer_named(how.printer)
    if how.sides not in (None, Sides.ONE) and not printer.two_sided:
        raise Refused(
            phrase("{printer} prints on one side only. Print one-sided, or choose another.", printer=printer.name)
        )
    papers = [_paper(desk, one, how, printer) for one in made]
    with one_at_a_time(desk):
        for paper in papers:
            remember(desk, paper)
        return hand_over(desk, papers, progress)


def sent(desk: Desk) -> tuple[SentPaper, ...]:
    """The papers of the last week, the newest first, with how far they are now."""
    if not any_remembered(desk):
        return ()
    with one_at_a_time(desk):
        return _now(desk)


def resume(desk: Desk, code: str | None = None, progress: Progress = silent) -> tuple[SentPaper, ...]:
    """Sends what the print system did not take or gave up, of one paper or of all, and never what may be out already.

    What waits for another try is tried at once. Gives the papers that go on; `trouble` of one says why some of it was
    not taken. Raises NotFound, and PrinterError while the print system cannot be asked.
    """
    with one_at_a_time(desk):
        papers = (_find(desk, code),) if code else _now(desk)
        released = {paper.code: paper for paper in papers if _released(paper)}
        going = [
            replace(paper, batches=tuple(_missing(paper)), trouble=None)
            for paper in papers
            if any(one.state in (BatchState.UNSENT, BatchState.FAILED) for one in paper.batches)
        ]
        sent = {paper.code: paper for paper in hand_over(desk, going, progress)}
        return tuple({**released, **sent}.values())


def reprint(desk: Desk, code: str, copy: int) -> SentPaper:
    """Prints a paper again from a copy on, after a jam; what still waits of those copies is taken away first.

    Raises NotFound, Refused when there is no such copy or the file has changed, PrinterError.
    """
    with one_at_a_time(desk):
        paper = _find(desk, code)
        if not 1 <= copy <= paper.copies:
            raise Refused(
                phrase(
                    "There is no copy {copy} of {title}; say one from 1 to {copies}.",
                    copy=copy,
                    title=paper.title,
                    copies=paper.copies,
                )
            )
        must_be_there(paper)
        take_away(paper, [one for one in paper.batches if one.last >= copy])
        batches = (*before(paper.batches, copy), *split(copy, paper.copies, paper.pages, names(paper.what)))
        (printing,) = hand_over(desk, [replace(paper, batches=batches, trouble=None)])
        return printing


def cancel(desk: Desk, code: str) -> SentPaper:
    """Takes away what is not printed yet of a paper. Raises NotFound, PrinterError."""
    with one_at_a_time(desk):
        paper = _find(desk, code)
        take_away(paper, paper.batches)
        over = (BatchState.DONE, BatchState.UNKNOWN)
        batches = (one if one.state in over else replace(one, state=BatchState.CANCELLED) for one in paper.batches)
        cancelled = replace(paper, batches=tuple(batches), trouble=None)
        remember(desk, cancelled)
        return cancelled


def _now(desk: Desk) -> tuple[SentPaper, ...]:
    forget_old(desk)
    return bring_up_to_date(desk, remembered(desk))


def _find(desk: Desk, code: str) -> SentPaper:
    """A paper of the last week by its code. Raises NotFound with the codes there are."""
    papers = _now(desk)
    found = next((one for one in papers if one.code == code.strip().casefold()), None)
    if found is None:
        codes = ", ".join(one.code for one in papers)
        raise NotFound(
            phrase("No paper that was sent has the code “{code}”; there are: {codes}.", code=code, codes=codes or "–")
        )
    return found


def _paper(desk: Desk, made: Printed, how: HowToPrint, printer: Printer) -> SentPaper:
    copies = how.copies or made.row.copies
    return SentPaper(
        code=secrets.token_hex(2),
        what=made.row.what,
        title=made.row.title,
        file=made.path.absolute(),
        digest=sha256(made.path.read_bytes()).hexdigest(),
        copies=copies,
        pages=made.pages,
        paper=how.paper,
        sides=_sides(made, how.sides, two_sided=printer.two_sided),
        printer=printer.name,
        sent=desk.now(),
        batches=split(1, copies, made.pages, names(made.row.what)),
    )


def _sides(made: Printed, wanted: Sides | None, *, two_sided: bool) -> Sides:
    """A booklet and a sheet with a language on each side need both sides; what is cut or given to each needs one."""
    row = made.row
    one_language = row.bilingual is not Bilingual.TWO_SIDED
    if not two_sided or row.what in _ONE_TO_A_SHEET or (row.fold is Fold.TWO_UP and one_language):
        return Sides.ONE
    if row.fold is not Fold.PLAIN:
        return Sides.SHORT_EDGE
    if row.bilingual is Bilingual.TWO_SIDED:
        return Sides.LONG_EDGE
    return (wanted or Sides.LONG_EDGE) if made.pages > 1 else Sides.ONE


def _released(paper: SentPaper) -> bool:
    """Lets go what the print system holds of a paper; whether there was anything."""
    system = print_system()
    held = {one.job for one in system.jobs() if one.held}
    jobs = [one.job for one in paper.batches if one.state.open and one.job in held]
    for job in jobs:
        system.release(job)
    return bool(jobs)


def _missing(paper: SentPaper) -> Iterator[Batch]:
    """The batches, with new ones in place of those that were given up."""
    for one in paper.batches:
        if one.state is BatchState.FAILED:
            yield from split(one.first, one.last, paper.pages, names(paper.what))
        else:
            yield one


__all__ = ["HowToPrint", "cancel", "known_printers", "printer_named", "printers", "reprint", "resume", "send", "sent"]
