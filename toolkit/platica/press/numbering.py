"""The binder's page numbers, laid over the upper right corners as decoration that a screen reader skips."""

import io

import pikepdf
from pikepdf import Dictionary, Name, Object, Operator, Page, Pdf

from platica.press.views import Part

_FROM_RIGHT, _FROM_TOP = 127.0, 34.0
"""Points from the page's right and top edges to the slip's lower left corner: the slip ends 15 mm from the edge."""
_MARKS = ("BDC", "BMC", "EMC")


def lay_numbers(pdf: Pdf, before: int, slips: Part) -> None:
    """Lays a slip over each page after the first `before`."""
    with pikepdf.open(io.BytesIO(slips.pdf)) as source:
        for number, page in enumerate(list(pdf.pages)[before:]):
            slip = pdf.copy_foreign(_drawing(source, source.pages[number]))
            _lay(page, slip, f"/Number{number + 1}")


def _drawing(source: Pdf, page: Page) -> Object:
    """The slip as a drawing, without the marks that tie text to a structure tree."""
    kept = [one for one in pikepdf.parse_content_stream(page) if one.operator not in map(Operator, _MARKS)]
    drawing = source.make_stream(
        pikepdf.unparse_content_stream(kept),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=page.obj.MediaBox,
        Resources=Dictionary(Font=page.obj.Resources.Font, ExtGState=page.obj.Resources.ExtGState),
    )
    return source.make_indirect(drawing)


def _lay(page: Page, slip: Object, name: str) -> None:
    _, _, right, top = (float(edge) for edge in page.mediabox)
    drawings = page.obj.Resources.get(Name.XObject)
    if drawings is None:
        drawings = page.obj.Resources.XObject = Dictionary()
    drawings[name] = slip
    where = f"1 0 0 1 {right - _FROM_RIGHT:.3f} {top - _FROM_TOP:.3f} cm"
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q /Artifact BMC q {where} {name} Do Q EMC".encode())
