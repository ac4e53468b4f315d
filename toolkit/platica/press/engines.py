"""What lays pages out here: WeasyPrint where its libraries are, else an installed browser, else whoever opens the page.

Nobody has to choose: the first that works is taken, and every part says which it was.
"""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platica.domain.engine import Engine
from platica.errors import PressMissing
from platica.phrases import phrase
from platica.press.job import Job, Limits
from platica.press.origin import Origin
from platica.press.views import Part
from platica.press.workers import Workers

if TYPE_CHECKING:
    from platica.press.browser_press import BrowserPress


class Engines:
    """Makes each part with the engine that was asked for, or with the best that works on this computer."""

    def __init__(self, folders: Sequence[Path], limits: Limits, workers: Workers) -> None:
        self._workers = workers
        self._folders = tuple(folders)
        self._limits = limits
        self._turn = threading.Lock()
        self._best: Engine | None = None
        self._looked = False
        self._found: BrowserPress | None = None

    def which(self, wanted: Engine | None) -> Engine:
        """The engine to use. Raises PressMissing when the one asked for is not on this computer."""
        with self._turn:
            if wanted is Engine.WEASYPRINT:
                self._workers.start()
            if wanted is Engine.BROWSER and self._browser() is None:
                raise PressMissing(
                    phrase("There is no browser here that makes PDF files: Microsoft Edge, Google Chrome or Chromium.")
                )
            if wanted is None and self._best is None:
                self._best = self._first_that_works()
            return wanted or self._best or Engine.HTML

    def launch(self, wanted: Engine | None, workers: int) -> None:
        """Has so many workers begin to start, where it may be them that make what is wanted."""
        if (wanted or self._best or Engine.WEASYPRINT) is Engine.WEASYPRINT:
            self._workers.launch(workers)

    def make(self, engine: Engine, job: Job, title: str, language: str, origin: Origin) -> Part:
        """The finished part. Raises PressError when it cannot be made."""
        if engine is Engine.WEASYPRINT:
            made = self._workers.make(job, title, origin)
            return Part(made.pdf, made.pages, language, title, made.left_out)
        if engine is Engine.BROWSER and self._found:
            return self._found.make(job, title, language, origin)
        from platica.press.browser_page import browser_page

        layout = next(one for one in job.layouts if not one.only_whole)
        html = browser_page(job, layout, self._folders, margins=False)
        return Part(b"", 0, language, title, engine=Engine.HTML, html=html)

    @property
    def browser(self) -> str:
        """The name of the browser that was found, if one was looked for."""
        return self._found.name if self._found else ""

    def _first_that_works(self) -> Engine:
        try:
            self._workers.start()
        except PressMissing:
            return Engine.BROWSER if self._browser() else Engine.HTML
        return Engine.WEASYPRINT

    def _browser(self) -> "BrowserPress | None":
        if not self._looked:
            from platica.press.browser_press import BrowserPress

            self._found = BrowserPress.find(self._folders, self._limits)
            self._looked = True
        return self._found
