"""Finished parts on disk, under the hash of everything that went into them. Nothing personal is ever put here."""

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from platica.press.views import Part

ROOM = 256 * 1024 * 1024
"""Bytes kept; parts unused for longest go first."""


class PartsCache:
    """A folder of parts. A file that does not check counts as none; an unwritable folder keeps nothing."""

    def __init__(self, folder: Path, room: int = ROOM) -> None:
        self._folder = folder
        self._room = room

    def find(self, key: str) -> Part | None:
        """The part kept under the key, if it is there and whole."""
        file = self._folder / f"{key}.part"
        try:
            head, _, pdf = file.read_bytes().partition(b"\n")
            told = json.loads(head)
            if told["sha256"] != hashlib.sha256(pdf).hexdigest():
                return None
            with contextlib.suppress(OSError):
                os.utime(file)
            return Part(pdf, int(told["pages"]), str(told["language"]), str(told["title"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, key: str, part: Part) -> None:
        """Puts the part under the key, whole or not at all."""
        told = {"pages": part.pages, "language": part.language, "title": part.title}
        head = json.dumps({**told, "sha256": hashlib.sha256(part.pdf).hexdigest()})
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._make_room(len(part.pdf))
            descriptor, name = tempfile.mkstemp(dir=self._folder, suffix=".new")
            with os.fdopen(descriptor, "wb") as file:
                file.write(head.encode() + b"\n" + part.pdf)
            Path(name).replace(self._folder / f"{key}.part")

    def _make_room(self, wanted: int) -> None:
        kept = sorted(((file.stat(), file) for file in self._folder.glob("*.*")), key=lambda pair: pair[0].st_mtime_ns)
        used = sum(stat.st_size for stat, _ in kept)
        for stat, file in kept:
            if used + wanted <= self._room:
                return
            file.unlink(missing_ok=True)
            used -= stat.st_size


def fingerprint(pieces: Iterable[bytes]) -> str:
    """SHA-256 of the pieces, their borders included."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()
