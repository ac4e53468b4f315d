"""The press: a view in, a finished PDF part or accessible HTML out; parts bound into one file."""

import hashlib
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from platica.domain.document import Block
from platica.domain.engine import Engine
from platica.domain.ids import CurriculumId
from platica.domain.printing import Fold
from platica.errors import PressError
from platica.phrases import Phrasebook, phrase
from platica.press.cache import PartsCache
from platica.press.engines import Engines
from platica.press.inputs import Inputs
from platica.press.job import PACK, Job, Limits
from platica.press.origin import Origin, file_of
from platica.press.shapes import pictures_of
from platica.press.views import BoundPart, CertificatesView, Edition, GuideView, HandoutView, Part, View
from platica.press.workers import Workers

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from platica.press.html import Typesetter

_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class Press:
    """Makes documents in a worker that stays warm until `close`."""

    def __init__(
        self,
        printables: Sequence[Path],
        cache: Path,
        books: Callable[[str], Phrasebook],
        pictures: Callable[[CurriculumId, str], bytes],
        limits: Limits | None = None,
    ) -> None:
        """`books` gives the print phrasebook of a language, `pictures` a picture of a curriculum's folder."""
        self._folders = tuple(printables)
        self._books = books
        self._pictures = pictures
        self._cache = PartsCache(cache)
        self._inputs = Inputs(self._folders, books)
        self._workers = Workers(self._folders, limits or Limits())
        self._engines = Engines(self._folders, limits or Limits(), self._workers)

    @cached_property
    def _typesetter(self) -> "Typesetter":
        from platica.press.html import Typesetter

        return Typesetter(self._folders, self._books)

    def render(self, view: View, edition: Edition) -> Part:
        """The view as PDF/UA, or as a page to print where nothing here makes PDF files.

        An unchanged one comes from the cache, a personal one never goes there. Raises PressMissing when the edition
        names an engine that is not on this computer, PressError when the view cannot be laid out.
        """
        return next(self.render_all([(view, edition)]))

    def render_all(self, wanted: Sequence[tuple[View, Edition]]) -> Generator[Part, None, None]:
        """The parts in the order they were asked for, each as soon as it and those before it are done.

        What must be made anew is made by two workers side by side, of which one stays; when whoever asked stops asking,
        both are ended.
        Raises what `render` does.
        """
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self._workers.count) as hands:
            misses = count(1)
            waiting = deque(self._started(view, edition, hands, misses) for view, edition in wanted)
            try:
                while waiting:
                    part = waiting[0]()
                    waiting.popleft()
                    yield part
            except (GeneratorExit, KeyboardInterrupt):
                if waiting:
                    hands.shutdown(wait=False, cancel_futures=True)
                    self._workers.interrupt()
                raise
            finally:
                hands.shutdown(cancel_futures=True)
                self._workers.rest()

    def kept(self, view: View, edition: Edition) -> Part | None:
        """The view as it was made before, if its part is kept and nothing of it has changed since."""
        if view.personal:
            return None
        pictures = [(address, picture) for _, address, picture in self._pictures_of(view)]
        return self._cache.find(self._inputs.key(view, edition, pictures))

    def html(self, view: View, edition: Edition) -> str:
        """The view as one HTML file that needs nothing else, for a telephone or a screen reader."""
        from platica.press.single_file import single_file

        pictures = self._pictures_of(view)
        addresses = {source: address for source, address, _ in pictures}
        page = self._typesetter.page(view, edition, addresses, on_screen=True)
        return single_file(page, self._folders, {address: picture for _, address, picture in pictures})

    def bind(self, parts: Sequence[BoundPart], edition: Edition, title: str) -> Part:
        """One file of many parts, with contents page, bookmarks, page labels and one structure tree."""
        from platica.press.binder import bind

        return bind(parts, edition, title, lambda view: self.render(view, edition))

    def two_sided(self, first: Part, second: Part, *, folded: bool = False) -> Part:
        """Two languages on the fronts and backs of the same paper; of what will be `folded`, one after the other."""
        from platica.press.two_sided import two_sided

        return two_sided(first, second, folded=folded)

    def imposed(self, part: Part, fold: Fold) -> Part:
        """The half-size pages of a part on sheets of paper, for the printer only: it has no structure tree."""
        from platica.press.impose import imposed

        return imposed(part, fold)

    def close(self) -> None:
        """Ends the workers."""
        self._workers.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _started(self, view: View, edition: Edition, hands: "Executor", misses: "count[int]") -> Callable[[], Part]:
        """Begins a part; calling the answer waits for it. While its page is written, a worker starts for it."""
        pictures = self._pictures_of(view)
        key = None
        if not view.personal:
            key = self._inputs.key(view, edition, [(address, picture) for _, address, picture in pictures])
            if edition.engine in (None, Engine.WEASYPRINT) and (kept := self._cache.find(key)):
                return lambda: kept
        self._engines.launch(edition.engine, next(misses))
        page = self._typesetter.page(view, edition, {source: address for source, address, _ in pictures})
        handed = tuple({address: picture for _, address, picture in pictures}.items())
        job = Job(page.html, page.stylesheets, handed, page.layouts, names=not file_of(view))
        origin = Origin(file_of(view), {address: source for source, address, _ in pictures})
        return hands.submit(self._made, edition, job, page.title, origin, key).result

    def _made(self, edition: Edition, job: Job, title: str, origin: Origin, key: str | None) -> Part:
        """The part anew; what a browser made is kept apart from what WeasyPrint would make."""
        engine = self._engines.which(edition.engine)
        if key and engine is Engine.BROWSER:
            key += "-browser"
            if kept := self._cache.find(key):
                return replace(kept, engine=engine, made_by=self._engines.browser)
        part = self._engines.make(engine, job, title, edition.language, origin)
        if key and part.pdf and not part.left_out:
            self._cache.keep(key, part)
        return part

    def _pictures_of(self, view: View) -> list[tuple[str, str, bytes]]:
        """Source, address and bytes of each picture; the address is made of the bytes, so it never goes stale."""
        if isinstance(view, CertificatesView):
            logos = {mark.source: mark.logo for mark in view.sponsors if mark.logo}
            return [(source, _address(logo, _kind(logo) or "png"), logo) for source, logo in logos.items()]
        if not isinstance(view, GuideView | HandoutView):
            return []
        sources = dict.fromkeys(
            picture.source for picture in pictures_of(_blocks_of(view)) if not picture.source.startswith("icon:")
        )
        found: list[tuple[str, str, bytes]] = []
        for source in sources:
            picture = self._pictures(view.curriculum, source)
            kind = _kind(picture)
            if kind is None:
                raise PressError(
                    phrase(
                        "The picture {source} of “{curriculum}” is not a PNG or JPEG file.",
                        source=source,
                        curriculum=view.curriculum,
                    )
                )
            found.append((source, _address(picture, kind), picture))
        return found


def _kind(picture: bytes) -> str | None:
    """What its first bytes say that it is."""
    return next((kind for start, kind in _KINDS.items() if picture.startswith(start)), None)


def _address(picture: bytes, kind: str) -> str:
    return f"{PACK}pictures/{hashlib.sha256(picture).hexdigest()[:24]}.{kind}"


def _blocks_of(view: GuideView | HandoutView) -> tuple[Block, ...]:
    if isinstance(view, HandoutView):
        return view.handout.blocks
    return tuple(block for activity in view.session.activities for block in activity.blocks)
