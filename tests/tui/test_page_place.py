"""Coming closer to a page and moving over it."""

from platica_tui.widgets.page_place import CLOSER, PagePlace

WHOLE = PagePlace(80, 20, 1.3)


def test_at_first_the_whole_page_is_on_the_screen() -> None:
    assert (WHOLE.columns, WHOLE.rows) == (30, 20)
    assert not WHOLE.can_go(-1)


def test_a_flat_page_is_as_wide_as_the_screen() -> None:
    assert PagePlace(80, 60, 0.5).columns == 80


def test_closer_shows_the_top_of_the_page_first_and_then_keeps_the_middle() -> None:
    across = WHOLE.closer(1)
    assert (across.columns, across.left, across.top) == (80, 0, 0)
    lower = across.moved(0, 10).closer(1)
    assert (lower.columns, lower.left) == (120, 20)
    assert abs((lower.top + 10) / lower.rows - 20 / across.rows) < 0.02


def test_nobody_gets_closer_than_close_nor_beyond_an_edge() -> None:
    close = WHOLE
    for _ in range(len(CLOSER) + 3):
        close = close.closer(1)
    assert close.columns == 400
    corner = close.moved(9999, 9999)
    assert (corner.left, corner.top) == (320, close.rows - 20)
    assert corner.moved(-9999, -9999) == close.at(0, 0)


def test_a_smaller_screen_keeps_what_is_in_the_page() -> None:
    corner = WHOLE.closer(3).moved(9999, 9999)
    smaller = corner.on(60, 16)
    assert smaller.left + 60 <= smaller.columns
    assert smaller.top + 16 <= smaller.rows
