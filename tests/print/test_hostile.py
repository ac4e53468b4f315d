"""Whatever is made to hurt ends soon, in a sentence that says where it lies or in sound paper, and reaches nothing."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from datetime import time as hour
from pathlib import Path

import pytest

from builders.content import SMALL, WATER
from builders.hostile.case import Here, Hostile
from builders.hostile.printables import DRAWINGS, PICTURES, STYLES, TEMPLATES
from builders.hostile.texts import NAMES, TEXTS
from builders.pictures import png
from builders.press import pages_text
from builders.site import THURSDAY, clock_at, places_in
from platica.desk import build_workshop, keep_roster, print_workshop, set_up
from platica.desk.build_workshop import NewWorkshop
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.domain.engine import Engine
from platica.domain.printing import PrintOrder, What
from platica.domain.settings import Settings
from platica.errors import PlaticaError

EVERY = (*TEXTS, *NAMES, *STYLES, *DRAWINGS, *TEMPLATES, *PICTURES)
SHARE = (
    "HTML and styles in a text",
    "names without a font",
    "a sign that no font has",
    "boxes that flex twelve deep",
    "styles from the network",
    "a drawing of ten million parts",
    "a template without end",
    "an attachment of a file",
    "a picture of 24 megapixels",
    "a picture cut off",
)
"""Those that every check tries; `--full` tries all."""
BROWSED = (
    "links to this computer",
    "styles from the network",
    "a font of a file",
    "a drawing from the network",
    "an attachment of a file",
    "an object and a base",
)
LONGEST = 10.0
"""Seconds of processor time, of the program and its worker together, start and end included."""
SECRET = "zarzamora-escondida"
NAMING = ("curricula/", "printables/", "locales/", "images/", "“My water card”", "100000")


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    """A door of this computer that takes note of everybody who knocks."""
    knocks: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def wait() -> None:
            while True:
                try:
                    guest, _ = door.accept()
                except OSError:
                    return
                with guest:
                    knocks.append(str(guest.getpeername()))

        waiting = threading.Thread(target=wait, daemon=True)
        waiting.start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}", knocks
        door.shutdown(socket.SHUT_RDWR)
        waiting.join(5)


def secrets_in(folder: Path) -> Path:
    """Files that no paper may show, each last looked at long ago."""
    folder.mkdir()
    files = {
        "txt": SECRET.encode(),
        "png": png(),
        "svg": f"<svg><title>{SECRET}</title></svg>".encode(),
        "ttf": b"\0\1",
    }
    for kind, content in files.items():
        (folder / f"secret.{kind}").write_bytes(content)
    for path in folder.iterdir():
        os.utime(path, (0, path.stat().st_mtime))
    return folder


def working_copy(folder: Path, hostile: Hostile, here: Here) -> Path:
    """The small curriculum with the hostile files in their places."""
    files = {**SMALL, **hostile.files(here)}
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    for name, secret in hostile.links.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(here.secrets / secret)
    return folder


def printed(desk: Desk, hostile: Hostile, folder: Path, engine: Engine | None) -> list[Path]:
    """What a leader does: a workshop, its people, its papers."""
    new = NewWorkshop(WATER, hostile.workshop, ("es",), date(2026, 11, 19), hour(18), place=hostile.workshop)
    workshop = build_workshop.create(desk, new)
    for name in hostile.names:
        keep_roster.add(desk, workshop.id, name)
    what = What.SIGN_IN if hostile.names else What.HANDOUTS if hostile.workshop == "Agua" else What.BINDER
    order = PrintOrder(workshop.id, frozenset({what}), force=True, engine=engine)
    return [one.path for one in print_workshop.make(desk, print_workshop.plan(desk, order), folder)]


@pytest.mark.parametrize("hostile", EVERY, ids=lambda one: one.name)
def test_it_ends_soon_in_a_sentence_or_in_paper_and_reaches_nothing(
    tmp_path: Path, full: bool, hostile: Hostile
) -> None:
    if not full and hostile.name not in SHARE:
        pytest.skip("tried with --full")
    began = seconds()
    paper, told = what_becomes_of(hostile, tmp_path)
    assert seconds() - began < LONGEST
    if told:
        assert hostile.prints is not True, told
        assert "\n" not in told
        assert len(told) < 400
        assert any(name in told for name in NAMING), told
    else:
        assert hostile.prints is not False
        assert paper


@pytest.mark.full
@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium here")
@pytest.mark.parametrize("hostile", [one for one in EVERY if one.name in BROWSED], ids=lambda one: one.name)
def test_a_browser_that_lays_pages_out_reaches_nothing_either(tmp_path: Path, hostile: Hostile) -> None:
    paper, told = what_becomes_of(hostile, tmp_path, Engine.BROWSER)
    assert paper or any(name in told for name in NAMING)


def what_becomes_of(hostile: Hostile, folder: Path, engine: Engine | None = None) -> tuple[list[Path], str]:
    """The papers, or what the leader is told in Spanish; fails when anything outside was asked for or read."""
    told = english = ""
    paper: list[Path] = []
    with listener() as (address, knocks):
        here = Here(address, secrets_in(folder / "secrets"))
        content = working_copy(folder / "copy", hostile, here)
        places = Places(site=folder / "site", content=content, cache=places_in(folder).cache)
        set_up.create(places, Settings("Las Flores", "es", "US"))
        with open_desk(places, now=clock_at(THURSDAY)) as desk:
            try:
                paper = printed(desk, hostile, folder / "out", engine)
            except PlaticaError as error:
                told, english = desk.book("es").tell(error.phrase), str(error)
    assert not told or told != english, "said in the language of the screen"
    assert knocks == []
    assert [path.name for path in here.secrets.iterdir() if path.stat().st_atime > 1] == [], "nothing outside is read"
    assert not any(SECRET in page for path in paper for page in pages_text(path.read_bytes()))
    return paper, told


def seconds() -> float:
    """Processor time of this process and of those it has waited for."""
    return sum(os.times()[:4])


def test_the_listener_and_the_look_at_files_would_tell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with listener() as (address, knocks):
        socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), 5).close()
        until = time.monotonic() + 5
        while not knocks and time.monotonic() < until:
            threading.Event().wait(0.01)
    assert len(knocks) == 1
    folder = secrets_in(tmp_path / "secrets")
    (folder / "secret.txt").read_bytes()
    assert [path.name for path in folder.iterdir() if path.stat().st_atime > 1] == ["secret.txt"]


def test_there_are_forty_of_them() -> None:
    assert len(EVERY) >= 40
    assert len({hostile.name for hostile in EVERY}) == len(EVERY)
    assert set(SHARE) <= {hostile.name for hostile in EVERY}
