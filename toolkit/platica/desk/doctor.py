"""Looking whether everything a leader will need works on this computer."""

import contextlib
import importlib
import io
import shutil
import sys
from dataclasses import dataclass

from platica.desk.open_desk import Places
from platica.desk.settings_file import has_settings
from platica.phrases import Phrase, phrase
from platica.press.missing import missing_libraries

_LEAST_FREE = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    sound: bool
    phrase: Phrase


def examine(places: Places) -> tuple[Finding, ...]:
    """What works and what does not; nothing is changed."""
    return (_python(), _press(), _content(places), _site(places), _disk(places))


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding(sys.version_info >= (3, 11), phrase("Python {version}", version=version))


def _press() -> Finding:
    """WeasyPrint explains missing libraries at length on standard output; one sentence is enough here."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            importlib.import_module("platica.press.worker")
            importlib.import_module("weasyprint")
    except OSError as missing:
        return Finding(False, missing_libraries(str(missing)).phrase)
    return Finding(True, phrase("Documents can be made as PDF"))


def _content(places: Places) -> Finding:
    from platica.content.library import Library

    count = len(Library(places.roots, None).ids())
    return Finding(count > 0, phrase("Curricula found: {count}", count=count))


def _site(places: Places) -> Finding:
    if not has_settings(places.site):
        return Finding(True, phrase("No site yet in {folder}", folder=str(places.site)))
    return Finding(True, phrase("The site is in {folder}", folder=str(places.site)))


def _disk(places: Places) -> Finding:
    folder = next(one for one in (places.site, *places.site.parents) if one.exists())
    free = shutil.disk_usage(folder).free
    return Finding(free > _LEAST_FREE, phrase("Free space: {megabytes} MB", megabytes=free // 1_000_000))
