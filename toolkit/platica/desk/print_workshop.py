"""Printing what a workshop needs, in what people read."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.lay_out import documents
from platica.desk.leave_documents import FileNames, leave, slug
from platica.desk.papers.kinds import ROWS
from platica.desk.print_job import job_of
from platica.domain.curriculum import ReviewRole
from platica.domain.printing import Fold, Printed, PrintOrder, PrintPlan, PrintRow, What
from platica.domain.progress import Progress, silent
from platica.domain.spoken import ROLES
from platica.errors import PressMissing, Refused
from platica.phrases import Phrase, phrase
from platica.press.views import Part


def plan(desk: Desk, order: PrintOrder) -> PrintPlan:
    """The documents an order asks for, with copies from what people read; each title in its sheet's language.

    Raises NotFound or Refused when there is no such workshop or meeting.
    """
    job = job_of(desk, order)
    rows = tuple(row for what in What if what in order.what for row in ROWS[what](job))
    known = desk.slots
    slots = desk.pack.slots if desk.pack else ()
    blanks = tuple(slot for slot in slots if slot.key in job.curriculum.pack_keys and slot.key not in known)
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
    _must_be_fit(planned)
    job = job_of(desk, planned.order)
    names = FileNames(desk.book())
    printed: list[Printed] = []
    parts = documents(job, planned.rows)
    for done, row in enumerate(planned.rows):
        progress(done, len(planned.rows), phrase("Making {title}", title=row.title))
        part = next(parts)
        if part:
            printed.append(_left(desk, row, part, output / names.of(row).with_suffix(part.suffix)))
    progress(len(planned.rows), len(planned.rows), phrase("Done"))
    if planned.rows and not printed:
        raise PressMissing(
            phrase("A binder is one PDF file, and nothing on this computer makes those. Print its parts.")
        )
    return tuple(printed)


def _left(desk: Desk, row: PrintRow, part: Part, path: Path) -> Printed:
    """Leaves a document; of a half-size PDF both what to print and its pages one after another, to be read."""
    if row.fold is Fold.PLAIN or part.html:
        return Printed(row, leave(path, part.body), part.pages, made_by=part.made_by)
    to_read = leave(path.with_stem(f"{path.stem}-{slug(desk.book().say('to read'))}"), part.pdf)
    sheets = desk.press.imposed(part, row.fold)
    return Printed(row, leave(path, sheets.pdf), sheets.pages, to_read, part.made_by)


def _must_be_fit(planned: PrintPlan) -> None:
    unsafe = next((row for row in planned.rows if row.unsafe), None)
    if unsafe and not planned.order.force:
        raise Refused(
            phrase(
                "“{title}” has a safety text that is not translated. Print it in another language, or force it: the"
                " original words then stand in a box.",
                title=unsafe.title,
            )
        )
    if planned.order.final and planned.pending:
        roles = _named(planned.pending)
        raise Refused(phrase("This is not final: these reviews are pending: {roles}.", roles=roles))


def _named(roles: Iterable[ReviewRole]) -> Phrase:
    """The roles one after another, each to be said in the language of whoever reads them."""
    first, *others = (ROLES[role] for role in roles)
    return reduce(lambda said, one: Phrase("{said}, {one}", {"said": said, "one": one}), others, first)
