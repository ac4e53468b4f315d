"""The warm process that turns pages into PDF: `python -m platica.press.worker`, spoken to in frames over its pipes.

It keeps fonts, parsed stylesheets and icons between parts, and stops itself when a part costs too much.
"""

import contextlib
import gc
import hashlib
import io
import logging
import os
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from platica.press.frames import receive, send
from platica.press.fullness import can_save_a_page
from platica.press.glyphs import only_missing_signs, replaced
from platica.press.job import PACK, Answer, Job, Limits, Trouble, answer_chunks, job_from, setting_from
from platica.press.pictures import is_whole

if TYPE_CHECKING:
    from weasyprint import CSS, Document

try:
    import resource
except ImportError:  # Windows has no such limits; the press still stops a worker by the clock.
    resource = None  # type: ignore[assignment]


QUICK_START = 1.2
"""Seconds of processor time; a laptop of the last ten years needs less to load WeasyPrint."""

LETTERS_A_SECOND = 4000
"""A long text may take longer: letters of its page for each second more, which is some ten times what it takes."""

# Without that library the same fonts are embedded, only more slowly.
SLOWER_FONTS = "Using fontTools instead of HarfBuzz-Subset"


class Complaints(logging.Handler):
    """Collects what WeasyPrint warns about, but for what does not change the paper."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if not str(record.msg).startswith(SLOWER_FONTS):
            self.lines.append(record.getMessage())


class PartMaker:
    """Makes parts one after another, with everything reusable kept."""

    def __init__(self, folders: tuple[Path, ...], limits: Limits) -> None:
        from weasyprint.text.fonts import FontConfiguration

        from platica.press.langfix import keep_inner_languages

        keep_inner_languages()
        self._folders = folders
        self._limits = limits
        self._fonts = FontConfiguration()
        self._styles: dict[str, CSS] = {}
        self._images: dict[str, Any] = {}
        self._complaints = Complaints()
        logging.getLogger("weasyprint").addHandler(self._complaints)

    def make(self, job: Job) -> Answer:
        """The finished part. Raises whatever WeasyPrint does; a warning is an answer with trouble."""
        for address, picture in job.pictures:
            if not is_whole(picture):
                return Answer(trouble=Trouble.PICTURE, detail=address)
        made = self._once(job)
        if signs := only_missing_signs(self._complaints.lines):
            made = self._without(signs, job)
        self._forget({address for address, _ in job.pictures})
        return made

    def _without(self, signs: frozenset[str], job: Job) -> Answer:
        """The page without signs that no font has, where people typed them; else the trouble that it is."""
        told = "".join(sorted(signs))
        if not job.names:
            return Answer(trouble=Trouble.SIGNS, detail=told)
        return replace(self._once(replace(job, html=replaced(job.html, signs))), left_out=told)

    def _once(self, job: Job) -> Answer:
        from platica.press.cells import name_cells

        self._complaints.lines.clear()
        document = self._laid_out(job)
        if len(document.pages) > self._limits.pages:
            return Answer(trouble=Trouble.PAGES, detail=str(len(document.pages)))
        part = hashlib.sha256(job.html.encode()).hexdigest()[:12]
        pdf = document.write_pdf(
            finisher=lambda _document, written: name_cells(written, part), pdf_variant="pdf/ua-1", cache=self._images
        )
        if self._complaints.lines:
            return Answer(trouble=Trouble.WARNING, detail="; ".join(self._complaints.lines))
        return Answer(pdf, len(document.pages))

    def _laid_out(self, job: Job) -> "Document":
        """The document in the first of its layouts that needs fewest pages."""
        best: Document | None = None
        roomiest: Document | None = None
        for layout in job.layouts:
            wanted = 1 if layout.only_whole or best is None else len(best.pages) - 1
            if roomiest and (layout.only_whole or best) and not can_save_a_page(roomiest, wanted):
                continue
            tried = self._render(job, (*job.stylesheets, *layout.stylesheets))
            if len(tried.pages) == 1:
                return tried
            roomiest = roomiest or tried
            if not layout.only_whole and (best is None or len(tried.pages) < len(best.pages)):
                best = tried
        assert best is not None, "a layout that suits any length"
        return best

    def _render(self, job: Job, stylesheets: tuple[str, ...]) -> "Document":
        from weasyprint import HTML

        from platica.press.fetcher import PackFetcher

        fetcher = PackFetcher(self._folders, dict(job.pictures))
        page = HTML(string=job.html, base_url=PACK, url_fetcher=fetcher)
        return page.render(
            stylesheets=[self._style(name) for name in stylesheets],
            font_config=self._fonts,
            cache=self._images,
            pdf_variant="pdf/ua-1",
        )

    def _style(self, name: str) -> "CSS":
        from weasyprint import CSS

        from platica.press.fetcher import PackFetcher

        if name not in self._styles:
            style = CSS(url=f"{PACK}styles/{name}", url_fetcher=PackFetcher(self._folders), font_config=self._fonts)
            if self._complaints.lines:
                return style
            self._styles[name] = style
        return self._styles[name]

    def _forget(self, addresses: set[str]) -> None:
        for key in [key for key in self._images if any(address in str(key) for address in addresses)]:
            del self._images[key]


def answer(maker: PartMaker, job: Job, limits: Limits) -> Answer:
    """What came of a job, whatever happened."""
    from platica.press.fetcher import Denied, NotPlain

    allow_cpu(limits.cpu_seconds + len(job.html) // LETTERS_A_SECOND)
    try:
        return maker.make(job)
    except MemoryError:
        return Answer(trouble=Trouble.MEMORY)
    except RecursionError:
        return Answer(trouble=Trouble.DEPTH)
    except Denied as denied:
        return Answer(trouble=Trouble.DENIED, detail=str(denied))
    except NotPlain as drawing:
        return Answer(trouble=Trouble.DRAWING, detail=str(drawing))
    except BaseException as error:  # a denial of the fetcher is no plain exception
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        return Answer(trouble=Trouble.CRASH, detail="".join(traceback.format_exception(error)))


def allowance(seconds: int, started_in: float) -> int:
    """The processor time for a part on a computer that took so long to start the worker."""
    return int(seconds * max(1.0, started_in / QUICK_START))


def allow_cpu(seconds: int) -> None:
    """Lets this process use so many seconds of processor time from now on; the system ends it after that."""
    if resource is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


def collect_less_often() -> None:
    """A part makes many objects that all live until it is done: looking for garbage meanwhile costs up to 40 %.

    It is looked for after each part instead, or a binder would take half as much memory again.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)


