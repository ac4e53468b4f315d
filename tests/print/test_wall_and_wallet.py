"""A poster is read from the wall, a card goes into a wallet."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from builders.press import bullets, edition, fence, handout, pages_text, para, warm_press
from platica.domain.curriculum import HandoutType
from platica.domain.paper import Paper
from platica.press.views import HandoutView

POINTS_IN_A_PIXEL = 0.75
READ_FROM_TWO_METRES = 24.0
"""Points: a capital is then more than 6 mm high, a three-hundredth of the way."""
FOLD = "Cut along the dashed line. Fold at the marks until it fits in a wallet."


def agreements(count: int = 7) -> HandoutView:
    rules = bullets(*(f"**Rule number {place} of this group.** We all keep to it." for place in range(count)))
    return handout(
        fence("key", para("These agreements are ours.")),
        rules,
        fence("write", para("Our own:"), lines=2),
        title="Our group agreements",
        kind=HandoutType.POSTER,
        icon="group-discussion",
    )


def card(lines: int) -> HandoutView:
    return handout(*(para(f"Line {number}") for number in range(lines)), kind=HandoutType.CARD)


def size_of(pdf: bytes, words: str) -> float:
    """The size in points of the first letter of some words on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].get_textpage()
    at = page.get_text_range().index(words)
    size = float(pdfium.FPDFText_GetFontSize(page, at))
    document.close()
    return size * POINTS_IN_A_PIXEL


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("paper", list(Paper))
def test_a_poster_is_one_page_whose_rules_are_read_from_two_metres(paper: Paper, large: bool) -> None:
    part = warm_press().render(agreements(), edition("en", paper, large=large))
    assert part.pages == 1
    assert size_of(part.pdf, "Rule number 3") >= READ_FROM_TWO_METRES
    assert size_of(part.pdf, "Our group") >= READ_FROM_TWO_METRES


def test_a_poster_too_long_for_the_wall_still_has_all_its_words() -> None:
    words = "\n".join(pages_text(warm_press().render(agreements(30), edition()).pdf))
    assert all(f"Rule number {place} of" in words for place in range(30))


def test_a_card_of_one_page_says_where_to_cut_and_fold_and_a_longer_one_does_not() -> None:
    assert FOLD in pages_text(warm_press().render(card(8), edition()).pdf)[0]
    longer = warm_press().render(card(60), edition())
    assert longer.pages > 1
    assert FOLD not in "".join(pages_text(longer.pdf))
