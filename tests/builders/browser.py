"""The browser that prints where Pango is missing, if one is installed here, and a computer without Pango."""

import atexit
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from builders.press import edition, press
from platica.domain.engine import Engine
from platica.domain.paper import Paper
from platica.press.browsers import installed
from platica.press.press import Press
from platica.press.views import Edition

needs_browser = pytest.mark.skipif(
    not installed(), reason="PRINTING BY A BROWSER NOT CHECKED: needs chromium, Google Chrome or Microsoft Edge"
)


@cache
def browser_press() -> Press:
    """One press for all tests that only look at what a browser made; it is looked for once."""
    scratch = TemporaryDirectory()
    shared = press(Path(scratch.name))
    atexit.register(scratch.cleanup)
    atexit.register(shared.close)
    return shared


def by_browser(language: str = "es", paper: Paper = Paper.LETTER, *, large: bool = False) -> Edition:
    return replace(edition(language, paper, large=large), engine=Engine.BROWSER)


def without_pango(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets WeasyPrint fail in every worker as it does where its libraries are missing."""
    stand_in = folder / "weasyprint" / "__init__.py"
    stand_in.parent.mkdir(parents=True)
    stand_in.write_text("raise OSError(\"cannot load library 'libgobject-2.0-0'\")")
    monkeypatch.setenv("PYTHONPATH", str(folder))
