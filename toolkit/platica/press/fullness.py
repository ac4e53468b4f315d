"""How full the pages of a document are, and whether it can need fewer when it is closed up.

Laying pages out costs more than all else; a layout that cannot save a page is not tried.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Document

_FEW_PAGES = 5
_MOST_SAVED_OF_A_SHEET, _MOST_SAVED_OF_A_TEXT = 0.3, 0.08
"""Shares of the height that closing up takes away at most: of sheets with boxes and lines, of many pages of text."""


def can_save_a_page(document: "Document", wanted: int) -> bool:
    """Whether the document, laid out with all its white, may fit the wanted pages when it is closed up."""
    return _least_pages([_filled(page._page_box) for page in document.pages]) <= wanted


def _least_pages(filled: Sequence[float]) -> float:
    """What the words need; of the white where a page ends early, the part of one page is taken to go away."""
    pages = len(filled)
    saved = _MOST_SAVED_OF_A_SHEET if pages <= _FEW_PAGES else _MOST_SAVED_OF_A_TEXT
    white = (pages - 1) - sum(filled[:-1])
    return (1 - saved) * sum(filled) + white * (pages - 2) / max(pages - 1, 1)


def _filled(page: Any) -> float:
    """The share of the page's height that its words take."""
    box = page.children[0]
    while inside := [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]:
        box = max(inside, key=_bottom)
    return float((_bottom(box) - page.content_box_y()) / page.height)


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())
