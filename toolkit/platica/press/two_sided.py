"""One document of two: each language has its own side of every sheet of paper."""

import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pikepdf import OutlineItem, Page, Pdf

from platica.press.merge import Bookmark, Merger
from platica.press.metadata import describe
from platica.press.views import Part

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)


def two_sided(first: Part, second: Part, *, folded: bool = False) -> Part:
    """The first part on the fronts and the second on the backs; where one is shorter, its sides stay empty.

    Of what will be `folded` into a booklet the first part comes whole, then the second. Either way one structure tree
    has all of the first part, then all of the second, each in its own language.
    """
    title = f"{first.title} · {second.title}"
    if first.html:
        return replace(first, title=title, html=_one_page(first, second))
    merger = Merger()
    marks = [(part.title, merger.add(part.pdf, part.language)) for part in (first, second)]
    merger.finish()
    fronts, backs = range(first.pages), range(first.pages, first.pages + second.pages)
    order = (*fronts, *backs) if folded else _by_turns(fronts, backs)
    _put_in_order(merger.pdf, order)
    places = {page: place for place, page in enumerate(order) if page is not None}
    with merger.pdf.open_outline() as outline:
        outline.root.extend(_mark(title, lines, places) for title, lines in marks)
    describe(merger.pdf, title, first.language)
    written = io.BytesIO()
    merger.pdf.save(written, deterministic_id=True)
    return Part(written.getvalue(), len(order), first.language, title, first.left_out + second.left_out)


def _one_page(first: Part, second: Part) -> str:
    """Both documents as one page to open, where no PDF can be made: the second begins on a new sheet of paper."""
    body = _BODY.search(second.html)
    inner = body[1] if body else ""
    added = f'<div lang="{second.language.replace("_", "-")}" style="break-before: page">{inner}</div></body>'
    return first.html.replace("</body>", added)


def _by_turns(fronts: Iterable[int], backs: Iterable[int]) -> tuple[int | None, ...]:
    """A front and a back by turns; the last sheet needs no empty back."""
    order = [page for sheet in zip_longest(fronts, backs) for page in sheet]
    return tuple(order[:-1] if order[-1] is None else order)


def _put_in_order(pdf: Pdf, order: Sequence[int | None]) -> None:
    """Moves the pages themselves, since the structure tree points to them, and adds empty ones."""
    pages = [Page(page.obj) for page in pdf.pages]
    size = (float(pages[0].mediabox[2]), float(pages[0].mediabox[3]))
    while len(pdf.pages):
        del pdf.pages[-1]
    for number in order:
        if number is None:
            pdf.add_blank_page(page_size=size)
        else:
            pdf.pages.append(pages[number])


def _mark(title: str, outline: Sequence[Bookmark], places: dict[int, int]) -> OutlineItem:
    item = OutlineItem(title, places[outline[0].page] if outline else 0, "Fit")
    lines = [line for top in outline for line in (top.children if len(outline) == 1 else (top,))]
    item.children.extend(_inner(lines, places))
    return item


def _inner(lines: Iterable[Bookmark], places: dict[int, int]) -> Iterator[OutlineItem]:
    for line in lines:
        item = OutlineItem(line.title, places[line.page], "XYZ", top=line.top)
        item.children.extend(_inner(line.children, places))
        yield item
