"""One file of many parts: contents page, page numbers, bookmarks, page labels, one structure tree."""

import io
from collections.abc import Callable, Sequence
from itertools import groupby

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from platica.press.job import PACK
from platica.press.merge import Bookmark, Merger
from platica.press.metadata import describe
from platica.press.numbering import lay_numbers
from platica.press.views import BoundPart, ContentsLine, ContentsView, Edition, NumbersView, Part, View

_LINK = f"{PACK}part/"


def bind(parts: Sequence[BoundPart], edition: Edition, title: str, make: Callable[[View], Part]) -> Part:
    """The parts in one file: those of no section first, then the contents, then the sections.

    Pages are counted from the first section on, the same on paper, in the labels and in the contents.
    """
    front = [bound for bound in parts if not bound.section]
    body = [bound for bound in parts if bound.section]
    contents = make(ContentsView(title, _sections(body)))
    before = sum(bound.part.pages for bound in front) + contents.pages
    merger = Merger()
    marks = [_mark(bound.title, merger.add(bound.part.pdf, bound.part.language), bound.title) for bound in front]
    marks.append(_mark(contents.title, merger.add(contents.pdf, edition.language), contents.title))
    starts: list[int] = []
    for section, some in groupby(body, key=lambda bound: bound.section):
        inside: list[OutlineItem] = []
        for bound in some:
            starts.append(len(merger.pdf.pages))
            outline = merger.add(bound.part.pdf, bound.part.language)
            inside.append(_mark(bound.title, outline, bound.part.title, starts[-1]))
        marks.append(_over(section, inside))
    merger.finish()
    _name_places(merger.pdf, starts)
    _lead_links(merger.pdf, before, [bound.title for bound in body])
    _label(merger.pdf, before)
    if body:
        lay_numbers(merger.pdf, before, make(NumbersView()))
    pages = [page.obj for page in merger.pdf.pages]
    with merger.pdf.open_outline() as outline_root:
        outline_root.root.extend(_led(mark, pages) for mark in marks)
    describe(merger.pdf, title, edition.language)
    left_out = "".join(sorted({sign for bound in parts for sign in bound.part.left_out}))
    return Part(_bytes(merger.pdf), len(merger.pdf.pages), edition.language, title, left_out)


def _sections(body: Sequence[BoundPart]) -> tuple[tuple[str, tuple[ContentsLine, ...]], ...]:
    page = 1
    lines: list[tuple[str, ContentsLine]] = []
    for place, bound in enumerate(body):
        lines.append((bound.section, ContentsLine(bound.title, page, place)))
        page += bound.part.pages
    grouped = groupby(lines, key=lambda pair: pair[0])
    return tuple((section, tuple(line for _, line in some)) for section, some in grouped)


def _mark(title: str, outline: Sequence[Bookmark], own: str, page: int | None = None) -> OutlineItem:
    """The bookmark of a part; its own title heading is not repeated under it."""
    lines = [line for top in outline for line in (top.children if len(outline) == 1 else (top,))]
    start = page if page is not None else (outline[0].page if outline else 0)
    item = OutlineItem(title, start, "Fit")
    item.children.extend(_inner(line) for line in lines if line.title != own)
    item.is_closed = True
    return item


def _inner(line: Bookmark) -> OutlineItem:
    item = OutlineItem(line.title, line.page, "XYZ", top=line.top)
    item.children.extend(_inner(child) for child in line.children)
    item.is_closed = True
    return item


def _over(section: str, inside: Sequence[OutlineItem]) -> OutlineItem:
    item = OutlineItem(section, inside[0].destination, "Fit")
    item.children.extend(inside)
    return item


def _led(item: OutlineItem, pages: Sequence[Object]) -> OutlineItem:
    """The bookmark and those under it, each leading to its page itself: looking pages up by number takes long."""
    if isinstance(item.destination, int):
        top = (item.page_location_kwargs or {}).get("top")
        where = [Name.Fit] if top is None else [Name.XYZ, None, top, None]
        item.destination = Array([pages[item.destination], *where])
    for child in item.children:
        _led(child, pages)
    return item


def _name_places(pdf: Pdf, starts: Sequence[int]) -> None:
    names = pdf.Root.get(Name.Names, Dictionary())
    known = list(names.Dests.Names) if Name.Dests in names and Name.Names in names.Dests else []
    pairs = {str(known[place]): known[place + 1] for place in range(0, len(known), 2)}
    pairs |= {_place(part): Array([pdf.pages[page].obj, Name.Fit]) for part, page in enumerate(starts)}
    names.Dests = Dictionary(Names=Array([one for key in sorted(pairs) for one in (String(key), pairs[key])]))
    pdf.Root.Names = names


def _lead_links(pdf: Pdf, before: int, titles: Sequence[str]) -> None:
    """Turns the links of the contents, which name a part by its place, into jumps."""
    for page in list(pdf.pages)[:before]:
        for annotation in page.obj.get(Name.Annots, Array()):
            address = str(annotation.A.get(Name.URI, "")) if Name.A in annotation else ""
            if address.startswith(_LINK):
                part = int(address.removeprefix(_LINK))
                annotation.A = Dictionary(S=Name.GoTo, D=String(_place(part)))
                annotation.Contents = String(titles[part])


def _place(part: int) -> str:
    return f"part-{part:04}"


def _label(pdf: Pdf, before: int) -> None:
    ranges = Array([0, Dictionary(S=Name.r)]) if before else Array()
    ranges.extend(Array([before, Dictionary(S=Name.D, St=1)]))
    pdf.Root.PageLabels = Dictionary(Nums=ranges)


def _bytes(pdf: Pdf) -> bytes:
    written = io.BytesIO()
    pdf.save(written, deterministic_id=True)
    return written.getvalue()
