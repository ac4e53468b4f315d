"""Parts laid out by an installed browser, where the libraries of WeasyPrint are not."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Self

import pypdfium2

from platica.domain.engine import Engine
from platica.press.browser import print_to_pdf
from platica.press.browser_page import browser_page
from platica.press.browser_pdf import accessible
from platica.press.browsers import Program, installed
from platica.press.job import Answer, Job, Limits, Trouble
from platica.press.origin import Origin
from platica.press.refusals import refusal
from platica.press.views import Part

_PATIENCE = 30.0
"""Seconds for the first page of a browser on a slow computer."""
_TRIAL = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trial</title><style>'
    '@page { size: 80mm 80mm; margin: 20mm; @bottom-left { content: "Foot" } }'
    "</style></head><body><main><h1>Page</h1></main></body></html>"
)


class BrowserPress:
    """Makes parts with one browser, which was tried."""

    def __init__(self, program: Program, folders: Sequence[Path], limits: Limits, *, margins: bool) -> None:
        """`margins`: whether this browser prints words in the margins, as those since the end of 2024 do."""
        self.name = program.name
        self._program = program
        self._folders = tuple(folders)
        self._limits = limits
        self._margins = margins

    @classmethod
    def find(cls, folders: Sequence[Path], limits: Limits) -> Self | None:
        """The first installed browser that can print a page, or None; takes about a second."""
        for program in installed():
            words = _words(_tried(program))
            if "Page" in words:
                return cls(program, folders, limits, margins="Foot" in words)
        return None

    def make(self, job: Job, title: str, language: str, origin: Origin) -> Part:
        """The part in the first of its layouts that needs fewest pages. Raises PressError when it cannot be made."""
        best: Part | None = None
        for layout in job.layouts:
            page = browser_page(job, layout, self._folders, margins=self._margins)
            pdf, pages = accessible(self._printed(page, title, origin), title, language)
            tried = Part(pdf, pages, language, title, engine=Engine.BROWSER, made_by=self.name)
            if pages > self._limits.pages:
                raise refusal(Answer(trouble=Trouble.PAGES, detail=str(pages)), title, origin, self._limits)
            if pages == 1:
                return tried
            if not layout.only_whole and (best is None or pages < best.pages):
                best = tried
        assert best is not None, "a layout that suits any length"
        return best

    def _printed(self, page: str, title: str, origin: Origin) -> bytes:
        try:
            pdf = print_to_pdf(self._program, page, self._limits.wall_seconds)
        except TimeoutError:
            raise refusal(Answer(trouble=Trouble.TIME), title, origin, self._limits) from None
        if pdf is None:
            raise refusal(Answer(trouble=Trouble.CRASH, detail=self.name), title, origin, self._limits)
        return pdf


def _tried(program: Program) -> bytes | None:
    try:
        return print_to_pdf(program, _TRIAL, _PATIENCE)
    except (OSError, TimeoutError):
        return None


def _words(pdf: bytes | None) -> str:
    if pdf is None:
        return ""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return words
