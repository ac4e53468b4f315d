"""What every file of the project keeps to."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from platica.resources import bundled

TREE = bundled().folder
FOLDERS = ("toolkit", "tui", "curricula", "locales", "printables", "scripts", "tests", "docs", "requirements")
LONGEST = 300
WRITTEN_BY_PEOPLE = (".py", ".sh", ".md", ".html", ".css", ".tcss", ".cmd", "")
# Written so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:t[m]p|w[o]rk|r[o]ot|U[s]ers)/")
INDEX_HOSTS = re.compile(r"p[y]pi\.org|python[h]osted|--index[-]url|artifact[-]?registry", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")


@cache
def texts() -> dict[str, str]:
    """Every text file of the project with its content, by its path."""
    found = {}
    for name in names():
        path = TREE / name
        if path.is_file() and b"\0" not in (content := path.read_bytes())[:4096]:
            found[name] = content.decode("utf-8")
    return found


def names() -> Iterable[str]:
    """The tracked files, or where there is no git those of the folders that are tracked."""
    if shutil.which("git") and (TREE / ".git").exists():
        done = subprocess.run(["git", "ls-files", "-z"], cwd=TREE, capture_output=True, encoding="utf-8", check=True)
        return filter(None, done.stdout.split("\0"))
    paths = [path for folder in FOLDERS for path in (TREE / folder).rglob("*") if "__pycache__" not in path.parts]
    return (path.relative_to(TREE).as_posix() for path in (*paths, *TREE.glob("*")) if path.is_file())


def places(pattern: re.Pattern[str]) -> list[str]:
    """Where the pattern occurs, as file:line."""
    return [
        f"{name}:{number}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_that_people_write_is_longer_than_a_sitting() -> None:
    lengths = {name: text.count("\n") for name, text in texts().items() if Path(name).suffix in WRITTEN_BY_PEOPLE}
    exempt = (
        "LICENSE",
        "docs/format.md",
        "docs/command-line.md",
        "curricula/",
        "printables/fonts/",
        "printables/icons/",
    )
    too_long = {name: length for name, length in lengths.items() if length > LONGEST}
    assert {name: length for name, length in too_long.items() if not name.startswith(exempt)} == {}


def test_no_file_names_a_folder_of_somebody_s_machine() -> None:
    assert places(MACHINE_PATHS) == []


def test_no_file_names_where_libraries_are_downloaded_from() -> None:
    assert places(INDEX_HOSTS) == []


def test_nothing_is_marked_as_unfinished() -> None:
    assert places(UNFINISHED) == []


def test_every_test_file_is_collected_by_its_name() -> None:
    strays = [
        name
        for name in texts()
        if name.startswith("tests/") and name.endswith(".py") and not Path(name).name.startswith(("test_", "conftest"))
    ]
    assert [name for name in strays if not name.startswith("tests/builders/")] == []


def test_requirements_pin_every_library_with_checksums() -> None:
    for name in ("run", "check", "pip"):
        entries = re.split(r"\n(?=\S)", texts()[f"requirements/{name}.txt"].strip())
        assert entries
        assert [
            entry for entry in entries if not re.match(r"[\w.-]+==\S+", entry) or "--hash=sha256:" not in entry
        ] == []


def test_the_checks_run_on_the_same_libraries_as_the_program() -> None:
    pins = {
        name: set(re.findall(r"^\S+==\S+", texts()[f"requirements/{name}.txt"], re.MULTILINE))
        for name in ("run", "check")
    }
    assert pins["run"] - pins["check"] == set()
