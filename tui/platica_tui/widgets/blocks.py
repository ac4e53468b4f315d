"""Grey dots as block signs of the terminal, which every terminal can show."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from platica.domain.page_bitmap import PageBitmap

DOTS_ACROSS, DOTS_DOWN = 2, 4
"""Dots of a picture that one cell shows; a cell is twice as high as wide, so that dots are square."""
QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Signs by the quarters that are dark: top left counts 1, top right 2, bottom left 4, bottom right 8."""
_SHADES = 24
_FLAT = 10
"""A difference of greys, of 255, that nobody sees."""


def fine_blocks(environ: Mapping[str, str]) -> bool:
    """Whether the terminal's letters are sure to have quarters; the plain consoles of Linux and Windows have halves."""
    return environ.get("TERM") != "linux" and (environ.get("OS") != "Windows_NT" or "WT_SESSION" in environ)


def blocks(dots: PageBitmap, *, fine: bool) -> Iterator[Segment]:
    """One row of cells, from a picture four dots high; cells of the same colours make one segment."""
    run, colours = "", (-1, -1)
    for cell in range(dots.width // DOTS_ACROSS):
        quarters = _quarters(dots, cell * DOTS_ACROSS)
        sign, dark, light = _quartered(quarters) if fine else _halved(quarters)
        if (dark, light) != colours and run:
            yield Segment(run, _style(*colours))
            run = ""
        run, colours = run + sign, (dark, light)
    if run:
        yield Segment(run, _style(*colours))


def _quarters(dots: PageBitmap, left: int) -> tuple[int, int, int, int]:
    """The greys of a cell's quarters, darkened a little since lines are thinner than a dot."""
    grey, width = dots.grey, dots.width
    rows = [grey[at * width + left : at * width + left + 2] for at in range(DOTS_DOWN)]
    a, b = (rows[0][0] + rows[1][0]) // 2, (rows[0][1] + rows[1][1]) // 2
    c, d = (rows[2][0] + rows[3][0]) // 2, (rows[2][1] + rows[3][1]) // 2
    return _INKED[a], _INKED[b], _INKED[c], _INKED[d]


_INKED = tuple(max(0, 255 - round((255 - grey) * 1.35)) for grey in range(256))


def _quartered(quarters: tuple[int, int, int, int]) -> tuple[str, int, int]:
    """The sign of the dark quarters, their grey, and the grey of the others."""
    least, most = min(quarters), max(quarters)
    if most - least < _FLAT:
        middle = sum(quarters) // 4
        return " ", middle, middle
    edge = (least + most) // 2
    dark = [grey for grey in quarters if grey <= edge]
    light = [grey for grey in quarters if grey > edge]
    sign = QUARTERS[sum(1 << place for place, grey in enumerate(quarters) if grey <= edge)]
    return sign, sum(dark) // len(dark), sum(light) // len(light)


def _halved(quarters: tuple[int, int, int, int]) -> tuple[str, int, int]:
    """The same with the upper half or the left half, whichever tells the cell's halves better apart."""
    a, b, c, d = quarters
    over, under, left, right = (a + b) // 2, (c + d) // 2, (a + c) // 2, (b + d) // 2
    if max(quarters) - min(quarters) < _FLAT:
        return " ", over, over
    return ("▀", over, under) if abs(over - under) >= abs(left - right) else ("▌", left, right)


def _style(dark: int, light: int) -> Style:
    return _style_of(dark * _SHADES // 256, light * _SHADES // 256)


@lru_cache(_SHADES * _SHADES)
def _style_of(dark: int, light: int) -> Style:
    front, back = (round(shade * 255 / (_SHADES - 1)) for shade in (dark, light))
    return Style(color=Color.from_rgb(front, front, front), bgcolor=Color.from_rgb(back, back, back))
