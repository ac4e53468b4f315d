"""Nothing leaves the paper: every line of every view stays between the edges, in every edition."""

import pypdfium2
import pytest

from builders.paper import LONG_NAME, certificates, every_view, sign_in
from builders.press import bullets, edition, fence, handout, para, table, warm_press
from platica.domain.paper import Paper
from platica.press.views import Edition, View

EDGE = 18.0
"""Points; no text comes nearer to the edge of the paper."""
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungskommission" * 2


def outside(view: View, which: Edition) -> list[tuple[float, ...]]:
    """The rectangles of text that come too near to an edge."""
    document = pypdfium2.PdfDocument(warm_press().render(view, which).pdf)
    found: list[tuple[float, ...]] = []
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage()
        for number in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(number)
            if left < EDGE or bottom < EDGE or right > width - EDGE or top > height - EDGE:
                found.append((left, bottom, right, top))
    document.close()
    return found


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_no_line_leaves_the_paper(paper: Paper, large: bool) -> None:
    for name, view in every_view("es").items():
        assert outside(view, edition("es", paper, large=large)) == [], name


def test_long_names_and_unbroken_words_stay_on_the_paper() -> None:
    sheet = handout(
        para(UNBROKEN),
        fence("cards", bullets(f"[icon:fruits]**{UNBROKEN}** {UNBROKEN}", "a", "b")),
        fence("warning", para(UNBROKEN)),
        table(("A", UNBROKEN, "C"), (UNBROKEN, "b", "c")),
        title=UNBROKEN,
    )
    for view in (sheet, sign_in((LONG_NAME, "x" * 80)), certificates((LONG_NAME, "x" * 80))):
        for large in (False, True):
            assert outside(view, edition("es", large=large, second="en")) == []


def test_a_sign_in_sheet_of_forty_numbers_everybody_once() -> None:
    document = pypdfium2.PdfDocument(
        warm_press().render(sign_in(tuple(f"Persona {n}" for n in range(40)), first_free=41), edition()).pdf
    )
    words = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert all(words.count(f"Persona {n}\r") + words.count(f"Persona {n}\n") == 1 for n in range(40))
    assert all(f"\n{number}" in words for number in range(41, 45))


@pytest.mark.parametrize(("paper", "lying"), [(Paper.LETTER, (792, 612)), (Paper.A4, (842, 595))])
def test_a_lying_page_is_on_the_paper_that_was_asked_for(paper: Paper, lying: tuple[int, int]) -> None:
    for name in ("log", "certificates"):
        document = pypdfium2.PdfDocument(warm_press().render(every_view("es")[name], edition("es", paper)).pdf)
        assert tuple(map(round, document[0].get_size())) == lying, name
        document.close()
