"""Pictures of a curriculum's folder: PNG and JPEG files of `images/`, nothing else and from nowhere else."""

import re
from pathlib import Path

from platica.content.picture_size import JPEG, PNG, dots_of
from platica.content.shelf import Shelf, place_of
from platica.errors import ContentError, NotFound
from platica.phrases import Phrase, phrase

LARGEST_PICTURE = 5 * 1024 * 1024
"""Bytes."""
MOST_DOTS = 16_000_000
"""Width times height; a whole page in the best print has half of it."""

LONG_SIDE = 2500
"""Dots across a page at 300 to the inch."""

_NAME = re.compile(r"(?:([a-z0-9]+(?:-[a-z0-9]+)*)/)?(images/[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:png|jpg|jpeg))\Z")


def picture_path(shelf: Shelf, curriculum: str, source: str) -> Path | None:
    """The file of `images/plate.png`, or of another owner's `shared/images/plate.png`; None when there is none."""
    named = _NAME.match(source)
    if not named:
        return None
    path = shelf.find(named[1] or curriculum, named[2])
    return path if path and not path.is_symlink() and not path.parent.is_symlink() else None


def read_picture(shelf: Shelf, curriculum: str, source: str) -> bytes:
    """The bytes of a picture. Raises NotFound, or ContentError when it is too large or no PNG or JPEG."""
    path = picture_path(shelf, curriculum, source)
    if path is None:
        raise NotFound(
            phrase("There is no picture “{source}” in {folder}.", source=source, folder=place_of(curriculum, ""))
        )
    if wrong := wrong_with(path, source):
        raise ContentError(wrong)
    return path.read_bytes()


def wrong_with(path: Path, source: str) -> Phrase | None:
    """Why a picture cannot be printed, as far as its size and its head tell."""
    size = path.stat().st_size
    if size > LARGEST_PICTURE:
        return phrase("{picture} has {size} bytes; {most} fit.", picture=source, size=size, most=LARGEST_PICTURE)
    data = path.read_bytes()
    if not data.startswith((PNG, JPEG)):
        return phrase("{picture} is no PNG or JPEG picture.", picture=source)
    dots = dots_of(data)
    if dots is None or 0 in dots:
        return phrase("{picture} is damaged; save it again.", picture=source)
    if dots[0] * dots[1] > MOST_DOTS:
        return phrase(
            "{picture} is {width} × {height} dots large, more than any paper shows; save it with at most {side} dots"
            " on its longer side.",
            picture=source,
            width=dots[0],
            height=dots[1],
            side=LONG_SIDE,
        )
    return None
