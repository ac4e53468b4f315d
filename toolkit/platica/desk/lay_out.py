"""Turning the rows of a print plan into documents."""

from collections.abc import Iterator, Sequence

from platica.desk.papers import binder
from platica.desk.papers.kinds import VIEWS
from platica.desk.print_job import PrintJob
from platica.domain.printing import PrintRow, What
from platica.press.views import BoundPart, Edition, Part


def documents(job: PrintJob, rows: Sequence[PrintRow]) -> Iterator[Part | None]:
    """The documents of the rows, each as soon as it is done; None for a binder where nothing makes PDF files.

    Raises PressError when one cannot be made.
    """
    views = [(VIEWS[row.what](job, row), edition_of(job, row)) for row in rows if row.what is not What.BINDER]
    alone = job.desk.press.render_all(views)
    return (_bound(job, row) if row.what is What.BINDER else next(alone) for row in rows)


def edition_of(job: PrintJob, row: PrintRow) -> Edition:
    """For which reader and printer a row is."""
    region = job.desk.settings.region
    paper = job.order.paper or job.desk.paper
    second = job.second_language if row.what is What.SIGN_IN else None
    return Edition(row.language, region, paper, row.large, second, engine=job.order.engine)


def _bound(job: PrintJob, row: PrintRow) -> Part | None:
    edition = edition_of(job, row)
    pages = list(binder.pages(job, row))
    parts = list(job.desk.press.render_all([(page.view, edition) for page in pages]))
    if not all(part.pdf for part in parts):
        return None
    bound = [BoundPart(part, page.title, page.section) for part, page in zip(parts, pages, strict=True)]
    return job.desk.press.bind(bound, edition, row.title)