def limit_memory(megabytes: int) -> None:
    """Refuses this process more address space than that."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, hard))


@contextlib.contextmanager
def private_pipes() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """The pipes to the press; anything that prints meanwhile writes to nowhere instead of into them."""
    with os.fdopen(os.dup(0), "rb") as orders, os.fdopen(os.dup(1), "wb") as answers:
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 0)
        os.dup2(nowhere, 1)
        sys.stdout = io.TextIOWrapper(os.fdopen(nowhere, "wb"))
        yield orders, answers


def main() -> None:
    """Serves jobs until the press goes away."""
    with private_pipes() as (orders, answers):
        folders, limits = setting_from(receive(orders))
        limit_memory(limits.memory_megabytes)
        warnings.simplefilter("ignore")
        try:
            maker = PartMaker(folders, limits)
        except (ImportError, OSError) as error:
            send(answers, *answer_chunks(Answer(trouble=Trouble.MISSING, detail=str(error))))
            return
        limits = replace(limits, cpu_seconds=allowance(limits.cpu_seconds, time.process_time()))
        collect_less_often()
        send(answers, *answer_chunks(Answer()))
        with contextlib.suppress(EOFError, BrokenPipeError):
            while True:
                made = answer(maker, job_from(receive(orders)), limits)
                send(answers, *answer_chunks(made))
                gc.collect()
                if made.trouble in (Trouble.MEMORY, Trouble.CRASH):
                    return


if __name__ == "__main__":
    main()
