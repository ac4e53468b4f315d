"""What a bad photocopier leaves of a page, and whether a page has anything on it."""

from collections.abc import Iterator

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 100
_POINTS = 72
_AROUND = 4
"""Dots beside a line that belong to its ground, since a full stop alone would have none."""
_BLACK = 128
"""A copier of one bit makes black what is darker than this, of 255."""
LEAST_KEPT = 0.6
"""Share of a line's ink that is still there in one bit. At 100 dots an inch the thinnest strokes here, one dot wide,
lie over two columns of dots at worst and then lose a third; grey letters lose all."""
LIGHTEST_GROUND = 200
"""A ground darker than this beneath words turns to mud in copies of copies."""
EMPTIEST = 0.12
"""Share of the height between the margins that a page uses, when it is not the only one."""


def ink_wrong(pdf: bytes) -> Iterator[str]:
    """Lines that a copier would lose, and pages that are nearly empty."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=DOTS_PER_INCH / _POINTS, grayscale=True).to_pil().convert("L")
            for said in _page(page, picture):
                yield f"page {number}: {said}"
            if len(document) > 1 and (share := _used(picture)) < EMPTIEST:
                yield f"page {number} of {len(document)} is nearly empty ({share:.0%} of its height is used)"
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage, picture: Image.Image) -> Iterator[str]:
    words = page.get_textpage()
    for number in range(words.count_rects()):
        box = words.get_rect(number)
        text = words.get_text_bounded(*box).strip()
        if not text:
            continue
        kept, ground = kept_of(picture.crop(_dots(page, box)))
        if ground < LIGHTEST_GROUND:
            yield f"a dark ground ({ground}) beneath {text[:40]!r}"
        elif kept < LEAST_KEPT:
            yield f"a copy keeps {kept:.0%} of the ink of {text[:40]!r}"


def kept_of(line: Image.Image) -> tuple[float, int]:
    """Share of the ink that one bit keeps, and how light the ground is."""
    counts = line.histogram()
    ground = max(range(256), key=lambda value: counts[value])
    ink = sum((ground - value) * counts[value] for value in range(ground))
    black = sum(counts[:_BLACK])
    return (black * ground / ink if ink else 1.0), ground


def _dots(page: pypdfium2.PdfPage, box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    scale, height = DOTS_PER_INCH / _POINTS, page.get_height()
    left, bottom, right, top = box
    return (
        max(0, int(left * scale) - _AROUND),
        max(0, int((height - top) * scale) - _AROUND),
        int(right * scale) + _AROUND,
        int((height - bottom) * scale) + _AROUND,
    )


def _used(picture: Image.Image) -> float:
    """Share of the height between the margins down to the last thing on the page, its foot and edges left out."""
    millimetre = DOTS_PER_INCH / 25.4
    area = picture.crop(
        (int(13 * millimetre), int(13 * millimetre), int(picture.width * 0.74), int(picture.height - 30 * millimetre))
    )
    box = area.point(lambda value: 255 if value < 200 else 0).getbbox()
    return 0.0 if box is None else box[3] / area.height
