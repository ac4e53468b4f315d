"""Where a content file is among the layers: a curriculum by its whole folder, a shared file by itself."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from platica.content.fonts import drawn_signs
from platica.resources import ContentRoot

T = TypeVar("T")

SHARED = "shared"
"""The folder, and the domain, of what many curricula use."""

LARGEST_READ = 8 * 1024 * 1024
"""Bytes; no text and no picture may have as many."""

Stamp = tuple[int, int, int]
"""Modification time in ns, size in bytes, file number: changes when the file does."""


def stamp_of(path: Path) -> Stamp | None:
    """The stamp of a file; None when there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def owner_of(reference: str, curriculum: str) -> tuple[str, str]:
    """Whose file a session or handout of a curriculum is, and its name: `shared/sign-in` → `shared`, `sign-in`."""
    owner, slash, name = reference.rpartition("/")
    return (owner, name) if slash else (curriculum, name)


def seen_from(reference: str, owner: str, curriculum: str) -> str:
    """How a curriculum would write what a file of the owner calls `reference`."""
    holder, name = owner_of(reference, owner)
    return name if holder == curriculum else f"{holder}/{name}"


class Shelf:
    """The layers, the first winning, and the files read from them so far."""

    def __init__(self, roots: Sequence[ContentRoot]) -> None:
        self.roots = tuple(roots)
        self._read: dict[Path, tuple[Stamp | None, object]] = {}

    def curricula(self) -> tuple[str, ...]:
        """The names of the folders that hold a curriculum.yaml, in alphabetical order."""
        found = {
            path.parent.name
            for root in self.roots
            for path in root.curricula.glob("*/curriculum.yaml")
            if path.is_file()
        }
        return tuple(sorted(found - {SHARED}))

    def candidates(self, owner: str, relative: str) -> Iterator[Path]:
        """The places where a file may be, in the order of the layers."""
        if owner == SHARED:
            yield from (root.curricula / SHARED / relative for root in self.roots)
            return
        for root in self.roots:
            folder = root.curricula / owner
            yield folder / relative
            if (folder / "curriculum.yaml").is_file():
                return

    def find(self, owner: str, relative: str) -> Path | None:
        """The file of a curriculum or of the shared ones; a curriculum's files come from one layer only."""
        if owner != SHARED:
            folder = self.folder(owner)
            path = folder / relative if folder else None
            return path if path and path.is_file() else None
        return next((path for path in self.candidates(owner, relative) if path.is_file()), None)

    def folder(self, curriculum: str) -> Path | None:
        """The folder of a curriculum in the first layer that has it."""
        folders = (root.curricula / curriculum for root in self.roots)
        return next((folder for folder in folders if (folder / "curriculum.yaml").is_file()), None)

    def shared(self, folder: str, ending: str) -> tuple[str, ...]:
        """The names of the shared files of a folder, without their ending, from all layers."""
        paths = (path for root in self.roots for path in (root.curricula / SHARED / folder).glob(f"*{ending}"))
        return tuple(sorted({path.stem for path in paths}))

    def icon(self, name: str) -> Path | None:
        """The drawing of an icon."""
        paths = (root.printables / "icons" / f"{name}.svg" for root in self.roots)
        return next((path for path in paths if path.is_file()), None)

    @cached_property
    def drawn(self) -> frozenset[int]:
        """The signs that the fonts of the press can draw; none when there is no font."""
        return drawn_signs(font for root in self.roots for font in sorted(root.printables.glob("fonts/*/*.ttf")))

    def read(self, path: Path, file: str, reader: Callable[[Path, str], T]) -> T:
        """What the reader makes of a file, read again only when the file has changed."""
        stamp = stamp_of(path)
        kept = self._read.get(path)
        if kept is None or kept[0] != stamp:
            kept = (stamp, reader(path, file))
            self._read[path] = kept
        return kept[1]  # type: ignore[return-value]

    def hash_of(self, curriculum: str) -> str:
        """SHA-256 of the names, sizes and bytes of a curriculum’s files; one too large to be used is not read."""
        folder = self.folder(curriculum)
        digest = hashlib.sha256()
        for path in sorted(folder.rglob("*") if folder else ()):
            relative = path.relative_to(folder or path)
            if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in relative.parts):
                size = path.stat().st_size
                digest.update(f"{relative.as_posix()}\0{size}\0".encode())
                digest.update(path.read_bytes() if size <= LARGEST_READ else b"")
        return digest.hexdigest()


def place_of(owner: str, relative: str) -> str:
    """How the place of a file is named, in every layer alike."""
    return f"curricula/{owner}/{relative}"
