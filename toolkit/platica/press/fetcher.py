"""The only door between a page and the world: it opens for printables and for the pictures handed over, nothing else.

WeasyPrint asks it for every stylesheet, font, picture and attachment. Imported by the worker only.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from platica.press.drawings import is_plain
from platica.press.job import PACK
from platica.press.printables import own_file

_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".png": "image/png"}
_PLACE = re.compile(r"(?:styles|icons|fonts|ornaments)(?:/[A-Za-z0-9][A-Za-z0-9_-]*)+\.[a-z]+")


class Denied(FatalURLFetchingError):  # type: ignore[misc]
    """A page asked for something outside the press; making it stops."""


class NotPlain(FatalURLFetchingError):  # type: ignore[misc]
    """A drawing holds more than shapes; making the page stops."""


class PackFetcher(URLFetcher):  # type: ignore[misc]
    """Serves `https://pack.invalid/…` from folders of printables, the first that has the file winning, and pictures."""

    def __init__(self, folders: Sequence[Path], pictures: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=("https",), allow_redirects=False, fail_on_errors=True)
        self._folders = tuple(folder.resolve() for folder in folders)
        self._pictures = pictures or {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        """What is at the address. Raises Denied for everything that is not ours, NotPlain for an odd drawing."""
        if url in self._pictures:
            return _response(url, self._pictures[url], "image/png" if url.endswith(".png") else "image/jpeg")
        place = url.removeprefix(PACK)
        kind = _TYPES.get(Path(place).suffix) if url.startswith(PACK) and _PLACE.fullmatch(place) else None
        if kind and (file := own_file(self._folders, place)):
            body = file.read_bytes()
            if file.suffix == ".svg" and not is_plain(body):
                raise NotPlain(url)
            return _response(url, body, kind)
        raise Denied(url[:200])


def _response(url: str, body: bytes, kind: str) -> URLFetcherResponse:
    return URLFetcherResponse(url, body, {"Content-Type": kind})
