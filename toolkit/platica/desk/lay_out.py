"""Turning the rows of a print plan into documents."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing

from platica.desk.papers import binder
from platica.desk.papers.kinds import VIEWS
from platica.desk.print_job import PrintJob
from platica.domain.printing import Bilingual, Fold, PrintRow, What
from platica.press.views import BoundPart, Edition, Part

Told = Callable[[str, int], None]
"""Called with the title and the pages of each part that is done."""


def documents(
    job: PrintJob, rows: Sequence[PrintRow], told: Told = lambda _title, _pages: None
) -> Generator[Part | None, None, None]:
    """The documents of the rows, each as soon as it is done; None for a binder where nothing makes PDF files.

    Half-size pages are in the order in which they are read. Raises PressError when one cannot be made. Closing it, as
    an error of `told` does, ends what is being made.
    """
    wanted = [[(VIEWS[one.what](job, one), edition_of(job, one)) for one in _halves(row)] for row in rows]
    with closing(job.desk.press.render_all([view for views in wanted for view in views])) as made:
        for row, views in zip(rows, wanted, strict=True):
            parts = [_heard(next(made), told) for _ in views]
            yield _joined(job, row, parts, told)


def parts_of(job: PrintJob, rows: Sequence[PrintRow]) -> int:
    """How many parts the documents of the rows are made of."""
    return sum(binder.length(job) if row.what is What.BINDER else len(_halves(row)) for row in rows)


def _heard(part: Part, told: Told) -> Part:
    told(part.title, part.pages)
    return part


def _halves(row: PrintRow) -> tuple[PrintRow, ...]:
    """The row for each part its document is made of; a binder is made of others."""
    if row.what is What.BINDER:
        return ()
    return (row, row.in_second) if row.bilingual is Bilingual.TWO_SIDED else (row,)


def _joined(job: PrintJob, row: PrintRow, parts: Sequence[Part], told: Told) -> Part | None:
    match parts:
        case [only]:
            return only
        case [first, second]:
            return job.desk.press.two_sided(first, second, folded=row.fold is Fold.BOOKLET)
    return _bound(job, row, told)


def edition_of(job: PrintJob, row: PrintRow) -> Edition:
    """For which reader and printer a row is."""
    region = job.desk.settings.region
    paper = job.order.paper or job.desk.paper
    second = job.second_language if row.what is What.SIGN_IN else None
    if row.bilingual is Bilingual.SIDE_BY_SIDE:
        second = row.second
    half = row.fold is not Fold.PLAIN
    return Edition(row.language, region, paper, row.large, second, half, row.pictures, engine=job.order.engine)


def _bound(job: PrintJob, row: PrintRow, told: Told) -> Part | None:
    edition = edition_of(job, row)
    pages = list(binder.pages(job, row))
    with closing(job.desk.press.render_all([(page.view, edition) for page in pages])) as made:
        parts = [_heard(part, told) for part in made]
    if not all(part.pdf for part in parts):
        return None
    bound = [BoundPart(part, page.title, page.section) for part, page in zip(parts, pages, strict=True)]
    return job.desk.press.bind(bound, edition, row.title)
