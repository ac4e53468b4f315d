"""Passphrases and codes without a terminal: a line of standard input for each, and nothing anywhere else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builders.command_line import Ran, Terminal, circle_in, terminal_in
from builders.keys import OTHER, WORDS, bytes_of, lock
from builders.site import places_in
from platica.ledger.codes import RECOVERY_GROUPS, new_code
from platica.resources import bundled

SOURCES = os.pathsep.join(str(bundled().folder / name) for name in ("toolkit", "tui"))


def typed(terminal: Terminal, *words: str, lines: tuple[str, ...] = (WORDS,), stdin: bool = True) -> Ran:
    """Runs a line in a process of its own, with these lines on its standard input."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "platica", *words, *(["--passphrase-stdin"] if stdin else [])],
        env={**os.environ, **terminal.environ, "PYTHONPATH": SOURCES},
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def locked_in(folder: Path, *, language: str = "en") -> Terminal:
    """A terminal beside a site with a workshop “Circle”, two people and a passphrase that is cheap to try."""
    terminal = circle_in(folder, "Ana", "Luis", language=language)
    lock(places_in(folder))
    return terminal


def test_a_locked_site_opens_with_a_line_of_standard_input(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    ran = typed(terminal, "roster", "list", "Circle", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert [person["name"] for person in ran.json] == ["Ana", "Luis"]


@pytest.mark.parametrize(
    "words", [("roster", "list", "Circle"), ("site", "show"), ("keys", "list"), ("site", "unlock")]
)
def test_without_terminal_and_option_one_sentence_says_what_to_do(tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = typed(locked_in(tmp_path), *words, stdin=False)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "A passphrase is needed. Run this at a terminal, or give it with --passphrase-stdin.\n"


def test_every_wrong_word_is_answered_alike_and_in_the_language_of_the_site(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path, language="es")
    code = typed(terminal, "keys", "recovery", "--json").json["code"]
    answers = set()
    for wrong in (WORDS[:-1], WORDS.upper(), OTHER, new_code(RECOVERY_GROUPS), "x"):
        ran = typed(terminal, "roster", "list", "Circle", lines=(wrong, WORDS))
        assert (ran.code, ran.out) == (1, "")
        answers.add(ran.err)
    (answer,) = answers
    assert answer.startswith("Esto no abre nada aquí. ")
    assert typed(terminal, "roster", "list", "Circle", lines=(code,)).code == 0
    assert typed(terminal, "roster", "list", "Circle", lines=()).err.startswith("Falta un renglón")


def test_what_reads_no_records_asks_for_nothing(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    for words in (("curricula", "list"), ("curricula", "new", "kitchen"), ("translate", "status"), ("keys", "--help")):
        assert typed(terminal, *words, lines=(), stdin=False).code == 0


def test_a_site_is_set_up_with_its_first_passphrase(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    short = typed(terminal, "site", "init", "--name", "Sur", lines=("corta",))
    assert (short.code, short.out) == (1, "")
    assert not (tmp_path / "site").exists()
    made = typed(terminal, "site", "init", "--name", "Sur", "--json")
    assert (made.code, made.json["locked"]) == (0, True)
    assert typed(terminal, "site", "show", stdin=False).code == 1
    assert WORDS.encode() not in bytes_of(tmp_path)


def test_a_passphrase_is_added_changed_and_taken_away(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    first = typed(terminal, "keys", "add", "--json")
    assert [(way["number"], way["kind"], way["mine"]) for way in first.json] == [(1, "passphrase", True)]
    assert "can never read the records again" in first.err
    added = typed(terminal, "keys", "add", "--json", lines=(WORDS, OTHER))
    assert [way["mine"] for way in added.json] == [True, False]
    changed = typed(terminal, "keys", "change", lines=(OTHER, "nube azul pan rojo"))
    assert (changed.code, changed.err) == (0, "")
    assert typed(terminal, "keys", "list", lines=(OTHER,)).code == 1
    removed = typed(terminal, "keys", "remove", "2")
    assert removed.code == 0
    assert "Your other computers need a new invitation now" in removed.out
    assert "an old copy of the keys" in removed.out
    assert typed(terminal, "keys", "list", lines=("nube azul pan rojo",)).code == 1
    assert typed(terminal, "keys", "remove", "1").err.startswith("This is the only way to open the records.")


def test_locking_and_unlocking_say_who_can_read(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    assert typed(terminal, "site", "lock", "--json").json == {"locked": True}
    assert typed(terminal, "site", "lock", "--json").json == {"locked": True}
    opened = typed(terminal, "site", "unlock")
    assert "or takes the computer, can read them" in opened.out
    assert typed(terminal, "site", "show", stdin=False).code == 0
    wrong = typed(terminal, "site", "lock", lines=(OTHER,))
    assert (wrong.code, wrong.out) == (1, "")
    assert typed(terminal, "site", "show", stdin=False).code == 0
    assert typed(terminal, "site", "lock").code == 0
    assert typed(terminal, "site", "show", stdin=False).code == 1


def test_a_recovery_code_is_given_once_with_its_sheet(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    ran = typed(terminal, "keys", "recovery", "--output", str(tmp_path / "stick"), "--json")
    assert re.fullmatch(r"([0-9A-Z]{5}-){7}[0-9A-Z]{5}", ran.json["code"])
    (sheet,) = (tmp_path / "stick").iterdir()
    assert ran.json["document"] == str(sheet)
    assert ran.json["code"].split("-")[0].encode() not in bytes_of(tmp_path / "site") + bytes_of(tmp_path / "cli-cache")
    assert typed(terminal, "keys", "list", lines=(ran.json["code"],)).code == 0


def test_a_code_whose_sheet_cannot_be_left_opens_nothing(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    (tmp_path / "stick").write_text("no folder", encoding="utf-8")
    ran = typed(terminal, "keys", "recovery", "--output", str(tmp_path / "stick"))
    assert (ran.code, ran.out) == (1, "")
    assert len(typed(terminal, "keys", "list", "--json").json) == 1


def test_the_conversation_asks_once(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    ran = typed(terminal, "--plain", lines=(WORDS, "roster list Circle", "keys list", "quit"))
    assert (ran.code, ran.err) == (0, "")
    assert "Name: Ana" in ran.out
    assert "Asks for: passphrase" in ran.out


def test_the_minutes_until_the_screens_lock_are_a_setting(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    assert terminal.json("site", "show")["lock_minutes"] == 10
    assert terminal.json("site", "change", "--lock-minutes", "0")["lock_minutes"] == 0
    assert "never by themselves" in terminal("site", "show").out
    assert terminal("site", "change", "--lock-minutes", "1441").code == 2


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_lost_keys_are_one_sentence_that_says_what_to_do(tmp_path: Path, damage: str) -> None:
    terminal = locked_in(tmp_path)
    ring = tmp_path / "site" / "keyring.json"
    ring.unlink() if damage == "missing" else ring.write_bytes(ring.read_bytes()[:-9])
    ran = typed(terminal, "roster", "list", "Circle")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"The file with the keys, {ring}, is {damage}. Put a backup back, or take in an")
    assert len(ran.err.splitlines()) == 1


def test_an_invitation_brings_lost_keys_back(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path / "one")
    made = terminal.json("device", "invite", str(tmp_path / "invitation"))
    other = Terminal(tmp_path / "two")
    joined = typed(other, "device", "join", made["file"], "--code-stdin", lines=(made["code"],), stdin=False)
    assert joined.code == 0, joined
    (tmp_path / "two" / "site" / "keyring.json").unlink()
    assert typed(other, "site", "show", stdin=False).code == 1
    again = typed(other, "device", "join", made["file"], "--code-stdin", lines=(made["code"],), stdin=False)
    assert again.code == 0, again
    assert "The keys are here again." in again.err
    assert typed(other, "site", "show", stdin=False).code == 0


def test_no_secret_is_shown_when_something_goes_wrong(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    for lines in ((OTHER,), (WORDS,), (WORDS, "corta otra"), ("\udcff" + OTHER,)):
        for words in (("keys", "change"), ("keys", "add"), ("roster", "list", "Nadie"), ("keys", "remove", "7")):
            done = subprocess.run(
                [sys.executable, "-P", "-m", "platica", *words, "--passphrase-stdin", "--debug"],
                env={**os.environ, **terminal.environ, "PYTHONPATH": SOURCES},
                input="".join(f"{line}\n" for line in lines).encode(errors="surrogateescape"),
                capture_output=True,
                check=False,
            )
            said = (done.stdout + done.stderr).decode()
            assert done.returncode == 1, said
            assert "Traceback" in said
            assert "UnicodeDecodeError: " not in said.splitlines()[-1]
            assert not any(line in said for line in (*lines, WORDS, "perro", "casa"))


def test_who_takes_the_recovery_code_away_is_told_what_that_means(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    assert typed(terminal, "keys", "recovery").code == 0
    removed = typed(terminal, "keys", "remove", "2")
    assert removed.code == 0
    assert "has no recovery code can never read the records again" in removed.err


def test_a_passphrase_is_not_added_twice(tmp_path: Path) -> None:
    terminal = locked_in(tmp_path)
    again = typed(terminal, "keys", "add", lines=(WORDS, WORDS))
    assert (again.code, again.err) == (1, "This opens the records already. Choose another passphrase.\n")
    assert len(typed(terminal, "keys", "list", "--json").json) == 1
