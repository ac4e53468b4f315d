"""What a browser leaves out of its PDF files and a screen reader needs, added; what tells of the computer, taken out.

Chromium tags its text. It does not say which of the rest is decoration, what its own names for bold and slanted text
stand for, or that the file is accessible; it does say when and on which system it was made.
"""

import io
from collections.abc import Iterable, Iterator

import pikepdf
from pikepdf import (
    Array,
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Object,
    Operator,
    Pdf,
    String,
)

from platica.press.metadata import describe

_OPENING, _CLOSING = ("BDC", "BMC"), "EMC"
_OUTLINING = ("m", "re", "l", "c", "v", "y", "h", "W", "W*")
_PAINTING = ("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "Tj", "TJ", "'", '"')
_OWN_NAMES = ("/Strong", "/Em")
_Instruction = ContentStreamInstruction | ContentStreamInlineImage


def accessible(made: bytes, title: str, language: str) -> tuple[bytes, int]:
    """The file with its title and language and all decoration marked as such, and how many pages it has."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for page in pdf.pages:
            marked = list(_marked(pikepdf.parse_content_stream(page)))
            page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marked))
            for link in page.obj.get(Name.Annots, Array()):
                link.Contents = link.get(Name.Contents, link.get(Name.A, Dictionary()).get(Name.URI, String(title)))
        _mend_tags(pdf)
        mode = pdf.Root.get(Name.PageMode)
        describe(pdf, title, language)
        if mode is None:
            del pdf.Root.PageMode
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
        return written.getvalue(), len(pdf.pages)


def _marked(instructions: Iterable[_Instruction]) -> Iterator[_Instruction]:
    """The drawing with a mark around each stroke that no tag claims; an outline stays in one piece with its stroke."""
    depth, outline = 0, list[_Instruction]()
    for one in instructions:
        name = str(one.operator)
        depth += (name in _OPENING) - (name == _CLOSING)
        if depth or not (name in _OUTLINING or name in _PAINTING or outline):
            yield one
        elif name in _OUTLINING:
            outline.append(one)
        elif name in _PAINTING:
            yield from (_mark(), *outline, one, ContentStreamInstruction([], Operator(_CLOSING)))
            outline = []
        else:
            yield from (*outline, one)
            outline = []


def _mark() -> ContentStreamInstruction:
    return ContentStreamInstruction([Name.Artifact], Operator("BMC"))


def _mend_tags(pdf: Pdf) -> None:
    """Gives every piece of text the name and the place that the format wants, and lists the head cells."""
    tree = pdf.Root.StructTreeRoot
    tree.K = Array(_kids(tree))
    elements = list(_elements(tree))
    _give_bodies(pdf, [one for one in elements if str(one.S) == "/LI"])
    for one in elements:
        if str(one.S) in _OWN_NAMES:
            one.S = Name.Span
        elif str(one.S) in ("/TH", "/TD"):
            one.A = _joined(one.get(Name.A, Dictionary()))
    names = {str(one.ID): one for one in elements if Name.ID in one}
    listed = (piece for name in sorted(names) for piece in (String(name), names[name]))
    tree.IDTree = pdf.make_indirect(Dictionary(Names=Array(listed)))


def _joined(attributes: Object) -> Object:
    """What a cell says of its headers and spans, in one place instead of several."""
    pieces = list(attributes) if isinstance(attributes, Array) else [attributes]
    return Dictionary({key: value for piece in pieces for key, value in piece.items()})


def _give_bodies(pdf: Pdf, items: Iterable[Object]) -> None:
    """Puts what stands in an item of a list, but for its label, into a body, as the format wants it."""
    claims = pdf.Root.StructTreeRoot.ParentTree.Nums
    claims_of = {int(claims[at]): claims[at + 1] for at in range(0, len(claims), 2)}
    for item in items:
        labels = [kid for kid in _kids(item) if _is_label(kid)]
        inside = [kid for kid in _kids(item) if not _is_label(kid)]
        if inside:
            body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, K=Array(inside)))
            if Name.Pg in item:
                body.Pg = item.Pg
            item.K = Array([*labels, body])
            for kid in inside:
                _claim(kid, item, body, claims_of)


def _claim(kid: Object, item: Object, body: Object, claims_of: dict[int, Object]) -> None:
    """Lets a piece that stood in an item say that it stands in the item's body."""
    if _is_element(kid):
        kid.P = body
    else:
        page, mark = (kid.get(Name.Pg, item.Pg), int(kid.MCID)) if isinstance(kid, Dictionary) else (item.Pg, int(kid))
        claims_of[int(page.StructParents)][mark] = body


def _elements(top: Object) -> Iterator[Object]:
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if _is_element(one):
            yield one
        waiting += [kid for kid in _kids(one) if _is_element(kid)]


def _kids(element: Object) -> list[Object]:
    kids = element.get(Name.K, Array())
    return list(kids) if isinstance(kids, Array) else [kids]


def _is_element(one: object) -> bool:
    return isinstance(one, Dictionary) and Name.S in one


def _is_label(kid: object) -> bool:
    return _is_element(kid) and str(kid.S) in ("/Lbl", "/LBody")  # type: ignore[attr-defined]
