"""Files of the folders of printables: the first folder that has one wins, and none leads out of its folder."""

from collections.abc import Sequence
from pathlib import Path

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; the largest font that comes with the program is a thirtieth of it."""


def own_file(folders: Sequence[Path], place: str) -> Path | None:
    """The file at a place such as `icons/eye.svg`; None where there is none, or one too large, or a link elsewhere."""
    for folder in folders:
        file = (folder / place).resolve()
        if file.is_relative_to(folder.resolve()) and file.is_file() and file.stat().st_size <= LARGEST_FILE:
            return file
    return None
