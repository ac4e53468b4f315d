"""Whether an icon is made of plain shapes: what repeats, links, loads or runs is not drawn."""

from xml.parsers import expat

MOST_BYTES = 64 * 1024
"""The largest icon that comes with the program is an eighth of it."""
MOST_SHAPES, DEEPEST = 2000, 16

_SHAPES = frozenset(["svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "title", "desc"])
_ATTRIBUTES = frozenset(
    [
        "xmlns",
        "version",
        "viewBox",
        "width",
        "height",
        "id",
        "role",
        "class",
        "aria-label",
        "aria-hidden",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "transform",
        "opacity",
        "fill",
        "fill-rule",
        "fill-opacity",
        "clip-rule",
        "stroke",
        "stroke-width",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "stroke-dasharray",
        "stroke-dashoffset",
    ]
)


class _NotPlain(Exception):
    """Something else than a shape stands in the drawing."""


def is_plain(drawing: bytes) -> bool:
    """Whether the SVG file holds nothing but shapes, few enough of them."""
    if len(drawing) > MOST_BYTES:
        return False
    parser = expat.ParserCreate()
    walk = _Walk()
    parser.StartElementHandler = walk.begin
    parser.EndElementHandler = walk.end
    parser.StartDoctypeDeclHandler = walk.refuse
    parser.ProcessingInstructionHandler = walk.refuse
    try:
        parser.Parse(drawing, True)
    except (_NotPlain, expat.ExpatError):
        return False
    return True


class _Walk:
    """Counts the shapes and looks at their names."""

    def __init__(self) -> None:
        self._shapes = 0
        self._depth = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        self._shapes += 1
        self._depth += 1
        known = name in _SHAPES and attributes.keys() <= _ATTRIBUTES
        loads = any("url(" in value.lower() for value in attributes.values())
        if not known or loads or self._shapes > MOST_SHAPES or self._depth > DEEPEST:
            raise _NotPlain

    def end(self, _name: str) -> None:
        self._depth -= 1

    def refuse(self, *_declared: object) -> None:
        raise _NotPlain
