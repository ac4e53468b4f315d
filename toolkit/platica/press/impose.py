"""Half-size pages on whole sheets of paper: a booklet to fold, or two copies to cut apart.

What comes out is for the printer only: it has no structure tree, so a screen reader takes the pages one by one.
"""

import io
from collections.abc import Sequence

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, String

from platica.domain.printing import Fold
from platica.press.views import Part

_CUT = "0.9 w [5 4] 0 d"
"""A thin dashed line."""
Side = tuple[int | None, int | None]
"""The pages on the left and the right of one side of a sheet, from 0; None stays empty."""


def imposed(part: Part, fold: Fold) -> Part:
    """The half-size pages of a part on sheets of paper, two on each side, in the order to print them.

    Sheets are printed on both sides and turned over their short edge; the file asks the printer for that.
    """
    sides = booklet(part.pages) if fold is Fold.BOOKLET else tuple((page, page) for page in range(part.pages))
    made = pikepdf.new()
    with pikepdf.open(io.BytesIO(part.pdf)) as source:
        drawings = [made.copy_foreign(page.as_form_xobject()) for page in source.pages]
        _, _, width, height = (float(edge) for edge in source.pages[0].mediabox)
        for side in sides:
            _lay(made.add_blank_page(page_size=(2 * width, height)), side, drawings, width)
            if fold is Fold.TWO_UP:
                made.pages[-1].contents_add(f"q {_CUT} {width:.3f} 0 m {width:.3f} {height:.3f} l S Q".encode())
    made.Root.Lang = String(part.language.replace("_", "-"))
    made.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipShortEdge, PrintScaling=Name("/None")
    )
    made.trailer.Info = made.make_indirect(Dictionary(Title=String(part.title)))
    written = io.BytesIO()
    made.save(written, deterministic_id=True)
    return Part(written.getvalue(), len(sides), part.language, part.title, part.left_out)


def _lay(page: Page, side: Side, drawings: Sequence[Object], width: float) -> None:
    there = [(place, number) for place, number in enumerate(side) if number is not None]
    names = {f"/Page{place}": drawings[number] for place, number in there}
    page.obj.Resources = Dictionary(XObject=Dictionary(names))
    for place, _ in there:
        page.contents_add(f"q 1 0 0 1 {place * width:.3f} 0 cm /Page{place} Do Q".encode())


def booklet(pages: int) -> tuple[Side, ...]:
    """The sides of the sheets of a folded booklet, the outermost sheet first; as many pages as make whole sheets."""
    whole = -(-pages // 4) * 4
    order: list[int] = []
    for sheet in range(whole // 4):
        first = 2 * sheet
        order += [whole - 1 - first, first, first + 1, whole - 2 - first]
    numbers = [number if number < pages else None for number in order]
    return tuple((numbers[at], numbers[at + 1]) for at in range(0, whole, 2))
