"""Minutes planned against minutes booked, as a bar and in words."""

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from platica.domain.fit import Fit
from platica.phrases import Phrasebook


class MinutesBar(Widget):
    """A full bar is the booked time; what goes over it is drawn in another shape."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fit = Fit(0, 0)
        self._before = ""
        self._after = ""

    def put(self, fit: Fit, book: Phrasebook) -> None:
        """Shows how a session stands."""
        self._fit = fit
        self._before = book.say("Booked {minutes} min", minutes=fit.booked)
        if fit.over:
            self._after = book.say("{minutes} min too long", minutes=fit.over)
        elif fit.planned < fit.booked:
            self._after = book.say("{minutes} min free", minutes=fit.booked - fit.planned)
        else:
            self._after = book.say("just right")
        self.refresh()

    def render(self) -> Content:
        room = self.size.width - cell_len(self._before) - cell_len(self._after) - 4
        longest = max(self._fit.booked, self._fit.planned, 1)
        inside = room * min(self._fit.booked, self._fit.planned) // longest
        over = room * self._fit.over // longest
        bar = "█" * inside + "▓" * over
        return Content(f"{self._before} ▕{bar.ljust(max(0, room), '░')}▏ {self._after}")
