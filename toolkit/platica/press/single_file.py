"""A page as one HTML file that needs nothing else: styles, icons and pictures are written into it."""

import base64
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from platica.errors import PressError
from platica.phrases import phrase
from platica.press.drawings import is_plain
from platica.press.job import PACK
from platica.press.printables import own_file

if TYPE_CHECKING:
    from platica.press.html import Page

_ADDRESS = re.compile(re.escape(PACK) + r"[A-Za-z0-9/_.-]+")
_ONLY_ON_PAPER = ("fonts.css",)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
_KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".svg": "image/svg+xml", ".ttf": "font/ttf"}


def single_file(page: "Page", folders: Sequence[Path], pictures: Mapping[str, bytes]) -> str:
    """The page for a screen; it may load nothing and run nothing."""
    names = [name for name in page.stylesheets if name not in _ONLY_ON_PAPER]
    return embedded(page.html, styles(folders, (*names, "screen.css")), folders, pictures)


def styles(folders: Sequence[Path], names: Sequence[str]) -> str:
    """These files of `printables/styles` one after another. Raises PressError when one cannot be used."""
    return "\n".join(_body(folders, f"styles/{name}").decode("utf-8") for name in names)


def embedded(html: str, style: str, folders: Sequence[Path], pictures: Mapping[str, bytes]) -> str:
    """The page with its style in it, and everything that page and style refer to; it may load and run nothing."""
    closed = style.replace("</style", r"<\/style")
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{closed}</style>\n</head>"
    )
    whole = html.replace("</head>", head, 1)
    return _ADDRESS.sub(lambda found: _data(found[0], folders, pictures), whole)


def _data(address: str, folders: Sequence[Path], pictures: Mapping[str, bytes]) -> str:
    kind = _KINDS.get(Path(address).suffix)
    if kind is None:
        return address
    body = pictures[address] if address in pictures else _body(folders, address.removeprefix(PACK))
    return f"data:{kind};base64,{base64.b64encode(body).decode()}"


def _body(folders: Sequence[Path], place: str) -> bytes:
    """A printable that can stand inside the file. Raises PressError when it cannot be used."""
    file = own_file(folders, place)
    body = file.read_bytes() if file else b""
    if file is None or (file.suffix == ".svg" and not is_plain(body)):
        raise PressError(phrase("{file} is not there, or is not made as it should be.", file=f"printables/{place}"))
    return body
