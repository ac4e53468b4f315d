"""A site on a disk that cannot be written to: everything is shown, and every saving is refused with one sentence."""

import os
import sys
from pathlib import Path

import pytest

from builders.command_line import Ran, Terminal, circle_in
from builders.read_only import run_with_read_only

NOTICE = "The records can be read, but nothing can be saved: this folder may not be written to.\n"


def read_only(terminal: Terminal, *words: str) -> Ran:
    """Runs a line while the system lets nobody write to the site."""
    environment = {**os.environ, **terminal.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-P", "-m", "platica", *words]
    done = run_with_read_only(terminal.folder / "site", *command, env=environment, cwd=terminal.folder)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "words",
    [
        ("roster", "list", "Circle"),
        ("workshop", "list"),
        ("site", "show"),
        ("attendance", "show", "Circle"),
        ("doctor",),
    ],
)
def test_what_is_there_is_shown_with_one_notice(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = read_only(circle_in(tmp_path, "Ana", "Luis"), *words)
    assert ran.err.count(NOTICE) <= 1
    assert "Traceback" not in ran.err
    if words[0] != "doctor":
        assert (ran.code, ran.err) == (0, NOTICE)
        assert ran.out


@pytest.mark.parametrize(
    "words",
    [
        ("attendance", "mark", "Circle", "1", "--present", "1-2"),
        ("roster", "add", "Circle", "Rosa"),
        ("roster", "rename", "Circle", "1", "Ana María"),
        ("site", "change", "--name", "Otra"),
        ("undo", "Circle"),
        ("keys", "recovery"),
    ],
)
def test_every_saving_is_refused_and_no_sentence_is_said_twice(tmp_path: Path, words: tuple[str, ...]) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis")
    ran = read_only(terminal, *words)
    assert (ran.code, ran.out) == (1, ""), ran
    told = ran.err.splitlines(keepends=True)
    assert told[0] == NOTICE
    assert len(set(told)) == len(told) <= 2
    assert "this folder may not be written to" in told[-1]
    assert terminal("roster", "list", "Circle").out.count("Ana") == 1
