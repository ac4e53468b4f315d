"""Passphrases and codes at a real terminal: nothing that is typed is shown, and three tries are given."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders.command_line import circle_in
from builders.keys import OTHER, WORDS, lock
from builders.site import places_in
from builders.terminal import Terminal
from platica.desk import keys
from platica.desk.open_desk import open_desk
from platica.resources import bundled

SOURCES = os.pathsep.join(str(bundled().folder / name) for name in ("toolkit", "tui"))
CODE = re.compile(r"(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}")


def locked_in(folder: Path, *, language: str = "en") -> None:
    circle_in(folder, "Ana Beltrán", language=language)
    lock(places_in(folder))


def at_terminal(folder: Path, *words: str) -> Terminal:
    """`platica` with these words on a terminal; its exit code is the last thing written."""
    line = f'"{sys.executable}" -P -m platica {" ".join(words)}; echo "[$?]"'
    env = {
        **os.environ,
        "PLATICA_SITE": str(folder / "site"),
        "PLATICA_CACHE": str(folder.parent / "cli-cache"),
        "PYTHONPATH": SOURCES,
        "LC_ALL": "C.UTF-8",
        "TERM": "xterm-256color",
    }
    return Terminal(["/bin/sh", "-c", line], env)


def ways(folder: Path, secret: str = WORDS) -> int:
    with open_desk(places_in(folder), secret=secret) as desk:
        return len(keys.ways_in(desk))


def test_the_passphrase_is_asked_for_without_showing_it(tmp_path: Path) -> None:
    locked_in(tmp_path, language="es")
    with at_terminal(tmp_path, "roster", "list", "Circle") as terminal:
        terminal.wait_for("Contraseña o código de recuperación: ")
        assert b"Ana" not in terminal.output
        terminal.send(f"{WORDS}\n")
        terminal.wait_for("[0]")
        assert "Ana Beltrán" in terminal.output.decode()
        assert "casa" not in terminal.output.decode()


def test_after_three_wrong_ones_it_ends_with_one_sentence(tmp_path: Path) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "roster", "list", "Circle") as terminal:
        for _ in range(3):
            terminal.wait_for("Passphrase or recovery code: ")
            terminal.send(f"{OTHER}\n")
            terminal.wait_for("This opens nothing here.")
        terminal.wait_for("[1]")
        assert b"Ana" not in terminal.output
        assert b"perro" not in terminal.output


def test_a_wrong_one_may_be_typed_again(tmp_path: Path) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "list") as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{OTHER}\n")
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{WORDS}\n")
        terminal.wait_for("[0]")


@pytest.mark.parametrize("stop", ["\x03", "\x04"])
def test_whoever_stops_is_not_asked_again(tmp_path: Path, stop: str) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "list", "--debug") as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(stop)
        terminal.wait_for("Stopped.")
        assert b"Traceback" not in terminal.output


def test_a_new_passphrase_is_typed_twice(tmp_path: Path) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "change") as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{WORDS}\n")
        terminal.wait_for("New passphrase: ")
        terminal.send(f"{OTHER}\n")
        terminal.wait_for("The same again: ")
        terminal.send(f"{WORDS}\n")
        terminal.wait_for("The two are not the same.")
        terminal.wait_for("New passphrase: ")
        terminal.send(f"{OTHER}\n")
        terminal.wait_for("The same again: ")
        terminal.send(f"{OTHER}\n")
        terminal.wait_for("[0]")
    assert ways(tmp_path, OTHER) == 1


def code_of(terminal: Terminal) -> str:
    """The code that was shown, once it is asked for."""
    terminal.wait_for("The code: ")
    found = CODE.search(terminal.output.decode())
    assert found
    return found[0]


def test_a_recovery_code_counts_once_it_was_typed_back(tmp_path: Path) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "recovery") as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{WORDS}\n")
        code = code_of(terminal)
        assert ways(tmp_path) == 1
        terminal.send(f"{code[:18]}{'2' if code[18] != '2' else '3'}{code[19:]}\n")
        terminal.wait_for("Group 4 of the code is not right.")
        terminal.wait_for("The code: ")
        terminal.send(f"{code.replace('-', ' ').lower()}\n")
        terminal.wait_for("[0]")
        assert code not in terminal.output.decode()
    assert ways(tmp_path, code) == 2


@pytest.mark.parametrize("answers", [("\x03",), ("\x04",), ("nada\n", "\n", "00000\n")])
def test_a_recovery_code_that_is_not_typed_back_opens_nothing(tmp_path: Path, answers: tuple[str, ...]) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "recovery", "--output", str(tmp_path / "stick")) as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{WORDS}\n")
        code_of(terminal)
        for answer in answers[:-1]:
            terminal.send(answer)
            terminal.wait_for("The code: ")
        terminal.send(answers[-1])
        terminal.wait_for("It opens nothing; throw it away.")
        terminal.rest()
    assert ways(tmp_path) == 1
    assert list((tmp_path / "stick").iterdir()) == []


def test_no_secret_stands_in_the_list_of_processes(tmp_path: Path) -> None:
    locked_in(tmp_path)
    with at_terminal(tmp_path, "keys", "recovery") as terminal:
        terminal.wait_for("Passphrase or recovery code: ")
        terminal.send(f"{WORDS}\n")
        code = code_of(terminal)
        listed = subprocess.run(["ps", "axeww"], capture_output=True, check=True).stdout.decode(errors="replace")
        own = [line for line in listed.splitlines() if str(tmp_path) in line]
        assert any("platica" in line for line in own)
        assert not any(secret in line for secret in (code, WORDS) for line in own)


def test_the_screens_open_on_the_lock_in_the_language_of_the_site(tmp_path: Path) -> None:
    locked_in(tmp_path, language="es")
    with at_terminal(tmp_path) as terminal:
        terminal.wait_for("Escriba la contraseña para seguir.")
        terminal.rest()
        assert "Ana" not in terminal.output.decode()
        assert "Circle" not in terminal.output.decode()
        terminal.send(WORDS)
        terminal.rest()
        terminal.send("\r")
        terminal.wait_for("Circle")
        terminal.rest()
        terminal.send("\x0c")
        terminal.wait_for("Escriba la contraseña para seguir.")
        terminal.send("\x11")
        terminal.wait_for("[0]")
