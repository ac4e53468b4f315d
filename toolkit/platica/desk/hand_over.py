"""Handing papers over to a printer, batch by batch, so that none goes twice."""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.sent_papers import remember, remembered
from platica.domain.printer import Batch, BatchState, Printer, SentPaper
from platica.domain.printing import What
from platica.domain.progress import Progress, silent
from platica.errors import NotFound, PlaticaError, Refused
from platica.phrases import Phrase, phrase
from platica.printers.print_system import Ticket, print_system


def known_printers() -> tuple[Printer, ...]:
    """The printers of this computer. Raises Refused when there is none, PrinterError when it cannot say."""
    found = print_system().printers()
    if not found:
        raise Refused(phrase("No printer is set up on this computer. Add one in its printer settings, then try again."))
    return found


def printer_named(name: str | None) -> Printer:
    """A printer by its name, or the usual one when none is named.

    Raises NotFound with the names there are, or Refused when there is no printer or no usual one.
    """
    found = known_printers()
    names = ", ".join(one.name for one in found)
    if name is None:
        usual = next((one for one in found if one.usual), found[0] if len(found) == 1 else None)
        if usual is None:
            raise Refused(phrase("Say which printer; there are: {names}.", names=names))
        return usual
    exact = next((one for one in found if one.name == name), None)
    near = exact or next((one for one in found if one.name.casefold() == name.casefold()), None)
    if near is None:
        raise NotFound(phrase("No printer is called “{name}”; there are: {names}.", name=name, names=names))
    return near


def names(what: What) -> Iterator[str]:
    """Names of jobs, no two alike; others see them at the printer, so that they tell a kind of paper and no more."""
    while True:
        yield f"{what}-{secrets.token_hex(3)}"


def hand_over(desk: Desk, papers: Sequence[SentPaper], progress: Progress = silent) -> tuple[SentPaper, ...]:
    """Sends the batches that are not sent yet; after the first that is not taken no more are tried.

    `trouble` of the papers says why.
    """
    trouble: Phrase | None = None
    tried: list[SentPaper] = []
    for done, paper in enumerate(papers):
        progress(done, len(papers), phrase("Sending {title}", title=paper.title))
        now = paper
        if trouble is None:
            try:
                now = _handed_over(desk, paper)
            except PlaticaError as error:
                trouble = error.phrase
                now = next((one for one in remembered(desk) if one.code == paper.code), paper)
        tried.append(replace(now, trouble=trouble))
    progress(len(papers), len(papers), phrase("Done"))
    return tuple(tried)


def _handed_over(desk: Desk, paper: SentPaper) -> SentPaper:
    """Each batch is written down before it goes and after, so that a program that dies between finds it by its name."""
    system, two_sided = print_system(), printer_named(paper.printer).two_sided
    must_be_there(paper)
    remember(desk, paper)
    for place, batch in enumerate(paper.batches):
        if batch.state is not BatchState.UNSENT:
            continue
        sides = paper.sides if two_sided else None
        job = system.send(Ticket(paper.printer, batch.name, batch.copies, paper.paper, sides), paper.file)
        taken = replace(batch, job=job, state=BatchState.WAITING if job else BatchState.UNKNOWN)
        paper = replace(paper, batches=(*paper.batches[:place], taken, *paper.batches[place + 1 :]))
        remember(desk, paper)
    return paper


def must_be_there(paper: SentPaper) -> None:
    """Raises Refused when the file of a paper is gone or another one by now."""
    if not _is_same(paper.file, paper.digest):
        raise Refused(
            phrase(
                "{file} is not there any more, or it was made anew. Make the document and send that.",
                file=str(paper.file),
            )
        )


def _is_same(file: Path, digest: str) -> bool:
    try:
        return sha256(file.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def take_away(paper: SentPaper, batches: Iterable[Batch]) -> None:
    """Asks the print system to drop these batches of a paper, and what it keeps of one with names."""
    system = print_system()
    for job in (one.job for one in batches if one.state.open and one.job):
        if not (paper.personal and system.forget(job)):
            system.cancel([job])
