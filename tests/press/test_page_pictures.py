"""Pictures of pages: what is black on paper is black in the picture, and nothing is left in a file."""

from io import BytesIO

import pikepdf

from platica.domain.page_bitmap import PageBitmap
from platica.press.page_pictures import MOST_DOTS, PagePictures


def pdf_with(drawing: str, *, width: int = 200, height: int = 400) -> bytes:
    """A page for each drawing in the language of PDF."""
    made = BytesIO()
    with pikepdf.new() as document:
        for one in drawing.split("|"):
            document.add_blank_page(page_size=(width, height)).Contents = document.make_stream(one.encode())
        document.save(made)
    return made.getvalue()


def test_a_black_quarter_is_black_in_the_picture() -> None:
    with PagePictures(pdf_with("0 200 100 200 re f")) as pages:
        dots = pages.picture(1, 101)
    assert (dots.width, dots.height) == (101, 202)
    assert len(dots.grey) == 101 * 202
    assert [dots.grey[10 * 101 + 10], dots.grey[10 * 101 + 90], dots.grey[190 * 101 + 10]] == [0, 255, 255]


def test_pages_are_counted_from_one() -> None:
    with PagePictures(pdf_with("|0 0 200 400 re f")) as pages:
        assert pages.count == 2
        assert pages.height_to_width(2) == 2
        assert {*pages.picture(1, 20).grey} == {255}
        assert {*pages.picture(2, 20).grey} == {0}


def test_a_picture_too_large_is_drawn_as_large_as_may_be() -> None:
    with PagePictures(pdf_with("")) as pages:
        dots = pages.picture(1, 1_000_000)
    assert MOST_DOTS * 0.99 < dots.width * dots.height < MOST_DOTS * 1.01


def test_a_piece_is_cut_out_and_ends_where_the_picture_does() -> None:
    dots = PageBitmap(3, 2, b"abcdef")
    assert dots.cut(1, 0, 2, 2) == PageBitmap(2, 2, b"bcef")
    assert dots.cut(2, 1, 9, 9) == PageBitmap(1, 1, b"f")
