"""A page as a browser prints it: one file with its fonts inside, its feet in the margins where the browser has those.

Browsers know no running elements. What WeasyPrint lifts from the page into its margins is therefore written into the
style as words; a browser that is too old for words in margins gets them once, at the end of the page.
"""

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

from platica.press.job import Job, Layout
from platica.press.single_file import embedded, styles

_MARGINS = {"foot": "bottom-left", "page-of": "bottom-right", "draft": "top-left"}
"""The classes that WeasyPrint lifts into the margins, and where to."""
_LIFTED = re.compile(rf'<(p|div) class="({"|".join(_MARGINS)})">.*?</\1>\n?', re.DOTALL)
_UNCOUNTED = re.compile(r'(?<=<p class="page-of">).*?(?=<span class="fact-ids">|</p>)', re.DOTALL)
_COUNTERS = {"page-number": "\0page\0", "page-count": "\0pages\0"}
_NEW_LINE = "\n"
_EMPTY_CELL = re.compile(r"(<td[^>]*>)(?=</td>)")
"""Chromium leaves an empty cell out of the tags, so that its row would seem to have fewer columns than the others."""


def browser_page(job: Job, layout: Layout, folders: Sequence[Path], *, margins: bool) -> str:
    """The page to print in this layout; `margins` says whether the browser can print words in them."""
    lifted = {found[2]: found[0] for found in _LIFTED.finditer(job.html)}
    html = _EMPTY_CELL.sub(r"\1&nbsp;", _LIFTED.sub("", job.html))
    if not margins:
        foot = _UNCOUNTED.sub("", lifted.get("page-of", "")) + lifted.get("foot", "")
        html = html.replace("<main>", f"{lifted.get('draft', '')}<main>", 1).replace("</body>", f"{foot}</body>", 1)
    before, after = _around("base.css", (*job.stylesheets, *layout.stylesheets))
    feet = "".join(_rules("".join(lifted.values()))) if margins else ""
    style = "\n".join((styles(folders, before), feet, styles(folders, (*after, "browser.css"))))
    return embedded(html, _without_unused_faces(style, html), folders, dict(job.pictures))


def _around(name: str, names: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The names up to this one, and those after it."""
    at = names.index(name) + 1
    return names[:at], names[at:]


def _without_unused_faces(style: str, html: str) -> str:
    """Italic letters are left out of a page that has none: they are half of its bytes."""
    return style if "<em" in html else re.sub(r"@font-face \{[^}]*font-style: italic[^}]*\}\n?", "", style)


def _rules(lifted: str) -> Iterator[str]:
    words = _Words()
    words.feed(lifted)
    for name, box in _MARGINS.items():
        if name in words.found:
            yield f"@page {{ @{box} {{ content: {_quoted(words.found[name].strip())} }} }}\n"


def _quoted(words: str) -> str:
    """The words as CSS writes them, with its counters of pages between them."""
    pieces = []
    for piece in re.split(r"(\0pages?\0)", words):
        if piece.startswith("\0"):
            pieces.append(f"counter({piece.strip(chr(0))})")
        elif piece:
            pieces.append('"' + "".join(map(_sign, piece)) + '"')
    return " ".join(pieces)


def _sign(sign: str) -> str:
    """A space ends the number of a sign, and is none itself."""
    return sign if sign.isalnum() or sign == " " else f"\\{ord(sign):06x} "


class _Words(HTMLParser):
    """The words of each element that is lifted into a margin; paragraphs and blocks inside begin a new line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self._name = ""

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("class") or ""
        if name in _MARGINS:
            self._name = name
            self.found[name] = ""
        elif self._name:
            begins = tag == "p" or name == "fact-ids"
            self.found[self._name] += _COUNTERS.get(name, _NEW_LINE if begins else "")

    def handle_data(self, data: str) -> None:
        if self._name:
            self.found[self._name] += " ".join(data.split("\n"))
