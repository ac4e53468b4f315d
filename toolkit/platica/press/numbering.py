"""The binder's page numbers, laid over the upper right corners as decoration that a screen reader skips.

A number is set of the same ten drawings of a digit, so that no binder, however long, needs more of them.
"""

import io

import pikepdf
from pikepdf import Dictionary, Name, Object, Operator, Page, Pdf

from platica.press.views import Part

_FROM_RIGHT, _FROM_TOP = 42.5, 34.0
"""Points from the page's right and top edges to the number's lower right corner: it ends 15 mm from the edge."""
_MARKS = ("BDC", "BMC", "EMC")


def lay_numbers(pdf: Pdf, before: int, digits: Part) -> None:
    """Lays a number, from 1 on, over each page after the first `before`; `digits` has a page for each of 0 to 9."""
    with pikepdf.open(io.BytesIO(digits.pdf)) as source:
        drawn = [pdf.copy_foreign(_drawing(source, page)) for page in source.pages]
        width = float(source.pages[0].mediabox[2])
    for number, page in enumerate(list(pdf.pages)[before:], start=1):
        _lay(page, str(number), drawn, width)


def _drawing(source: Pdf, page: Page) -> Object:
    """The digit as a drawing, without the marks that tie text to a structure tree."""
    kept = [one for one in pikepdf.parse_content_stream(page) if one.operator not in map(Operator, _MARKS)]
    drawing = source.make_stream(
        pikepdf.unparse_content_stream(kept),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=page.obj.MediaBox,
        Resources=Dictionary(Font=page.obj.Resources.Font, ExtGState=page.obj.Resources.ExtGState),
    )
    return source.make_indirect(drawing)


def _lay(page: Page, number: str, drawn: list[Object], width: float) -> None:
    _, _, right, top = (float(edge) for edge in page.mediabox)
    drawings = page.obj.Resources.get(Name.XObject)
    if drawings is None:
        drawings = page.obj.Resources.XObject = Dictionary()
    left, low = right - _FROM_RIGHT - width * len(number), top - _FROM_TOP
    laid: list[str] = []
    for place, digit in enumerate(number):
        drawings[f"/Digit{digit}"] = drawn[int(digit)]
        laid.append(f"q 1 0 0 1 {left + width * place:.3f} {low:.3f} cm /Digit{digit} Do Q")
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q /Artifact BMC {' '.join(laid)} EMC".encode())
