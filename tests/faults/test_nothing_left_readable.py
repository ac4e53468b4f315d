"""After a day behind a passphrase, no name can be found in anything the program left on this computer.

A PDF file holds numbers of letters in its fonts and no words: its pages are read as a reader of such files does.
"""

import contextlib
import io
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from builders.paper import sign_in
from builders.press import edition, pages_text, warm_press
from platica.resources import bundled

NAMES = ("Xilonen Tlapalpoca", "Quetzalli Zyanyarru", "Cuicatl Yaretzixim")
TRACES = tuple(word for name in NAMES for word in name.split())
WORDS = "cuatro palabras que nadie sabe"


@dataclass(frozen=True, slots=True)
class Laptop:
    """A computer whose every folder is the test's own, and what was printed and carried away from it."""

    folder: Path

    def __call__(self, *words: str) -> str:
        """Runs a line in a process of its own, as a leader who types the passphrase."""
        places = {"PLATICA_SITE": "site", "PLATICA_CACHE": "cache", "TMPDIR": "temporary", "HOME": "home"}
        environment = {**os.environ, **{name: str(self.folder / folder) for name, folder in places.items()}}
        sources = os.pathsep.join(str(bundled().folder / name) for name in ("toolkit", "tui"))
        done = subprocess.run(
            [sys.executable, "-P", "-m", "platica", *words, "--passphrase-stdin"],
            env={**environment, "PYTHONPATH": sources, "XDG_CACHE_HOME": str(self.folder / "home" / "cache")},
            cwd=self.folder / "home",
            input=f"{WORDS}\n" * 3,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout


def day_on(laptop: Laptop, away: Path) -> None:
    """A day of a leader, by the command line and its desk; papers, stick and backup go away."""
    circle = ("Circle",)
    laptop("site", "init", "--name", "Las Flores", "--language", "es")
    laptop("workshop", "create", "--curriculum", "diabetes-peer-circle", "--name", "Circle", "--start", "2026-11-05")
    laptop("roster", "add", *circle, *NAMES)
    laptop("attendance", "mark", *circle, "1", "--present", "1-3")
    laptop("attendance", "mark", *circle, "2", "--present", "1", "--late", "2")
    laptop("roster", "rename", *circle, "3", NAMES[2] + " Itzelyolo")
    laptop("print", *circle, "--what", "signin", "--meeting", "1", "--output", str(away / "papers"))
    laptop("print", *circle, "--what", "certificates", "--output", str(away / "papers"))
    laptop("print", *circle, "--what", "calls", "--meeting", "2", "--output", str(away / "papers"))
    laptop("print", *circle, "--what", "tags", "--output", str(away / "papers"))
    if shutil.which("chromium"):
        by_browser = ("--with", "browser", "--output", str(away / "papers" / "browser"))
        laptop("print", *circle, "--what", "signin", "--meeting", "1", *by_browser)
    laptop("export", "attendance", *circle, str(away / "list.csv"), "--names")
    laptop("carry", "out", str(away / "stick"))
    laptop("backup", "create", str(away / "backup.platica"))
    laptop("history", "Circle")
    laptop("undo", *circle)


@pytest.mark.skipif(os.name == "nt", reason="looks at POSIX rights")
def test_nothing_on_the_computer_names_anybody_after_a_day_behind_a_passphrase(tmp_path: Path) -> None:
    for name in ("home", "temporary", "away", "away/stick"):
        (tmp_path / name).mkdir()
    laptop, away = Laptop(tmp_path), tmp_path / "away"
    day_on(laptop, away)
    assert NAMES[0] in laptop("roster", "list", "Circle")
    papers = sorted((away / "papers").rglob("*.pdf"))
    assert len(papers) >= 4
    assert [path.name for path in papers if not traces_in(path) & set(TRACES)] == []
    assert traces_in(away / "list.csv") == set(TRACES)
    kept = [path for name in ("site", "cache", "temporary", "home", "away/stick") for path in files(tmp_path / name)]
    assert len([path for path in kept if path.is_relative_to(tmp_path / "site")]) >= 5
    assert {str(path): traces_in(path) for path in [*kept, away / "backup.platica"] if traces_in(path)} == {}
    site = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    wrong = {str(path): oct(mode(path)) for path in site if mode(path) != (0o700 if path.is_dir() else 0o600)}
    assert wrong == {}


def test_a_name_is_found_however_it_is_packed(tmp_path: Path) -> None:
    plain = f"... {NAMES[0]} ...".encode()
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside", plain)
    paper = warm_press().render(sign_in(NAMES[:1]), edition()).pdf
    assert not any(word.encode() in piece for word in NAMES[0].split() for piece in [paper, *inflated(paper)])
    packed = (b"%PDF" + zlib.compress(plain), zipped.getvalue(), b'{"pages": 1}\n' + paper)
    for content in (plain, NAMES[0].encode("utf-16-be"), *packed):
        (tmp_path / "file").write_bytes(content)
        assert traces_in(tmp_path / "file") == set(NAMES[0].split())
    (tmp_path / TRACES[0]).write_bytes(b"")
    assert traces_in(tmp_path / TRACES[0]) == {TRACES[0]}


def files(folder: Path) -> Iterator[Path]:
    yield from (path for path in sorted(folder.rglob("*")) if path.is_file())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def traces_in(path: Path) -> set[str]:
    """The names found in a file's name, and in its bytes as they are or unpacked."""
    found = {word for word in TRACES if word.lower() in path.name.lower()}
    return found.union(*(words_in(content) for content in unpacked(path.read_bytes())))


def words_in(content: bytes) -> set[str]:
    lower = content.lower()
    codings = ("utf-8", "utf-16-le", "utf-16-be")
    return {word for word in TRACES if any(word.lower().encode(coding) in lower for coding in codings)}


def unpacked(content: bytes) -> Iterator[bytes]:
    """The bytes, the words of a PDF file that begins anywhere in them, and all that can be decompressed."""
    yield content
    if (start := content.find(b"%PDF-")) >= 0:
        with contextlib.suppress(pypdfium2.PdfiumError):
            yield "".join(pages_text(content[start:])).encode("utf-8", "replace")
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from unpacked(archive.read(name))
    yield from inflated(content)


def inflated(content: bytes) -> Iterator[bytes]:
    """What can be decompressed from any place in the bytes."""
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", content):
        try:
            yield zlib.decompressobj(wbits=47).decompress(content[start.start() :])
        except zlib.error:
            continue
