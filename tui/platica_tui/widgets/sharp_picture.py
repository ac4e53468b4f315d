"""The picture of a page in real dots, on a terminal that has them. Imported only after the terminal was asked."""

from PIL.Image import frombytes
from textual.app import ComposeResult
from textual.strip import Strip
from textual_image.renderable import Image as Way
from textual_image.renderable import SixelImage as Sixel
from textual_image.widget import SixelImage, SixelOptions

from platica_tui.widgets.page_picture import PagePicture

_GREYS = 15
"""As many as the simplest terminals can show beside their own black."""


def is_sharp() -> bool:
    """Whether the terminal said that it shows Sixel pictures."""
    return Way is Sixel


class SharpPicture(PagePicture):
    """Cuts what is on the screen out of the page and hands it to the terminal."""

    DOTS_ACROSS = 10

    def compose(self) -> ComposeResult:
        yield SixelImage(id="dots", sixel_options=SixelOptions(colors=_GREYS))

    def paint(self) -> None:
        if self.dots is None:
            return
        place, image = self.place, self.query_one("#dots", SixelImage)
        columns, rows = min(place.columns, self.size.width), min(place.rows, self.size.height)
        across, down = self.dots.width / place.columns, self.dots.height / place.rows
        part = self.dots.cut(int(place.left * across), int(place.top * down), int(columns * across), int(rows * down))
        image.styles.width, image.styles.height = columns, rows
        image.image = frombytes("L", (part.width, part.height), part.grey).convert("RGB")

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - what is beside the page is bare
        return Strip.blank(self.size.width, self.rich_style)
