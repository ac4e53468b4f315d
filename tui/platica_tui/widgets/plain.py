"""The one way a text reaches the screen: as plain words, never as markup or codes for the terminal."""

import re

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widgets import Static

_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")
"""Control characters, direction marks, invisible characters and halves of pairs; the emoji joiner stays."""


def shown(text: str) -> str:
    """The text on one line; what a terminal might obey is replaced by a sign that can be seen."""
    return _HARMFUL.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))


def shown_lines(text: str) -> str:
    """The text with its line breaks, otherwise as `shown`."""
    return "\n".join(map(shown, text.split("\n")))


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """The text in exactly this many cells, cut with an ellipsis or filled with spaces."""
    if width <= 0:
        return ""
    length = cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + "…"
    return " " * (width - length) + text if right else text + " " * (width - length)


def spread(left: str, right: str, width: int) -> str:
    """Both texts on one line of this many cells, one at each edge; the left one gives way."""
    room = width - cell_len(right) - 1
    return fitted(left, room) + " " + right if right and room > 0 else fitted(left, width)


class Words(Static):
    """Words that are shown as they are."""

    def __init__(self, text: str = "", *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(Content(shown_lines(text)), id=id, classes=classes, markup=False)
        self._said = text

    def put(self, text: str) -> None:
        """Shows other words; the screen is laid out again only where the size of the words decides it."""
        if text == self._said:
            return
        self._said = text
        height, width = self.styles.height, self.styles.width
        fixed = height is not None and width is not None and not (height.is_auto or width.is_auto)
        self.update(Content(shown_lines(text)), layout=not fixed)
