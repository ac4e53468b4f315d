"""What large print holds to: no letter under 18 points, the foot included, and none that is slanted."""

import io

import pikepdf
import pypdfium2
import pytest
from pypdfium2 import raw

from builders.paper import every_view
from builders.press import edition, warm_press
from platica.domain.paper import Paper

LARGE = 18.0


def smallest(pdf: bytes) -> float:
    """The size of the smallest letter in points."""
    document = pypdfium2.PdfDocument(pdf)
    sizes = [
        raw.FPDFText_GetFontSize(words.raw, place)
        for words in (page.get_textpage() for page in document)
        for place in range(words.count_chars())
        if words.get_text_range(place, 1).strip()
    ]
    document.close()
    return round(float(min(sizes)), 1)


@pytest.mark.parametrize("name", ["handout", "form", "log", "card", "cards", "poster"])
def test_every_letter_of_a_sheet_in_large_print_is_large_and_upright(name: str) -> None:
    pdf = warm_press().render(every_view("es")[name], edition("es", Paper.A4, large=True)).pdf
    assert smallest(pdf) >= LARGE
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [
            str(one.BaseFont) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one
        ]
    assert fonts
    assert not [font for font in fonts if "Italic" in font or "Oblique" in font]


def test_normal_print_is_smaller() -> None:
    assert smallest(warm_press().render(every_view("es")["handout"], edition("es")).pdf) < LARGE
