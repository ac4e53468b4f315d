"""What a part depends on, as one hash: known before any HTML is made, so that an unchanged part costs a look-up."""

import re
from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

from platica.phrases import Phrasebook
from platica.press import blanks
from platica.press.cache import fingerprint
from platica.press.printables import own_file
from platica.press.views import Edition, View

_ASKED = re.compile(r'\b(say|say_count|also)\(\s*"((?:[^"\\]|\\.)*)"(?:,\s*"((?:[^"\\]|\\.)*)")?')


class Inputs:
    """The hashes of the printables and of the words they ask for, worked out once and kept."""

    def __init__(self, folders: Sequence[Path], books: Callable[[str], Phrasebook]) -> None:
        self._books = books
        self._folders = tuple(folders)
        self._house: bytes | None = None
        self._sentences: tuple[tuple[str, str | None], ...] = ()
        self._words: dict[str, bytes] = {}

    def key(self, view: View, edition: Edition, pictures: Iterable[tuple[str, bytes]]) -> str:
        """The key of the part that this view becomes in this edition."""
        if self._house is None:
            self._house, self._sentences = self._look()
        languages = filter(None, (edition.language, edition.second))
        values = [repr(view).encode(), repr(edition).encode(), self._house, *map(self._said, languages)]
        for address, picture in pictures:
            values += [address.encode(), picture]
        return fingerprint(values)

    def _look(self) -> tuple[bytes, tuple[tuple[str, str | None], ...]]:
        pieces = [f"{name} {version(name)}".encode() for name in ("weasyprint", "pydyf", "babel", "segno")]
        templates: list[str] = []
        for folder in self._folders:
            for file in sorted(file for file in folder.rglob("*") if _counts(folder, file)):
                body = str(file.stat().st_size).encode() if file.suffix == ".ttf" else file.read_bytes()
                pieces += [file.relative_to(folder).as_posix().encode(), body]
                if file.suffix == ".j2":
                    templates.append(body.decode())
        pieces += [file.read_bytes() for file in sorted(Path(__file__).parent.rglob("*.py"))]
        return fingerprint(pieces).encode(), (*sentences(templates), *((name, None) for name in blanks.NAMES.values()))

    def _said(self, language: str) -> bytes:
        if language not in self._words:
            book = self._books(language)
            said = (
                book.say(one) if many is None else f"{book.say_count(one, many, 1)}|{book.say_count(one, many, 7)}"
                for one, many in self._sentences
            )
            self._words[language] = fingerprint(sentence.encode() for sentence in said).encode()
        return self._words[language]


def _counts(folder: Path, file: Path) -> bool:
    """Whether a page can be made with the file."""
    known = file.suffix in (".j2", ".css", ".svg", ".png", ".ttf")
    return known and own_file((folder,), file.relative_to(folder).as_posix()) is not None


def sentences(templates: Iterable[str]) -> tuple[tuple[str, str | None], ...]:
    """The literal sentences that templates ask for, each once, with the plural where there is one."""
    found: dict[tuple[str, str | None], None] = {}
    for template in templates:
        for call, one, many in _ASKED.findall(template):
            found[(one, many if call == "say_count" else None)] = None
    return tuple(found)
