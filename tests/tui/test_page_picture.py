"""Dots as block signs, and moving over a page."""

from platica.domain.page_bitmap import PageBitmap
from platica_tui.widgets.blocks import blocks, fine_blocks

INK, PAPER = b"\x00", b"\xff"


def drawn(*rows: str, fine: bool = True) -> str:
    """The signs for four rows of dots, `#` being ink."""
    grey = b"".join(INK if dot == "#" else PAPER for row in rows for dot in row)
    return "".join(segment.text for segment in blocks(PageBitmap(len(rows[0]), 4, grey), fine=fine))


def test_each_quarter_of_a_cell_has_its_sign() -> None:
    assert drawn("#..#..", "#..#..", "...###", "...###") == "▘▐▄"
    assert drawn("##", "##", "##", "##") == " "


def test_a_plain_console_gets_halves_only() -> None:
    assert drawn("##..#.", "##..#.", "..###.", "..###.", fine=False) == "▀▀▌"


def test_ink_is_dark_on_light_paper() -> None:
    (cell,) = blocks(PageBitmap(2, 4, INK * 4 + PAPER * 4), fine=True)
    assert cell.text == "▀"
    assert cell.style is not None
    assert cell.style.color is not None
    assert cell.style.bgcolor is not None
    assert cell.style.color.get_truecolor() == (0, 0, 0)
    assert cell.style.bgcolor.get_truecolor() == (255, 255, 255)


def test_bare_paper_is_one_segment() -> None:
    assert [len(one.text) for one in blocks(PageBitmap(160, 4, PAPER * 640), fine=True)] == [80]


def test_the_plain_consoles_of_linux_and_windows_are_known() -> None:
    assert not fine_blocks({"TERM": "linux"})
    assert not fine_blocks({"OS": "Windows_NT"})
    assert fine_blocks({"OS": "Windows_NT", "WT_SESSION": "1"})
    assert fine_blocks({"TERM": "xterm-256color"})
