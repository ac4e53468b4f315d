"""Small grey pictures of twelve pages, kept to notice when one looks different, and how alike two of them are."""

from collections.abc import Mapping
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

from builders.paper import every_view
from builders.press import edition, warm_press
from platica.domain.paper import Paper
from platica.press.views import Edition

KEPT = Path(__file__).resolve().parents[1] / "print" / "pictures"
DOTS_PER_INCH = 45
_POINTS = 72
TILE = 12
"""Dots; two lines of text high."""
TOLERANCE = 25.0
"""How far the grey of a tile may be on average from what is kept there or one dot beside it, of 255. Another way of
smoothing letters moves it by less than ten, a block that moves by two millimetres by fifty and more."""

PAGES: Mapping[str, tuple[str, Edition, int]] = {
    "guide-es": ("guide", edition("es"), 0),
    "guide-en-large": ("guide", edition("en", Paper.A4, large=True), 1),
    "handout-es": ("handout", edition("es"), 0),
    "handout-en-large": ("handout", edition("en", Paper.A4, large=True), 0),
    "form-es": ("form", edition("es", Paper.A4), 0),
    "log-en": ("log", edition("en"), 0),
    "cards-es": ("cards", edition("es"), 0),
    "poster-en-large": ("poster", edition("en", large=True), 0),
    "sign-in-es-en": ("sign-in", edition("es", second="en"), 0),
    "certificate-es": ("certificates", edition("es"), 0),
    "contents-en": ("contents", edition("en"), 0),
    "recovery-es-large": ("recovery", edition("es", Paper.A4, large=True), 0),
}
"""Which page of which view, counted from 0, in which edition."""


def picture_of(name: str) -> Image.Image:
    """The page as it looks now."""
    view, which, number = PAGES[name]
    document = pypdfium2.PdfDocument(warm_press().render(every_view(which.language)[view], which).pdf)
    try:
        drawn: Image.Image = document[number].render(scale=DOTS_PER_INCH / _POINTS, grayscale=True).to_pil()
        return drawn.convert("L")
    finally:
        document.close()


def farthest(one: Image.Image, other: Image.Image) -> float:
    """How far apart the two are in the tile where they differ most, of 255."""
    if one.size != other.size:
        return 255.0
    apart = ImageChops.lighter(_beyond(one, other), _beyond(other, one))
    width, height = apart.size
    tiles = (
        (left, top, min(left + TILE, width), min(top + TILE, height))
        for left in range(0, width, TILE // 2)
        for top in range(0, height, TILE // 2)
    )
    return max(ImageStat.Stat(apart.crop(tile)).mean[0] for tile in tiles)


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """How much lighter or darker each dot is than anything beside its place on the other picture."""
    lighter = ImageChops.subtract(one, other.filter(ImageFilter.MaxFilter(3)))
    darker = ImageChops.subtract(other.filter(ImageFilter.MinFilter(3)), one)
    return ImageChops.lighter(lighter, darker)


def keep(name: str) -> None:
    """Puts the page as it looks now in the place of the kept picture."""
    KEPT.mkdir(exist_ok=True)
    picture_of(name).quantize(16, dither=Image.Dither.NONE).save(KEPT / f"{name}.png", optimize=True)
