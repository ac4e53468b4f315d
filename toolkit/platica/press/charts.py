"""Plain bars as SVG: outlined in black, every bar with its number beside it, so that a photocopy loses nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    import drawsvg

_INK, _TINT, _PAPER = "#16201e", "#c3d1cc", "#ffffff"
_WIDTH = 720
"""Units across the text of a page: letters of 18 units are as high as those of the text, 26 as those of large print."""
_LETTERS, _LARGE_LETTERS = 18, 26


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled length; without one the words stand alone."""

    label: str
    value: float | None
    words: str
    hollow: bool = False
    """Whether only the outline is drawn, to tell it from the others without colour."""


def bars(rows: Sequence[Bar], most: float, title: str, *, large: bool = False) -> Markup:
    """Bars one under the other on a scale from 0 to `most`, as inline SVG with a title for who hears the page."""
    import drawsvg

    size = _LARGE_LETTERS if large else _LETTERS
    left, right, row = 8 * size, 7 * size, 1.6 * size
    drawing = drawsvg.Drawing(_WIDTH, len(rows) * row, id_prefix="chart")
    drawing.append_title(title)
    for place, one in enumerate(rows):
        top, line = place * row, (place + 0.66) * row
        drawing.append(_text(one.label, size, left - size / 2, line, "end"))
        length = 0.0 if one.value is None else (_WIDTH - left - right) * one.value / most
        if length:
            fill = _PAPER if one.hollow else _TINT
            box = (left, top + 0.1 * row, length, 0.8 * row)
            drawing.append(drawsvg.Rectangle(*box, fill=fill, stroke=_INK, stroke_width=2))
        drawing.append(_text(one.words, size, left + length + size / 2, line, "start"))
    drawing.append(drawsvg.Line(left, 0, left, len(rows) * row, stroke=_INK, stroke_width=2))
    svg: str = drawing.as_svg(header="")
    return Markup(svg)  # noqa: S704 - drawsvg escapes what it is given


def _text(words: str, size: int, x: float, y: float, anchor: str) -> "drawsvg.Text":
    import drawsvg

    return drawsvg.Text(words, size, x, y, text_anchor=anchor, fill=_INK, font_family="Andika")
