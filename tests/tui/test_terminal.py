"""What really reaches a terminal, byte for byte."""

import re
import sys
from os import environ
from pathlib import Path

from builders.terminal import Terminal
from builders.tui import only_workshop, site_with_group
from platica.desk.open_desk import Places, open_desk
from platica.domain.participant import Participant

HOSTILE = "Ana\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x1b[31m\x9b2J\u202e"
OWN_CODES = re.compile(rb"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]|\x1b[=>]|\x1b\]22;\w+\x07")
"""Control sequences that draw, and the shape of the mouse pointer; no title, no clipboard."""


def test_no_code_of_a_name_reaches_the_terminal(tmp_path: Path) -> None:
    places = site_with_group(tmp_path, ("Ana", "Beto"))
    with open_desk(places) as desk:
        workshop = only_workshop(desk)
        person = desk.records.roster(workshop.id).entries[0].participant
        desk.records.save(Participant(person.id, person.code, HOSTILE, person.reads))
    with Terminal([sys.executable, "-m", "platica"], _environment(places)) as terminal:
        terminal.wait_for("Caminando juntos")
        written = terminal.output
        for key in ("a", "\x1b", "e"):
            terminal.send(key)
            if key != "\x1b":
                terminal.wait_for("\ufffd]0;owned")
            terminal.rest()
            written += terminal.output
    assert "\x9b" not in written.decode(errors="ignore")
    assert "\u202e" not in written.decode(errors="ignore")
    left = OWN_CODES.sub(b"", written)
    assert b"\x1b" not in left, left[left.index(b"\x1b") :][:60]
    assert b"\x07" not in left


def test_without_colours_the_cursor_is_still_a_sign(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    with Terminal([sys.executable, "-m", "platica"], {**_environment(places), "NO_COLOR": "1"}) as terminal:
        terminal.wait_for("Caminando juntos")
        terminal.rest()
        assert "▸" in terminal.output.decode(errors="ignore")


def _environment(places: Places) -> dict[str, str]:
    root = Path(__file__).resolve().parents[2]
    return {
        **environ,
        "TERM": "xterm-256color",
        "PYTHONPATH": f"{root / 'toolkit'}:{root / 'tui'}",
        "PLATICA_SITE": str(places.site),
        "PLATICA_CACHE": str(places.cache),
    }
