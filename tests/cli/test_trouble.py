"""What nobody foresaw still ends in a sentence, and plain listening works to the end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from builders.command_line import CIRCLE, Terminal, circle_in, terminal_in
from platica.resources import bundled

SOURCES = os.pathsep.join(str(bundled().folder / name) for name in ("toolkit", "tui"))


def process(terminal: Terminal, *words: str, **environ: str) -> "subprocess.Popen[str]":
    """The program as a person's shell starts it."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "platica", *words],
        env={**os.environ, **terminal.environ, **environ, "PYTHONPATH": SOURCES},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding=environ.get("PYTHONIOENCODING", "utf-8"),
    )


def test_an_unforeseen_error_is_one_sentence_that_says_how_to_see_more(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    (tmp_path / "site" / "content").write_text("not a folder", encoding="utf-8")
    ran = terminal("curricula", "new", "kitchen")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("This could not be done: ")
    assert ran.err.endswith(". With --debug, the program shows more.\n")
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" in terminal("curricula", "new", "kitchen", "--debug").err


def test_a_refusal_shows_where_it_came_from_with_debug_only(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    assert "Traceback" not in terminal("workshop", "show", "Nobody").err
    shown = terminal("workshop", "show", "Nobody", "--debug").err
    assert "Traceback" in shown
    assert shown.endswith("There is no workshop called “Nobody”.\n")


def test_a_catalogue_that_cannot_be_read_is_named_by_the_check_and_hides_no_other(tmp_path: Path) -> None:
    catalogue = tmp_path / "copy" / "locales" / "es" / "LC_MESSAGES" / "ui.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text("this is no catalogue\n", encoding="utf-8")
    spanish = Terminal(tmp_path, "es_MX.UTF-8")
    listed = spanish("--content", str(tmp_path / "copy"), "curricula", "list")
    assert (listed.code, listed.out.split()[:2]) == (0, ["Id", "Título"])
    checked = spanish("--content", str(tmp_path / "copy"), "translate", "check", "es")
    assert (checked.code, checked.out) == (1, "")
    assert "ui.po" in checked.err
    assert len(checked.err.splitlines()) == 1


def test_the_exit_code_reaches_the_shell(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    for words, code in ((("site", "show"), 0), (("workshop", "show", "x"), 1), (("workshop", "shw"), 2)):
        done = process(terminal, *words)
        done.communicate()
        assert done.returncode == code


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    with process(terminal_in(tmp_path), "curricula", "show", CIRCLE) as running:
        assert running.stdout
        running.stdout.close()
        assert running.stderr
        assert running.stderr.read() == ""


def test_a_terminal_that_lacks_letters_shows_what_it_can(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "José 李", language="es")
    done = process(terminal, "roster", "list", "Circle", PYTHONIOENCODING="latin-1")
    out, err = done.communicate()
    assert (done.returncode, err) == (0, "")
    assert "José ? " in out
    done = process(terminal, "roster", "list", "Circle", "--json", PYTHONIOENCODING="latin-1")
    assert "Jos\\u00e9 \\u674e" in done.communicate()[0]


def test_plain_asks_for_one_command_after_another(tmp_path: Path) -> None:
    running = process(circle_in(tmp_path, "Ana"), "--plain")
    out, err = running.communicate('roster list Circle\n\nroster add "\nworkshop shw\nhelp\nquit\nnever run\n')
    assert running.returncode == 0
    assert "Type a command such as workshop list." in out
    assert "Number: 1\nName: Ana\nReads: en\n" in out
    assert "Usage: platica" in out
    first, second, _help = err.splitlines()
    assert first == "A quotation mark is not closed."
    assert second == "There is no command “shw”; did you mean “show”?"


def test_plain_ends_with_its_input_and_says_what_to_do_without_a_site(tmp_path: Path) -> None:
    running = process(Terminal(tmp_path), "--plain", "--language", "es")
    out, err = running.communicate("")
    assert (running.returncode, err) == (0, "")
    assert "platica site init" in out


def test_an_interruption_ends_without_a_traceback(tmp_path: Path) -> None:
    with process(terminal_in(tmp_path), "--plain") as running:
        assert running.stdout
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _out, err = running.communicate()
    assert running.returncode in (0, 1)
    assert "Traceback" not in err
