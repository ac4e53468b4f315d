"""Locking the screens: when nobody has touched a key for a while, or when somebody asks for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from platica.desk import keys
from platica.errors import PlaticaError
from platica.phrases import phrase
from platica_tui.speaking import Speaking

if TYPE_CHECKING:
    from platica_tui.app import PlaticaApp


def seconds() -> float:
    """A clock that goes on while the computer sleeps, where the system has one."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Asks(Enum):
    """What opens the lock screen."""

    PASSPHRASE = 1
    PIN = 2


class Locking:
    """Covers everything with the lock screen and lets go of the records and their keys."""

    EVERY: ClassVar[float] = 5.0
    """Seconds from one look at the clock to the next."""

    def __init__(self, app: PlaticaApp, clock: Callable[[], float] = seconds) -> None:
        self.app = app
        self.clock = clock
        self.touched = clock()
        self._asks = Asks.PASSPHRASE
        app.set_interval(self.EVERY, self.look)

    def touch(self) -> bool:
        """Somebody is there; whether the screens locked just now, so that what was done is not for them."""
        before = self.covered
        self.look()
        self.touched = self.clock()
        return self.covered and not before

    def look(self) -> None:
        """Locks when it is time, and lets go of the records once nothing needs them under the lock screen."""
        if self.covered:
            self._let_go()
        elif self.app.has_site and self._is_over() and (asks := self._asks_for()):
            self._cover(asks)

    def lock(self) -> None:
        """Locks now. Tells what is missing when nothing could open the lock again."""
        if self.covered or not self.app.has_site:
            return
        asks = self._asks_for()
        if asks is None:
            self.app.tell(phrase("There is neither a passphrase nor a PIN to unlock with. Set one first."), wrong=True)
        else:
            self._cover(asks)

    @property
    def covered(self) -> bool:
        """Whether the lock screen is there."""
        return any(isinstance(screen, Speaking) and screen.COVERS for screen in self.app.screen_stack)

    def _is_over(self) -> bool:
        minutes = self.app.desk.settings.lock_minutes
        return bool(minutes) and self.clock() - self.touched >= 60 * minutes

    def _asks_for(self) -> Asks | None:
        """What would open the lock screen again: a passphrase, else the PIN of who is at the keyboard, else nothing."""
        from platica.desk import leaders

        with suppress(PlaticaError):
            if keys.needs_passphrase(self.app.places):
                return Asks.PASSPHRASE
            leader = leaders.here(self.app.desk)
            return Asks.PIN if leader and leader.pin else None
        return None

    def _cover(self, asks: Asks) -> None:
        from platica_tui import doors

        self._asks = asks
        doors.open_lock(self.app, asks)
        self._let_go()

    def _let_go(self) -> None:
        """Closes the records, unless a PIN opens them or something such as printing is still at work with them."""
        app = self.app
        if self._asks is Asks.PIN or app.desk.locked or any(worker.is_running for worker in app.workers):
            return
        app.has_site = False
        app.desk.lock()
        gc.unfreeze()
        gc.collect()
