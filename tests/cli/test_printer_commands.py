"""From the command line to a real print service."""

import json
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from builders.command_line import circle_in
from builders.cups import BIG, PLAIN, needs_cups, print_service, sides_of
from builders.printing import copies_of, made, on
from builders.site import places_in
from platica.cli.english import English
from platica.cli.printers import build
from platica.cli.spoken_click import SpokenCommand
from platica.desk import printers
from platica.desk.open_desk import open_desk

pytestmark = needs_cups
SHEETS = ("print", "Circle", "--what", "signin", "--meeting", "1")


def test_papers_go_to_a_printer_with_the_copies_and_sides_that_were_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        terminal = circle_in(tmp_path, "Ana", "Luz")
        line = ("print", "Circle", "--what", "guide", "--meeting", "1", "--paper", "a4")
        ran = terminal(*line, "--output", str(tmp_path), "--to-printer", BIG, "--copies", "7", "--two-sided")
        assert (ran.code, ran.err) == (0, "")
        assert f"7 copies were sent to {BIG}." in ran.out
        service.until_idle()
        assert [(one.copies, sides_of(one), one.size) for one in service.arrived()] == [
            (5, "two-sided-long-edge", (595, 842)),
            (2, "two-sided-long-edge", (595, 842)),
        ]
        assert "✓ printed" in terminal("printers", "jobs").out


def test_a_wrong_name_is_told_with_those_there_are_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch):
        terminal = circle_in(tmp_path, "Ana")
        ran = terminal(*SHEETS, "--output", str(tmp_path / "out"), "--to-printer", "Canon")
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == f"No printer is called “Canon”; there are: {PLAIN}, {BIG}.\n"
        assert not (tmp_path / "out").exists()


def test_printers_are_listed_for_people_and_for_programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with print_service(monkeypatch) as service:
        terminal = circle_in(tmp_path, language="es")
        service.tool("cupsdisable", PLAIN)
        ran = terminal("--language", "es", "printers", "list")
        assert ran.code == 0
        assert "Impresora del salón" in ran.out
        assert "está en pausa" in ran.err
        found = json.loads(terminal("printers", "list", "--json").out)
        assert [(one["name"], one["usual"], one["two_sided"], one["state"]) for one in found] == [
            (PLAIN, False, False, "stopped"),
            (BIG, True, True, "ready"),
        ]
        assert_promised("list", found[0])


def test_a_jam_a_stop_and_a_dead_service_are_handled_by_the_code_of_a_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        terminal = circle_in(tmp_path, "Ana")
        with open_desk(places_in(tmp_path)) as desk:
            (paper,) = printers.send(desk, [made(tmp_path, copies=6)], on(BIG))
        service.until_idle()
        again = terminal.json("printers", "reprint", paper.code, "4")
        service.until_idle()
        (job,) = terminal.json("printers", "jobs")
        assert (job["state"], copies_of(service.arrived())) == ("done", 6 + 3)
        assert_promised("reprint", again)
        assert_promised("jobs", job)

        service.tool("cupsdisable", BIG)
        terminal("printers", "reprint", paper.code, "5")
        stopped = terminal("printers", "resume")
        assert "nothing to send" in stopped.out
        assert "is paused" in stopped.err
        service.kill()
        dead = terminal("printers", "jobs")
        assert "stopped at 4 of 6" in dead.out
        assert "is not running" in dead.err
        service.start()
        cancelled = terminal.json("printers", "cancel", paper.code)
        assert (cancelled["state"], cancelled["out"]) == ("cancelled", 4)
        service.tool("cupsenable", BIG)
        service.until_idle()
        assert copies_of(service.arrived()) == 6 + 3


def test_names_that_were_printed_are_nowhere_but_where_the_leader_sent_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with print_service(monkeypatch) as service:
        terminal = circle_in(tmp_path, "Xilonen Tlapalpoca")
        service.close_gate()
        ran = terminal(*SHEETS, "--output", str(tmp_path / "out"), "--to-printer", BIG)
        assert (ran.code, "makes this computer forget the names" in ran.err) == (0, True)
        assert names_in(service.home / "spool") == ["d00001-001"]
        service.open_gate()
        service.until_idle()
        assert "✓ printed" in terminal("printers", "jobs").out
        (sheet,) = (tmp_path / "out").rglob("*.pdf")
        assert names_in(sheet.parent) == [sheet.name]
        kept = [folder for folder in service.home.iterdir() if folder.is_dir() and folder.name != "tray"]
        assert [names_in(folder) for folder in (*kept, tmp_path / "site" / "printing")] == [[]] * (len(kept) + 1)


def names_in(folder: Path) -> list[str]:
    """The files below a folder with the name of the person in them, as bytes or as text of a PDF."""
    found = []
    for file in sorted(one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()):
        content = file.read_bytes()
        if content.startswith(b"%PDF"):
            content += "".join(page.get_textpage().get_text_range() for page in PdfDocument(content)).encode()
        if b"Xilonen" in content:
            found.append(file.name)
    return found


def test_copies_without_a_printer_are_wrong_usage(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    ran = terminal(*SHEETS, "--copies", "3")
    assert (ran.code, "--to-printer" in ran.err) == (2, True)
    both = terminal(*SHEETS, "--to-printer", BIG, "--one-sided", "--two-sided")
    assert (both.code, "cannot both be" in both.err) == (2, True)


def assert_promised(name: str, data: dict[str, object]) -> None:
    """What programs get is what they are promised."""
    command = build(English()).commands[name]
    assert isinstance(command, SpokenCommand)
    assert "{" + ", ".join(data) + "}" in command.keys
