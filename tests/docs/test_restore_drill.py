"""The drill that the guides for coordinators print, run as written, at a terminal, with the code from the paper."""

import os
import re
import shlex
import sys
from pathlib import Path

import pytest

from builders.command_line import circle_in
from builders.terminal import Terminal
from platica.resources import bundled

TREE = bundled().folder
ASKED = b"recovery code: "


def drill(document: str, heading: str) -> str:
    """The lines of the block below the heading."""
    guide = (TREE / "docs" / document).read_text(encoding="utf-8")
    section = guide.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    (block,) = re.findall(r"^```shell\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    return str(block)


def run_at_a_terminal(folder: Path, line: str, code: str) -> tuple[int, str]:
    """Runs a line of the drill in a folder, typing the code wherever it is asked for; its end, and what it said."""
    program = [sys.executable, "-P", "-m", "platica"]
    script = line.replace("./platica", shlex.join(program), 1)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(str(TREE / name) for name in ("toolkit", "tui")),
        "PLATICA_SITE": str(folder / "site"),
        "PLATICA_CACHE": str(folder.parent / "cli-cache"),
        "LC_ALL": "C.UTF-8",
    }
    said = b""
    with Terminal(["sh", "-c", f"cd {shlex.quote(str(folder))} && {script}; echo ended $?"], environment) as terminal:
        while b"ended " not in terminal.output:
            terminal.rest(0.1)
            if terminal.output.endswith(ASKED):
                said += terminal.output
                terminal.send(f"{code}\n")
        said += terminal.output
    told = said.decode()
    return int(told.rpartition("ended ")[2]), told


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("document", "heading", "stick", "folder"),
    [
        ("coordinator.md", "Restore drill", "stick", "drill"),
        ("coordinator.es.md", "Ensayo de recuperación", "memoria", "ensayo"),
    ],
)
def test_the_drill_is_passed_as_it_is_written(
    tmp_path: Path, document: str, heading: str, stick: str, folder: str
) -> None:
    circle = circle_in(tmp_path, "Ana", "Luis")
    code = circle("keys", "recovery").out.split()[0]
    (tmp_path / stick).mkdir()
    before = {path: path.read_bytes() for path in (tmp_path / "site" / "logs").iterdir()}
    told = ""
    for line in drill(document, heading).splitlines():
        ended, said = run_at_a_terminal(tmp_path, line, code)
        assert (line, ended) == (line, 0), said
        told += said
    assert "1 workshop, 2 people and 0 marks" in told
    assert "counts as a new computer" in told
    assert "The history can be read from its beginning to its end" in told
    assert "Circle" in told
    assert told.count("recovery code: ") >= 4
    assert not (tmp_path / folder).exists()
    assert not list((tmp_path / stick).iterdir())
    assert {path: path.read_bytes() for path in (tmp_path / "site" / "logs").iterdir()} == before
