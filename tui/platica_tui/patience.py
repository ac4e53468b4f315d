"""Pauses between wrong tries of something as short as a PIN; they grow."""

from collections.abc import Callable
from math import ceil

from platica.errors import Refused
from platica.phrases import phrases

_FREE = 5
"""Wrong tries before the first pause."""
_FIRST, _LONGEST = 30, 15 * 60
"""Seconds of the first pause, which doubles with every further wrong try, and of the longest."""


class Patience:
    """Counts wrong tries; after five each one costs a pause."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """`clock` counts seconds."""
        self._clock = clock
        self._wrong = 0
        self._until = 0.0

    def ask(self) -> None:
        """Raises Refused, with the seconds that are left, while nothing may be tried."""
        left = ceil(self._until - self._clock())
        if self._wrong >= _FREE and left > 0:
            raise Refused(
                phrases(
                    "There were too many wrong tries. Wait {count} second.",
                    "There were too many wrong tries. Wait {count} seconds.",
                    left,
                )
            )

    def wrong(self) -> None:
        """Takes note of a wrong try. Raises Refused when a pause begins with it."""
        self._wrong += 1
        if self._wrong >= _FREE:
            self._until = self._clock() + min(_FIRST * 2 ** min(self._wrong - _FREE, 8), _LONGEST)
            self.ask()
