"""Real dots only where a terminal is sure to show them; no other terminal is asked anything."""

import sys
from os import environ
from pathlib import Path

from builders.terminal import Terminal
from builders.tui import site_with_group
from platica.desk.open_desk import Places
from platica_tui.sharp import may_show

ASKED = "\x1b[c"
SIXEL = "\x1bP0;0;0q"


def test_a_terminal_that_says_it_has_pictures_gets_the_page_as_one(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "platica"], _environment(site_with_group(tmp_path), "foot")) as terminal:
        _open_sheet(terminal)
        terminal.wait_for(ASKED)
        terminal.send("\x1b[?62;4;22c")
        terminal.wait_for(SIXEL)
        terminal.send("+")
        terminal.wait_for(SIXEL)
        terminal.send("\x1b")
        terminal.wait_for("Imprimir")


def test_a_terminal_that_says_it_has_none_gets_block_signs(tmp_path: Path) -> None:
    with Terminal([sys.executable, "-m", "platica"], _environment(site_with_group(tmp_path), "foot")) as terminal:
        _open_sheet(terminal)
        terminal.wait_for(ASKED)
        terminal.send("\x1b[?62;22c")
        terminal.wait_for("▀")
        assert SIXEL.encode() not in terminal.output


def test_a_terminal_not_known_for_pictures_is_asked_nothing(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    with Terminal([sys.executable, "-m", "platica"], _environment(places, "xterm-256color")) as terminal:
        _open_sheet(terminal)
        terminal.wait_for("▀")
        assert ASKED.encode() not in terminal.output


def test_nothing_is_asked_through_tmux_or_a_network() -> None:
    assert may_show({"TERM": "foot"})
    assert may_show({"TERM": "xterm-256color", "WT_SESSION": "1"})
    assert not may_show({"TERM": "foot", "SSH_CONNECTION": "1"})
    assert not may_show({"TERM": "tmux-256color", "TMUX": "1", "WEZTERM_PANE": "0"})
    assert not may_show({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"})


def _open_sheet(terminal: Terminal) -> None:
    """The second document of the print screen."""
    terminal.wait_for("Caminando juntos")
    terminal.send("p")
    terminal.wait_for("Guía:")
    terminal.rest()
    terminal.send("\x1b[B")
    terminal.rest()
    terminal.send("v")


def _environment(places: Places, term: str) -> dict[str, str]:
    root = Path(__file__).resolve().parents[2]
    between = ("TMUX", "STY", "SSH_CONNECTION", "KONSOLE_VERSION", "WEZTERM_PANE", "WT_SESSION")
    return {
        **{name: value for name, value in environ.items() if name not in between},
        "TERM": term,
        "PYTHONPATH": f"{root / 'toolkit'}:{root / 'tui'}",
        "PLATICA_SITE": str(places.site),
        "PLATICA_CACHE": str(places.cache),
    }
