"""A page as one HTML file that needs nothing else: styles, icons and pictures are written into it."""

import base64
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from platica.errors import PressError
from platica.phrases import phrase
from platica.press.drawings import is_plain
from platica.press.html import Page
from platica.press.job import PACK
from platica.press.printables import own_file

_ADDRESS = re.compile(re.escape(PACK) + r"[A-Za-z0-9/_.-]+")
_ONLY_ON_PAPER = ("fonts.css",)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def single_file(page: Page, folders: Sequence[Path], pictures: Mapping[str, bytes]) -> str:
    """The whole file; it may load nothing and run nothing."""
    names = [name for name in page.stylesheets if name not in _ONLY_ON_PAPER]
    styles = "\n".join(_text(folders, f"styles/{name}") for name in (*names, "screen.css"))
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>\n{styles}</style>\n</head>"
    )
    html = page.html.replace("</head>", head, 1)
    return _ADDRESS.sub(lambda found: _data(found[0], folders, pictures), html)


def _data(address: str, folders: Sequence[Path], pictures: Mapping[str, bytes]) -> str:
    if address in pictures:
        kind, body = ("image/png" if address.endswith(".png") else "image/jpeg"), pictures[address]
    elif address.endswith(".svg"):
        kind, body = "image/svg+xml", _text(folders, address.removeprefix(PACK)).encode()
    else:
        return address
    return f"data:{kind};base64,{base64.b64encode(body).decode()}"


def _text(folders: Sequence[Path], place: str) -> str:
    """The text of a printable, as it can stand inside the file. Raises PressError when it cannot be used."""
    file = own_file(folders, place)
    if file is None or (file.suffix == ".svg" and not is_plain(file.read_bytes())):
        raise PressError(phrase("{file} is not there, or is not made as it should be.", file=f"printables/{place}"))
    return file.read_text("utf-8").replace("</style", "<\\/style")
