"""Of the ways to lay a page out the first is taken that needs fewest pages."""

from dataclasses import replace

from builders.press import PRINTABLES
from platica.press.job import Job, Layout, Limits
from platica.press.warm import WarmWorker

TIGHT = Layout(("tight.css",))
CUT = Layout(("tight.css",), only_whole=True)


def pages_of(lines: int, *layouts: Layout) -> int:
    worker = WarmWorker([PRINTABLES], Limits())
    try:
        return pages_by(worker, lines, *layouts)
    finally:
        worker.close()


def pages_by(worker: WarmWorker, lines: int, *layouts: Layout) -> int:
    body = f"<h1>T</h1>{'<p>a</p>' * lines}"
    html = f"<html lang='en'><head><title>T</title></head><body><main>{body}</main></body></html>"
    job = Job(html, ("fonts.css", "size-normal.css", "base.css"))
    return worker.make(replace(job, layouts=layouts), "Title").pages


def test_a_sheet_a_little_too_long_for_one_page_closes_up() -> None:
    assert pages_of(29, Layout()) == 2
    assert pages_of(29, Layout(), TIGHT) == 1


def test_a_line_to_cut_along_is_not_drawn_around_two_pages() -> None:
    assert pages_of(29, CUT, Layout()) == 1
    assert pages_of(59, Layout(), TIGHT) == 2
    assert pages_of(59, CUT, Layout()) == 3


def test_no_page_is_lost_by_not_trying_what_cannot_help() -> None:
    worker = WarmWorker([PRINTABLES], Limits())
    try:
        for lines in (25, 29, 33, 40, 57, 59, 62, 86, 140, 230):
            fewest = min(pages_by(worker, lines, Layout()), pages_by(worker, lines, TIGHT))
            assert pages_by(worker, lines, Layout(), TIGHT) == fewest
    finally:
        worker.close()
