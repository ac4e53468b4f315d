"""How far slow work is."""

from textual.content import Content
from textual.widget import Widget

from platica_tui.widgets.plain import fitted, shown


class ProgressLine(Widget):
    """A bar with what is being done; empty when nothing is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._done, self._steps, self._doing = 0, 0, ""

    def put(self, done: int, steps: int, doing: str) -> None:
        """Shows the steps done, the steps in all, and what is being done now."""
        self._done, self._steps, self._doing = done, steps, doing
        self.refresh()

    def render(self) -> Content:
        if not self._steps:
            return Content("")
        bar = ("█" * (16 * self._done // self._steps)).ljust(16, "░")
        words = f"▕{bar}▏ {self._done}/{self._steps}  {shown(self._doing)}"
        return Content(fitted(words, self.size.width))
