"""Pictures of a curriculum's folder: PNG and JPEG files of `images/`, nothing else and from nowhere else."""

import re
from pathlib import Path

from platica.content.shelf import Shelf, place_of
from platica.errors import ContentError, NotFound
from platica.phrases import phrase

LARGEST_PICTURE = 5 * 1024 * 1024
"""Bytes."""

_NAME = re.compile(r"(?:([a-z0-9]+(?:-[a-z0-9]+)*)/)?(images/[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:png|jpg|jpeg))\Z")
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


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
    if path.stat().st_size > LARGEST_PICTURE:
        size = path.stat().st_size
        raise ContentError(
            phrase("{picture} has {size} bytes; {most} fit.", picture=source, size=size, most=LARGEST_PICTURE)
        )
    data = path.read_bytes()
    if not data.startswith(_BEGINNINGS):
        raise ContentError(phrase("{picture} is no PNG or JPEG picture.", picture=source))
    return data
