"""Running the command line in this process, on a site in a temporary folder."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from platica.cli.main import main

CIRCLE = "diabetes-peer-circle"


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a line."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Terminal:
    """A person at a terminal: a folder, the language it is set to."""

    folder: Path
    locale: str = "C.UTF-8"

    def __call__(self, *words: str) -> Ran:
        """Runs `platica` with these words."""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(words, self.environ)
        return Ran(code, out.getvalue(), err.getvalue())

    def json(self, *words: str) -> Any:
        """The JSON document a line gives; the line must succeed."""
        ran = self(*words, "--json")
        assert (ran.code, ran.err) == (0, ""), ran
        return ran.json

    @property
    def environ(self) -> dict[str, str]:
        """The site is the test's own; caches are shared by the tests of a run, as they may be thrown away."""
        return {
            "PLATICA_SITE": str(self.folder / "site"),
            "PLATICA_CACHE": str(self.folder.parent / "cli-cache"),
            "LC_ALL": self.locale,
        }


def terminal_in(folder: Path, *, language: str = "en") -> Terminal:
    """A terminal beside a site that was set up in a language."""
    terminal = Terminal(folder)
    ran = terminal("site", "init", "--name", "Las Flores", "--language", language)
    assert ran.code == 0, ran
    return terminal


def circle_in(folder: Path, *names: str, language: str = "en", form: str = "series") -> Terminal:
    """A terminal whose site has the workshop “Circle” and, on its roster, these people."""
    terminal = terminal_in(folder, language=language)
    ran = terminal(
        *("workshop", "create", "--curriculum", CIRCLE, "--name", "Circle", "--in", f"{language}+en"),
        *("--start", "2026-11-05", "--at", "18:00", "--form", form),
    )
    assert ran.code == 0, ran
    if names:
        ran = terminal("roster", "add", "Circle", *names)
        assert ran.code == 0, ran
    return terminal
