"""Half-size pages on sheets of paper, in the order in which they fold or are cut."""

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from builders.press import edition, handout, pages_text, para, warm_press
from platica.domain.paper import Paper
from platica.domain.printing import Fold
from platica.press.impose import booklet, imposed
from platica.press.views import Edition, Part

HALF = Edition("en", "US", Paper.LETTER, half=True)


def numbered(pages: int) -> Part:
    """A half-size document whose pages say which they are."""
    made = pikepdf.new()
    font = made.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    )
    for number in range(1, pages + 1):
        page = made.add_blank_page(page_size=(396, 612))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.contents_add(f"BT /F 20 Tf 50 300 Td (page {number}) Tj ET".encode())
    written = io.BytesIO()
    made.save(written)
    return Part(written.getvalue(), pages, "en", "Numbered")


def folded(sides: tuple[tuple[int | None, int | None], ...]) -> list[int | None]:
    """The pages as a reader turns them, once the sheets are laid in each other and folded."""
    sheets = [sides[at : at + 2] for at in range(0, len(sides), 2)]
    first_half = [page for front, back in sheets for page in (front[1], back[0])]
    second_half = [page for front, back in reversed(sheets) for page in (back[1], front[0])]
    return first_half + second_half


@pytest.mark.parametrize("pages", range(1, 17))
def test_a_folded_booklet_reads_in_order_with_empty_pages_at_its_end(pages: int) -> None:
    read = folded(booklet(pages))
    assert len(read) % 4 == 0
    assert len(read) - pages < 4
    assert read == [*range(pages), *[None] * (len(read) - pages)]


def test_the_pages_lie_where_the_booklet_has_them() -> None:
    texts = [" ".join(text.split()) for text in pages_text(imposed(numbered(6), Fold.BOOKLET).pdf)]
    assert texts == ["page 1", "page 2", "page 6 page 3", "page 4 page 5"]


def test_two_copies_lie_on_one_sheet() -> None:
    part = imposed(numbered(2), Fold.TWO_UP)
    assert part.pages == 2
    assert [" ".join(text.split()) for text in pages_text(part.pdf)] == ["page 1 page 1", "page 2 page 2"]


@pytest.mark.parametrize("fold", [Fold.BOOKLET, Fold.TWO_UP])
def test_the_file_is_sound_and_asks_for_the_short_edge(fold: Fold, tmp_path: Path) -> None:
    file = tmp_path / "imposed.pdf"
    file.write_bytes(imposed(numbered(5), fold).pdf)
    assert subprocess.run(["qpdf", "--check", file], capture_output=True, check=False).returncode == 0
    with pikepdf.open(file) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 792, 612]


def test_a_half_page_has_letters_as_large_as_a_whole_one_and_half_its_paper() -> None:
    view = handout(para("Take 15 grams of fast sugar."))
    half, whole = warm_press().render(view, HALF), warm_press().render(view, edition())
    assert sizes(half, "Take") == sizes(whole, "Take")
    with pikepdf.open(io.BytesIO(half.pdf)) as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 396, 612]


def test_the_same_pages_become_the_same_bytes() -> None:
    assert imposed(numbered(4), Fold.BOOKLET).pdf == imposed(numbered(4), Fold.BOOKLET).pdf


def sizes(part: Part, word: str) -> float:
    """The height of a word's first letter in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(part.pdf)
    page = document[0].get_textpage()
    _, low, _, high = page.get_charbox(page.get_text_range().index(word))
    document.close()
    return round(float(high - low), 1)
