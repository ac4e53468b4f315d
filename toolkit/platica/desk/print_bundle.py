"""A folder for a print shop: every file with its copies, sorted into stacks, and a job ticket that says how."""

from dataclasses import dataclass, replace
from pathlib import Path

from platica.desk import print_workshop
from platica.desk.desk import Desk
from platica.desk.leave_documents import leave, slug
from platica.desk.print_job import PrintJob, job_of
from platica.desk.ticket_text import ticket_text
from platica.domain.curriculum import HandoutType
from platica.domain.document import Fence
from platica.domain.job_ticket import (
    FOLDED,
    NAMING_PEOPLE,
    SHOP_PAPERS,
    Finish,
    Stack,
    TicketLine,
    finish,
    stacks,
    two_sided,
)
from platica.domain.printing import EVERYTHING, Printed, PrintOrder, PrintPlan
from platica.domain.progress import Progress, silent
from platica.errors import Refused
from platica.exchange.zip_file import packed
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Bundle:
    """What was left for the print shop."""

    folder: Path
    made: tuple[Printed, ...]
    stacks: tuple[Stack, ...]
    ticket: Path
    archive: Path | None
    """The same folder as one file."""

    @property
    def sheets(self) -> int:
        """Sheets of paper of all stacks."""
        return sum(stack.sheets for stack in self.stacks)


def plan(desk: Desk, order: PrintOrder, *, with_names: bool = False) -> PrintPlan:
    """The documents for a print shop: without those that name people unless asked, and never a call list.

    Of everything, as when nothing else was chosen, guides, sheets and forms go to the shop. Raises what
    `print_workshop.plan` does, and Refused when nothing is left to print.
    """
    wanted = order.what & EVERYTHING if with_names else order.what - NAMING_PEOPLE
    if order.what == EVERYTHING:
        wanted = (SHOP_PAPERS | NAMING_PEOPLE) & EVERYTHING if with_names else SHOP_PAPERS
    planned = print_workshop.plan(desk, replace(order, what=wanted))
    if not planned.rows:
        raise Refused(phrase("There is nothing to bring to a print shop; papers that name people stay here."))
    return planned


def make(
    desk: Desk, planned: PrintPlan, output: Path, language: str, *, zipped: bool = False, progress: Progress = silent
) -> Bundle:
    """Makes the documents and their job ticket, whose words are in this language, in a new folder inside `output`.

    Raises what `print_workshop.make` does.
    """
    from platica.press.views import Edition, TicketView

    folder = _free(output, slug(desk.book().say("print shop")))
    made = print_workshop.make(desk, planned, folder, progress)
    job = job_of(desk, planned.order)
    sorted_out = stacks(_line(job, one, folder) for one in made)
    named = any(one.row.what in NAMING_PEOPLE for one in made)
    paper = planned.order.paper or desk.paper
    view = TicketView(desk.settings.name, sorted_out, named)
    part = desk.press.render(view, Edition(language, desk.settings.region, paper))
    stem = slug(desk.book().say("job ticket"))
    ticket = leave(folder / f"{stem}.pdf", part.pdf)
    leave(folder / f"{stem}.txt", ticket_text(desk.book(language), view, paper).encode())
    archive = leave(folder.with_name(f"{folder.name}.zip"), _packed(folder)) if zipped else None
    return Bundle(folder, made, sorted_out, ticket, archive)


def _line(job: PrintJob, one: Printed, folder: Path) -> TicketLine:
    """How one of the documents is printed."""
    row = one.row
    kind = job.handout(row.handout).type if row.handout else None
    blocks = job.handout_text(row.handout, row.language).blocks if row.handout else ()
    torn = any(isinstance(block, Fence) and block.kind == "tear" for block in blocks)
    dashed = kind is HandoutType.CARD and one.pages == 1 and not row.large
    folded = FOLDED.get(row.fold)
    both = folded is Finish.FOLD or two_sided(row.what, kind, one.pages, torn=torn)
    sheets = -(-one.pages // 2) if both else one.pages
    done = folded or finish(row.what, kind, torn=torn, dashed=dashed, sheets=sheets)
    file = one.path.relative_to(folder).as_posix()
    return TicketLine(file, row.copies, one.pages, both, done)


def _free(output: Path, name: str) -> Path:
    """A folder that is not there yet, so that no file of another bundle lies among the new ones."""
    folder, again = output / name, 1
    while folder.exists() or folder.with_name(f"{folder.name}.zip").exists():
        again += 1
        folder = output / f"{name}-{again}"
    return folder


def _packed(folder: Path) -> bytes:
    """The folder as a ZIP archive."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return packed({path.relative_to(folder.parent).as_posix(): path.read_bytes() for path in files})
