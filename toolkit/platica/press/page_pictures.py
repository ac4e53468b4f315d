"""Pictures of the pages of a finished document, drawn in memory and nowhere else."""

from types import TracebackType
from typing import Self

import pypdfium2

from platica.domain.page_bitmap import PageBitmap

MOST_DOTS = 24_000_000
"""The largest picture that is drawn: about an A4 page at 600 dots per inch."""


class PagePictures:
    """The pages of one document. Not to be used from two threads at once, as PDFium is not made for that."""

    def __init__(self, pdf: bytes) -> None:
        self._document = pypdfium2.PdfDocument(pdf)

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def height_to_width(self, page: int) -> float:
        """How much taller than wide a page is; pages are counted from 1."""
        width, height = self._document.get_page_size(page - 1)
        return float(height / width)

    def picture(self, page: int, width: int) -> PageBitmap:
        """A page, counted from 1, so many dots wide; one that would be too large is drawn as wide as it may be."""
        paper, height = self._document.get_page_size(page - 1)
        scale = min(width / paper, (MOST_DOTS / (paper * height)) ** 0.5)
        bitmap = self._document[page - 1].render(scale=scale, grayscale=True)
        rows, stride = bytes(bitmap.buffer), bitmap.stride
        if stride != bitmap.width:
            rows = b"".join(rows[at : at + bitmap.width] for at in range(0, stride * bitmap.height, stride))
        return PageBitmap(bitmap.width, bitmap.height, rows)

    def close(self) -> None:
        """Forgets the document."""
        self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
