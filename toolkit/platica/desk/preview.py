"""Seeing one document of a plan before it is printed; nothing of it is left in any file but what the press keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from platica.desk.desk import Desk
from platica.desk.print_job import job_of
from platica.domain.page_bitmap import PageBitmap
from platica.domain.printing import PrintPlan, PrintRow
from platica.errors import PressMissing
from platica.phrases import phrase

if TYPE_CHECKING:
    from platica.press.page_pictures import PagePictures


class Preview:
    """A document that was made to be looked at. It lives in memory; papers that name people are nowhere else."""

    def __init__(self, pictures: PagePictures) -> None:
        self._pictures = pictures
        self.pages = pictures.count
        """How many pages there are."""

    def height_to_width(self, page: int) -> float:
        """How much taller than wide a page is; pages are counted from 1."""
        return self._pictures.height_to_width(page)

    def picture(self, page: int, width: int) -> PageBitmap:
        """A page, counted from 1, so many dots wide. To be called from one thread at a time."""
        return self._pictures.picture(page, width)

    def close(self) -> None:
        """Forgets the document."""
        self._pictures.close()


def preview(desk: Desk, plan: PrintPlan, row: PrintRow) -> Preview:
    """Makes one document of a plan, or takes it from the parts that the press keeps.

    Slow the first time. Raises PressMissing or PressError when it cannot be made, NotFound when a part is gone.
    """
    from platica.desk.lay_out import documents
    from platica.press.page_pictures import PagePictures

    part = next(documents(job_of(desk, plan.order, only_seen=True), (row,)))
    if part is None or not part.pdf:
        raise PressMissing(
            phrase(
                "Nothing on this computer makes PDF files, so that pages cannot be shown here. Read the words instead."
            )
        )
    return Preview(PagePictures(part.pdf))
