"""The structure tree of a PDF: what a screen reader reads out, page by page, and the names in it."""

import ctypes
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from pikepdf import Dictionary, Name

_INLINE = frozenset({"Span", "NonStruct", "Link"})


@dataclass(slots=True)
class Said:
    """What the tree of one page says, in its order: each stretch of text with the block that holds it."""

    stretches: list[tuple[str, str]] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(words for _, words in self.stretches)


def pages_said(pdf: bytes) -> list[Said]:
    """What each page says by the tree."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Said:
    words = page.get_textpage()
    marked: dict[int, list[str]] = {}
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        _collect(pdfium.FPDFPage_GetObject(page, number), words, marked)
    said = Said()
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    for number in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        _walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, number), marked, said)
    pdfium.FPDF_StructTree_Close(tree)
    return said


def _collect(piece: object, words: object, marked: dict[int, list[str]]) -> None:
    if pdfium.FPDFPageObj_GetType(piece) != pdfium.FPDF_PAGEOBJ_TEXT:
        return
    mark = pdfium.FPDFPageObj_GetMarkedContentID(piece)
    size = pdfium.FPDFTextObj_GetText(piece, words, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(piece, words, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    marked.setdefault(mark, []).append(buffer.raw[: size - 2].decode("utf-16-le", "replace"))


def _walk(element: object, marked: dict[int, list[str]], said: Said, within: str = "") -> None:
    kind = _text(pdfium.FPDF_StructElement_GetType, element)
    block = within if kind in _INLINE else kind
    if kind == "Figure":
        said.pictures.append(_text(pdfium.FPDF_StructElement_GetAltText, element))
    for number in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, number)
        if child:
            _walk(child, marked, said, block)
            continue
        mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, number)
        for words in marked.pop(mark, ()):
            said.stretches.append((block, words))


def _text(ask: object, element: object) -> str:
    size = ask(element, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)  # type: ignore[operator]
    return buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace")


def names_wrong(pdf: bytes) -> Iterator[str]:
    """Ids that stand twice, heads of cells that lead nowhere, pictures without words."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = list(_elements(opened))
        ids = [str(element.ID) for element in found if Name.ID in element]
        if twice := {one for one in ids if ids.count(one) > 1}:
            yield f"ids that stand twice: {sorted(twice)[:5]}"
        used = {
            str(head)
            for element in found
            for attributes in _attributes(element)
            if Name.Headers in attributes
            for head in attributes.Headers
        }
        if lost := used - set(ids):
            yield f"heads of cells that lead nowhere: {sorted(lost)[:5]}"
        for element in found:
            if str(element.S) == "/Figure" and not str(element.get(Name.Alt, "")).strip():
                yield "a picture without words"


def languages(pdf: bytes) -> list[str]:
    """The languages of elements below the parts, sorted."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return sorted(str(one.Lang) for one in _elements(opened) if Name.Lang in one and str(one.S) != "/Part")


def _attributes(element: pikepdf.Object) -> list[pikepdf.Object]:
    held = element.get(Name.A)
    if held is None:
        return []
    return [held] if isinstance(held, Dictionary) else [one for one in held if isinstance(one, Dictionary)]


def _elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        yield element
        kids = element.get(Name.K, ())
        some = [kids] if isinstance(kids, Dictionary) else kids if isinstance(kids, pikepdf.Array) else ()
        waiting += [kid for kid in some if isinstance(kid, Dictionary) and Name.S in kid]
