"""Looking whether everything a leader will need works on this computer."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from platica import __version__
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_content
from platica.desk.settings_file import has_settings
from platica.domain.paper import Paper
from platica.domain.problem import Severity
from platica.errors import PlaticaError
from platica.phrases import Phrase, phrase

_LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    sound: bool
    phrase: Phrase


def examine(places: Places) -> tuple[Finding, ...]:
    """What works and what does not; nothing is changed but caches."""
    return (_python(), *_site(places), _disk(places))


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(sys.version_info >= (3, 11), phrase("Python {version}", version=version))


def _site(places: Places) -> Iterator[Finding]:
    folder = str(places.site)
    if has_settings(places.site):
        yield Finding(True, phrase("The site is in {folder}", folder=folder))
    else:
        yield Finding(True, phrase("No site yet in {folder}", folder=folder))
    try:
        with open_content(places, "en") as desk:
            if desk.locked:
                yield Finding(True, phrase("The records are locked, and were not looked at"))
            yield from (Finding(False, notice) for notice in desk.notices)
            yield from _content(desk)
            yield _test_page(desk)
    except PlaticaError as error:
        yield Finding(False, error.phrase)


def _content(desk: Desk) -> Iterator[Finding]:
    ids = desk.library.ids()
    yield Finding(bool(ids), phrase("Curricula found: {count}", count=len(ids)))
    for language in desk.catalogues.languages():
        desk.book(language).say("Curricula")
    for problem in desk.catalogues.problems:
        yield Finding(problem.severity is not Severity.ERROR, problem.phrase)


def _test_page(desk: Desk) -> Finding:
    """A page really made, as every document is, and for once not taken from those that were made before."""
    from platica.press.missing import only_pages
    from platica.press.views import CoverView, Edition, Stamp

    view = CoverView(Stamp("Plática", __version__), title="Plática", leaders=("Plática",))
    try:
        part = desk.press.render(view, Edition("en", "US", Paper.LETTER))
    except PlaticaError as error:
        return Finding(False, error.phrase)
    if part.html:
        return Finding(False, only_pages())
    if part.made_by:
        return Finding(
            True, phrase("A test page was made as PDF by {browser}, since Pango is missing", browser=part.made_by)
        )
    return Finding(True, phrase("A test page was made as PDF"))


def _disk(places: Places) -> Finding:
    folder = next(one for one in (places.site, *places.site.parents) if one.exists())
    free = shutil.disk_usage(folder).free
    return Finding(free > _LEAST_FREE, phrase("Free space: {megabytes} MB", megabytes=free // 1_000_000))
