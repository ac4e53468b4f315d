"""Every command that the front pages and guides show is run as it is written, one after another, in one site."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest

from platica.cli.global_options import GLOBAL_OPTIONS
from platica.cli.main import main
from platica.resources import bundled

TREE = bundled().folder
GUIDES = tuple(f"docs/{path.name}" for path in sorted((TREE / "docs").glob("*.md")))
DOCUMENTS = ("README.md", "README.es.md", "CONTRIBUTING.md", *GUIDES)
# These need a network or a terminal; the launcher's own tests try them.
ELSEWHERE = ("kit", "--no-system", "--without-pdf")
GROUPS = (
    *("site", "keys", "backup", "curricula", "workshop", "roster", "attendance", "export", "translate", "review"),
    *("device", "leaders", "carry", "questions"),
)
GLOBAL = tuple(option.name for option in GLOBAL_OPTIONS)


def commands(document: str) -> Iterator[list[str]]:
    """The words after `./platica` of every line of every shell block, in order."""
    text = (TREE / document).read_text(encoding="utf-8")
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        for line in block.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["./platica"] and words[1:] and words[1] not in ELSEWHERE:
                yield words[1:]


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if any(commands(name))])
def test_every_documented_command_works(document: str, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("Ana Beltrán\nCarlos Ibáñez\n", encoding="utf-8")
    for words in commands(document):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "platica", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(str(TREE / name) for name in ("toolkit", "tui"))},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (shlex.join(words), done.returncode, done.stderr) == (shlex.join(words), 0, done.stderr)


def mentioned(document: str) -> Iterator[list[str]]:
    """The words after every `./platica` of a document, wherever it stands."""
    for line in re.findall(r"\./platica ([^`'\n]+)", (TREE / document).read_text(encoding="utf-8")):
        words = shlex.split(line, comments=True)
        while words and words[0] in ("--content", "--site", "--language"):
            words = words[2:]
        if words and words[0] not in (*ELSEWHERE, "…") and not words[0].startswith("--"):
            yield words


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_a_document_mentions_exists_with_its_options(
    document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in mentioned(document):
        asked = list(takewhile(str.islower, words))[: 2 if words[0] in GROUPS else 1]
        code = main([*asked, "--help"], os.environ)
        told = capsys.readouterr().out
        unknown = [word for word in words if word.startswith("--") and word not in told and word not in GLOBAL]
        assert (shlex.join(words), code, unknown) == (shlex.join(words), 0, [])


def test_the_front_page_shows_commands() -> None:
    assert len(list(commands("README.md"))) >= 5
