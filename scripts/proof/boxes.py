"""Whether words stay in their boxes: the layout of a page, looked at before it is drawn."""

from collections.abc import Iterator
from typing import Any

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SLACK = 1.0
"""CSS pixels that a word may stand over an edge; less cannot be seen."""


def boxes_wrong(document: Any) -> Iterator[str]:
    """Words that leave their cell or the paper or lie over others, and headings left alone at the end of a page."""
    for number, page in enumerate(document.pages, start=1):
        for said in _page(page._page_box):
            yield f"page {number}: {said}"
        if number < len(document.pages) and (alone := _last_heading(page._page_box)):
            yield f"page {number} ends with the heading {alone[:40]!r}"


def _page(page: Any) -> Iterator[str]:
    width, height = page.margin_width(), page.margin_height()
    boxes = list(_inside(page))
    words = [box for box in boxes if _is_text(box) and box.text.strip()]
    for box in words:
        left, top, right, bottom = _rectangle(box)
        if left < 0 or top < 0 or right > width or bottom > height:
            yield f"off the paper: {box.text[:40]!r}"
    for cell in (box for box in boxes if type(box).__name__ == "TableCellBox"):
        yield from _cell(cell)
    yield from _overlaps(words)


def _last_heading(page: Any) -> str:
    """The words of the lowest heading, when neither a word nor a line to write on stands below it."""
    content = [box for part in page.children if type(part).__name__ != "MarginBox" for box in _inside(part)]
    headings = [box for box in content if box.element_tag in _HEADINGS and hasattr(box, "children")]
    if not headings:
        return ""
    last = max(headings, key=lambda box: box.position_y)
    end = last.position_y + last.margin_height() / 2
    if any(box.position_y > end and (_is_text(box) or _has_line(box)) for box in content):
        return ""
    return "".join(box.text for box in _inside(last) if _is_text(box))


def _has_line(box: Any) -> bool:
    return type(box).__name__ == "BlockBox" and (box.border_bottom_width > 0 or box.border_top_width > 0)


def _inside(box: Any) -> Iterator[Any]:
    """A box and all in it, what was moved out of the flow included."""
    real = getattr(box, "_box", box)
    yield real
    for child in getattr(real, "children", ()):
        yield from _inside(child)


def _cell(cell: Any) -> Iterator[str]:
    right = cell.position_x + cell.border_width() + _SLACK
    bottom = cell.position_y + cell.border_height() + _SLACK
    for box in _inside(cell):
        if _is_text(box) and box.text.strip():
            _, _, end, low = _rectangle(box)
            if end > right or low > bottom or box.position_x < cell.position_x - _SLACK:
                yield f"a cell is overfull: {box.text[:40]!r}"


def _overlaps(words: list[Any]) -> Iterator[str]:
    placed = sorted(((_rectangle(box), box.text) for box in words), key=lambda one: one[0][1])
    for place, (mine, text) in enumerate(placed):
        for other, other_text in placed[place + 1 :]:
            if other[1] >= mine[3]:
                break
            wide = min(mine[2], other[2]) - max(mine[0], other[0])
            high = min(mine[3], other[3]) - max(mine[1], other[1])
            if wide > 2 * _SLACK and high > 2 * _SLACK:
                yield f"{text[:30]!r} and {other_text[:30]!r} lie over each other"


def _is_text(box: Any) -> bool:
    return type(box).__name__ == "TextBox"


def _rectangle(box: Any) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the letters themselves: around the middle of their line."""
    size = float(box.style["font_size"])
    base = box.position_y + (box.baseline or size)
    return box.position_x, base - 0.7 * size, box.position_x + box.width, base + 0.15 * size
