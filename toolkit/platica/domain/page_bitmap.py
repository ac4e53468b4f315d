"""The picture of a page, as plain dots."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageBitmap:
    """Square dots, row by row from the top left, one byte each: 0 is black ink and 255 the bare paper."""

    width: int
    height: int
    grey: bytes

    def cut(self, left: int, top: int, width: int, height: int) -> "PageBitmap":
        """A piece of the picture, no larger than what there is from that corner on."""
        width, height = min(width, self.width - left), min(height, self.height - top)
        starts = range(top * self.width + left, (top + height) * self.width + left, self.width)
        return PageBitmap(width, height, b"".join(self.grey[start : start + width] for start in starts))
