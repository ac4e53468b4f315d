"""`platica backup` and `platica site health`, as typed."""

import json
from pathlib import Path

import pytest

from builders.command_line import Terminal, circle_in


def code_of(terminal: Terminal) -> str:
    """A new recovery code of the site."""
    ran = terminal("keys", "recovery")
    assert ran.code == 0, ran
    return ran.out.split()[0]


def with_input(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What stands on standard input."""
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_without_a_code_create_is_refused_with_what_to_do(tmp_path: Path) -> None:
    ran = circle_in(tmp_path, "Ana")("backup", "create", str(tmp_path / "file"))
    assert (ran.code, ran.out) == (1, "")
    assert "platica keys recovery" in ran.err
    assert not (tmp_path / "file").exists()


def test_restore_shows_first_and_does_it_with_yes(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis")
    code_of(terminal)
    made = terminal.json("backup", "create", str(tmp_path))
    assert (made["people"], made["notes"]) == (2, [])
    assert terminal("roster", "add", "Circle", "Nueva").code == 0
    shown = terminal("backup", "restore", made["file"])
    assert shown.code == 0
    assert "Not there any more: Nueva." in shown.out
    assert "again with --yes" in shown.out
    assert "Nueva" in terminal("roster", "list", "Circle").out
    told = terminal.json("backup", "restore", made["file"])
    assert (told["case"], told["done"], told["records"], told["leaving"]) == ("back", False, 2, 1)
    assert "Nueva" not in json.dumps(told)
    done = terminal.json("backup", "restore", made["file"], "--yes")
    assert done["done"]
    assert done["step"]
    assert "Nueva" not in terminal("roster", "list", "Circle").out
    listed = terminal.json("backup", "list")
    assert [one["why"] for one in listed["here"]] == ["before putting a backup back"]
    assert listed["last"]


def test_a_new_laptop_is_restored_with_the_code_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = circle_in(tmp_path / "old", "Ana", "Luis")
    code = code_of(terminal)
    file = terminal.json("backup", "create", str(tmp_path))["file"]
    laptop = Terminal(tmp_path / "new")
    ran = laptop("backup", "restore", file)
    assert (ran.code, "--passphrase-stdin" in ran.err) == (1, True)
    with_input(monkeypatch, "0000-0000")
    assert laptop("backup", "restore", file, "--yes", "--passphrase-stdin").code == 1
    assert not (tmp_path / "new" / "site").exists()
    with_input(monkeypatch, code)
    ran = laptop("backup", "restore", file, "--yes", "--passphrase-stdin")
    assert ran.code == 0, ran
    assert "counts as a new computer" in ran.out
    with_input(monkeypatch, code)
    ran = laptop("roster", "list", "Circle", "--passphrase-stdin")
    assert "Luis" in ran.out


def test_a_file_that_is_no_backup_and_one_of_others_are_refused(tmp_path: Path) -> None:
    terminal, others = circle_in(tmp_path / "one", "Ana"), circle_in(tmp_path / "two", "Eva")
    code_of(others)
    file = others.json("backup", "create", str(tmp_path))["file"]
    ran = terminal("backup", "restore", file, "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert "another organization" in ran.err
    assert "--site FOLDER" in ran.err
    ran = terminal("backup", "restore", __file__)
    assert (ran.code, "not a backup" in ran.err) == (1, True)
    ran = terminal("backup", "restore", str(tmp_path / "nothing"))
    assert (ran.code, "There is no file" in ran.err) == (1, True)


def test_health_tells_what_is_well_and_what_to_do(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    ran = terminal("site", "health")
    assert (ran.code, ran.err) == (0, "")
    assert "✓ Everything can be saved." in ran.out
    assert "platica backup create" in ran.out
    told = terminal.json("site", "health")
    assert told["sound"]
    assert {line["state"] for line in told["lines"]} == {"ok", "look"}


def test_health_of_a_damaged_site_ends_with_one_and_names_the_file(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    (log,) = (tmp_path / "site" / "logs").glob("*.log")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0][:-30] + b"\n", *lines[1:]]))
    ran = terminal("site", "health")
    assert ran.code == 1
    assert f"✗ The history file {log.name} is damaged at byte 0" in ran.out
    assert "carry in" in ran.out
    assert ran.out.count("is damaged at byte") == 1


@pytest.mark.parametrize("lost", ["keyring.json", "site.toml"])
def test_health_of_a_site_that_cannot_be_opened_says_why(tmp_path: Path, lost: str) -> None:
    terminal = circle_in(tmp_path, "Ana")
    (tmp_path / "site" / lost).unlink()
    ran = terminal("site", "health")
    assert ran.code == 1
    assert ran.out.startswith("✗ The file with the ")
    assert lost in ran.out
    assert "put a backup back" in ran.out.lower()


def test_health_without_a_site_is_refused(tmp_path: Path) -> None:
    ran = Terminal(tmp_path)("site", "health")
    assert (ran.code, ran.out) == (1, "")
    assert "platica site init" in ran.err


def test_files_that_others_could_open_are_found_and_closed(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    (tmp_path / "site" / "keyring.json").chmod(0o644)
    (tmp_path / "site" / "logs").chmod(0o755)
    ran = terminal("site", "health")
    assert (ran.code, "2 files and folders" in ran.out) == (1, True)
    ran = terminal("site", "health", "--repair")
    assert (ran.code, ran.out.startswith("2 files were closed.")) == (0, True)
    assert (tmp_path / "site" / "keyring.json").stat().st_mode & 0o077 == 0
    assert terminal("site", "health").code == 0


def test_backups_and_health_speak_spanish(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", language="es")
    code_of(terminal)
    ran = terminal("backup", "create", str(tmp_path))
    assert "se volvió a leer" in ran.out
    (file,) = tmp_path.glob("*.platica")
    ran = terminal("backup", "restore", str(file))
    assert "No cambiaría nada" in ran.out
    ran = terminal("site", "health")
    assert "Todo se puede guardar." in ran.out
