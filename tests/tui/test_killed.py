"""The whole program on a real terminal, killed as soon as the screen says that a mark is saved."""

import os
import sys
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at
from builders.terminal import Terminal
from builders.tui import marks_of, site_with_group
from platica.desk.open_desk import Places, open_desk

PEOPLE = tuple(f"Persona {number}" for number in range(1, 51))


def mark_and_kill(places: Places, number: int) -> None:
    """Marks one person at the first session and kills the program without warning."""
    known = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PLATICA_SITE": str(places.site),
        "PLATICA_CACHE": str(places.cache),
        "PLATICA_LANGUAGE": "es",
        "TERM": "xterm-256color",
    }
    with Terminal([sys.executable, "-m", "platica"], known) as terminal:
        terminal.wait_for("Talleres")
        terminal.send("a")
        terminal.wait_for("Persona 2")
        terminal.send(f"{number}\r")
        terminal.wait_for("Guardado")


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
def test_a_mark_the_screen_called_saved_is_there_after_the_program_was_killed(tmp_path: Path, full: bool) -> None:
    places = site_with_group(tmp_path, PEOPLE)
    rounds = 50 if full else 10
    for number in range(1, rounds + 1):
        mark_and_kill(places, number)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        marked = {number for session in (1, 2, 3) for number in marks_of(desk, session)}
        assert marked == set(range(1, rounds + 1))
        assert desk.notices == ()
