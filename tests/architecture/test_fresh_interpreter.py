"""What a command loads, seen in a fresh interpreter: an import graph does not show whether a late import is late."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from platica.resources import bundled

TREE = bundled().folder
SOURCES = (TREE / "toolkit", TREE / "tui")
SCREENS = {"textual"}
PRESS = {"weasyprint", "jinja2", "pikepdf", "pypdfium2", "segno", "PIL"}
PO_TOOLS = {"polib", "rapidfuzz"}
READING = {"markdown_it", "yaml", "msgspec"}
RECORDS = {"tinydb", "cryptography"}
RUN = """
import json, os, sys
from platica.cli.main import main
code = main(sys.argv[1:], os.environ)
print()
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded_by(*words: str) -> set[str]:
    """The outermost packages that a command has loaded when it is done."""
    done = python("-c", RUN, *words)
    code, names = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return set(names)


def python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, SOURCES))},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_help_loads_neither_the_screens_nor_the_records_nor_what_reads_and_prints_content() -> None:
    loaded_by("--help")
    assert loaded_by("--help") & (SCREENS | PRESS | PO_TOOLS | READING | RECORDS | {"babel", "openpyxl"}) == set()


def test_marking_attendance_loads_neither_the_screens_nor_the_press() -> None:
    circle = ("--curriculum", "diabetes-peer-circle", "--name", "Circle", "--in", "es")
    loaded_by("site", "init", "--name", "Las Flores", "--region", "US")
    loaded_by("workshop", "create", *circle, "--start", "2026-12-03", "--weekly", "--at", "18:00")
    loaded_by("roster", "add", "Circle", "Ana Beltrán", "Carlos Ibáñez")
    names = loaded_by("attendance", "mark", "Circle", "1", "--present", "1,2")
    assert names & (SCREENS | PRESS | PO_TOOLS | {"openpyxl"}) == set()


@pytest.mark.full
def test_every_module_can_be_loaded_first() -> None:
    modules = [
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__")
        for source in SOURCES
        for path in sorted(source.rglob("*.py"))
        if path.name != "__main__.py"
    ]
    failed = {name: done.stderr for name in modules if (done := python("-c", f"import {name}")).returncode}
    assert failed == {}


def test_the_program_starts_as_a_module_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "click.py").write_text("raise SystemExit('a file of the folder was taken for a library')\n")
    monkeypatch.chdir(tmp_path)
    assert python("-m", "platica", "--version").returncode == 0
