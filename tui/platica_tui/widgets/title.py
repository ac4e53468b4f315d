"""The head of a screen: where one is, and a rule under it."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from platica_tui.widgets.plain import shown, spread


class Title(Widget):
    """One line of words, one at each edge, over a rule."""

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def put(self, left: str, right: str = "") -> None:
        """Shows other words."""
        self.left, self.right = left, right

    def render(self) -> Content:
        width = self.size.width
        words = spread(" " + shown(self.left), shown(self.right) + " " if self.right else "", width)
        return Content.assemble((words, "bold"), ("\n" + "─" * width, "dim"))
