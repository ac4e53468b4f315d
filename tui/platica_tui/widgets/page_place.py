"""Which part of a page the screen shows, counted in cells of the terminal."""

from dataclasses import dataclass, replace

CLOSER = (1.0, 1.5, 2.25, 3.5, 5.0)
"""How many times wider than the screen the page is shown, after it was shown whole."""
CELL = 2
"""How much higher than wide a cell is."""
_LEAST = 8


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A way of looking at a page: how close, and which cell of it is at the upper left corner."""

    width: int
    height: int
    """The room on the screen."""
    height_to_width: float
    closeness: int = 0
    """0 shows the whole page, 1 its whole width, and so on."""
    left: int = 0
    top: int = 0

    @property
    def columns(self) -> int:
        """How many cells wide the page is shown."""
        room = max(_LEAST, self.width)
        if self.closeness:
            return round(room * CLOSER[self.closeness - 1])
        return max(_LEAST, min(room, int(self.height * CELL / self.height_to_width)))

    @property
    def rows(self) -> int:
        """How many cells high the page is shown."""
        return max(1, round(self.columns * self.height_to_width / CELL))

    def can_go(self, by: int) -> bool:
        """Whether the page can be shown so many steps closer, or farther away."""
        return 0 <= self.closeness + by <= len(CLOSER)

    def closer(self, by: int) -> "PagePlace":
        """So many steps closer, as far as there are; what was in the middle stays there, of a whole page its top."""
        if not self.can_go(by):
            return self
        wanted = replace(self, closeness=self.closeness + by)
        if not self.closeness:
            return wanted.at((wanted.columns - self.width) // 2, 0)
        across, down = (self.left + self.width / 2) / self.columns, (self.top + self.height / 2) / self.rows
        return wanted.at(round(across * wanted.columns - self.width / 2), round(down * wanted.rows - self.height / 2))

    def at(self, left: int, top: int) -> "PagePlace":
        """The same with another corner, as far as the page goes."""
        return replace(
            self,
            left=max(0, min(left, self.columns - self.width)),
            top=max(0, min(top, self.rows - self.height)),
        )

    def moved(self, across: int, down: int) -> "PagePlace":
        """The same, so many cells farther to the right and down."""
        return self.at(self.left + across, self.top + down)

    def on(self, width: int, height: int) -> "PagePlace":
        """The same on a screen of another size."""
        return replace(self, width=width, height=height).moved(0, 0)
