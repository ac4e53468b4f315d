"""Work that takes a second beside the screen, such as trying a passphrase; one at a time."""

from __future__ import annotations

from collections.abc import Callable

from textual import work
from textual.screen import ScreenResultType

from platica.errors import PlaticaError
from platica.phrases import phrase
from platica_tui.speaking import Speaking


class Attempting(Speaking[ScreenResultType]):
    """A screen that tries something and stays, with the sentence, when it is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.trying = False

    def attempt(self, do: Callable[[], object], then: Callable[[], object]) -> None:
        """Does it beside the screen and, when it was not refused, what comes then; nothing while it is at it."""
        if not self.trying:
            self.trying = True
            self.tell(phrase("One moment…"))
            self._try(do, then)

    def refused(self) -> None:
        """What a screen does when the attempt was refused, before the sentence is shown."""

    @work(thread=True, exclusive=True, group="attempt")
    def _try(self, do: Callable[[], object], then: Callable[[], object]) -> None:
        failed: Exception | None = None
        try:
            do()
        except Exception as error:  # noqa: BLE001 - told on the screen by `_tried`
            failed = error
        self.app.call_from_thread(self._tried, failed, then)

    def _tried(self, failed: Exception | None, then: Callable[[], object]) -> None:
        self.trying = False
        if isinstance(failed, PlaticaError):
            self.refused()
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        else:
            self.hush()
            with self.telling():
                then()
