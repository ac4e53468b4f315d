"""Ctrl+C while documents are being made, on a real terminal."""

import os
import sys
from pathlib import Path

import pytest

from builders.site import clock_at, places_in, site_in, workshop_on
from platica.desk.open_desk import open_desk

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from builders.site import THURSDAY
from builders.terminal import Terminal


def test_ctrl_c_says_where_the_finished_documents_are_and_leaves_no_half_file_and_no_worker(tmp_path: Path) -> None:
    with open_desk(site_in(tmp_path), now=clock_at(THURSDAY)) as desk:
        workshop_on(desk)
    places, scratch, out = places_in(tmp_path), tmp_path / "scratch", tmp_path / "out"
    scratch.mkdir()
    paths = os.pathsep.join(str(path) for path in sys.path if path)
    env = {**os.environ, "PYTHONPATH": paths, "TMPDIR": str(scratch), "TERM": "xterm"}
    env |= {"PLATICA_SITE": str(places.site), "PLATICA_CACHE": str(places.cache)}
    words = ["--language", "en", "print", "Caminando juntos", "--what", "handouts", "--what", "guide"]
    with Terminal([sys.executable, "-m", "platica", *words, "--output", str(out)], env, columns=200) as terminal:
        terminal.wait_for("Starting", seconds=120)
        terminal.send("\x03")
        terminal.wait_for("Stopped.", seconds=120)
        terminal.rest()
    assert list(scratch.iterdir()) == []
    left = [path for path in out.rglob("*") if path.is_file()]
    assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in left)
