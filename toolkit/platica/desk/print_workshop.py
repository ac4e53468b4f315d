"""Printing what a workshop needs, in what people read."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.lay_out import documents, parts_of
from platica.desk.leave_documents import FileNames, leave, slug
from platica.desk.papers.fit import must_be_fit
from platica.desk.papers.kinds import ROWS
from platica.desk.print_job import job_of
from platica.domain.printing import Fold, Printed, PrintOrder, PrintPlan, PrintRow, What
from platica.domain.progress import Progress, silent
from platica.errors import PressMissing, Stopped
from platica.phrases import phrase, phrases
from platica.press.views import Part


def plan(desk: Desk, order: PrintOrder) -> PrintPlan:
    """The documents an order asks for, with copies from what people read; each title in its sheet's language.

    Raises NotFound or Refused when there is no such workshop or meeting.
    """
    job = job_of(desk, order)
    rows = tuple(row for what in What if what in order.what for row in ROWS[what](job))
    pack = desk.pack
    slots = pack.slots if pack else ()
    blanks = tuple(slot for slot in slots if slot.key in job.curriculum.pack_keys and slot.key not in job.slots)
    languages = {language for row in rows for language in row.languages}
    pending = {language: desk.pending_reviews(job.curriculum, language) for language in languages}
    told = (
        replace(row, pending=pending[row.language], second_pending=pending[row.second] if row.second else ())
        for row in rows
    )
    return PrintPlan(order, tuple(told), blanks)


def make(desk: Desk, planned: PrintPlan, output: Path, progress: Progress = silent) -> tuple[Printed, ...]:
    """Makes every document of a plan and leaves it in a folder, as PDF or, where nothing makes those, as HTML.

    A binder is then left out. Raises Refused, before anything is made, when a safety text has no sound translation and
    the order does not force it, or when a final is asked for and a review is pending; PressError when a document cannot
    be made.
    """
    return tuple(one_by_one(desk, planned, output, progress))


def one_by_one(
    desk: Desk, planned: PrintPlan, output: Path, progress: Progress = silent
) -> Generator[Printed, None, None]:
    """As `make`, each document as soon as it lies in the folder; one that was begun when `progress` raises never does.

    `progress` counts the parts that documents are made of, and tells the pages made so far. Raises Stopped on Ctrl+C.
    """
    must_be_fit(planned)
    job = job_of(desk, planned.order)
    names = FileNames(desk.book())
    steps, done, pages = parts_of(job, planned.rows), 0, 0

    def told(title: str, more: int) -> None:
        nonlocal done, pages
        done, pages = done + 1, pages + more
        progress(done, steps, phrases("{count} page. {title}", "{count} pages. {title}", pages, title=title))

    missed = len(planned.rows)
    progress(0, steps, phrase("Starting"))
    try:
        with closing(documents(job, planned.rows, told)) as parts:
            for row, part in zip(planned.rows, parts, strict=True):
                if part:
                    missed = 0
                    yield _left(desk, row, part, output / names.of(row).with_suffix(part.suffix))
    except KeyboardInterrupt:
        raise Stopped(phrase("Stopped. What was done by then is in {folder}.", folder=str(output))) from None
    progress(steps, steps, phrase("Done"))
    if missed:
        raise PressMissing(
            phrase("A binder is one PDF file, and nothing on this computer makes those. Print its parts.")
        )


def _left(desk: Desk, row: PrintRow, part: Part, path: Path) -> Printed:
    """Leaves a document; of a half-size PDF both what to print and its pages one after another, to be read."""
    if row.fold is Fold.PLAIN or part.html:
        return Printed(row, leave(path, part.body), part.pages, made_by=part.made_by, left_out=part.left_out)
    ending = slug(desk.book().say("to read"))
    to_read = leave(path.with_stem(f"{path.stem}-{ending}"), part.pdf)
    sheets = desk.press.imposed(part, row.fold)
    return Printed(row, leave(path, sheets.pdf), sheets.pages, to_read, part.made_by, part.left_out)
