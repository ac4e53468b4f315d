"""Stamps: a hybrid logical clock, so that changes have one order on every device.

A stamp is 12 hexadecimal digits of milliseconds since 1970 (UTC), 4 of a counter, and the incarnation that wrote it; as
text it sorts by time. It decides only between changes that did not know of each other (see `fold`), so a wrong clock
cannot undo a later correction.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Tells the time now."""

FAR = 24 * 60 * 60 * 1000
"""Milliseconds ahead of our clock from which a stamp is not believed."""
_BEHIND = timedelta(hours=1)
"""How far ahead of our clock the newest step may be before somebody is told."""
_DIGITS = 16


def system_clock() -> datetime:
    """The time of this computer."""
    return datetime.now(UTC)


def incarnation_of(stamp: str) -> str:
    """Which log a stamp was made for."""
    return stamp[_DIGITS:]


def moment_of(stamp: str) -> datetime:
    """When a stamp says it was made."""
    return datetime.fromtimestamp(int(stamp[:12], 16) / 1000, UTC)


class HybridClock:
    """Gives stamps that rise, and rise past every stamp seen that is not more than a day ahead."""

    def __init__(self, wall: Clock, incarnation: str) -> None:
        self._wall = wall
        self._incarnation = incarnation
        self._last = 0
        self._far: list[int] = []

    @property
    def ahead(self) -> int:
        """How many stamps were seen that are still more than a day ahead."""
        return len(self.far)

    @property
    def far(self) -> tuple[int, ...]:
        """The stamps that are still more than a day ahead, without whose they are."""
        self._catch_up(self.now)
        return tuple(self._far)

    @property
    def now(self) -> int:
        """What the clock of this computer says, in milliseconds since 1970."""
        return int(self._wall().timestamp() * 1000)

    @property
    def behind(self) -> timedelta | None:
        """How far the clock of this computer is behind the newest step, when that is more than clocks may differ."""
        late = timedelta(milliseconds=(self._last >> 16) - self.now)
        return late if late > _BEHIND else None

    @property
    def seen(self) -> list[str]:
        """Beginnings of the stamps to be observed by the clock that takes over from this one."""
        return [f"{stamp:016x}" for stamp in (self._last, *self._far)]

    def write_for(self, incarnation: str) -> None:
        """Makes the stamps of another log from now on; they go on rising."""
        self._incarnation = incarnation

    def next(self) -> str:
        """A new stamp, higher than all before that were believed."""
        now = self.now
        self._catch_up(now)
        self._last = max(now << 16, self._last + 1)
        return f"{self._last:016x}{self._incarnation}"

    def observe(self, stamps: Iterable[str]) -> None:
        """Takes note of stamps read from a log."""
        known = list(stamps)
        near = max(known, default="")
        if not near or int(near[:_DIGITS], 16) <= self._last:
            return
        limit = f"{self.now + FAR:012x}\uffff"
        if near > limit:
            for stamp in known:
                if stamp > limit:
                    insort(self._far, int(stamp[:_DIGITS], 16))
            near = max((stamp for stamp in known if stamp <= limit), default="")
        if near:
            self._last = max(self._last, int(near[:_DIGITS], 16))

    def is_far(self, stamp: str) -> bool:
        """Whether a stamp is more than a day ahead."""
        return int(stamp[:12], 16) > self.now + FAR

    def forget_far(self) -> None:
        """Forgets the stamps that were not believed; those that still stand somewhere are observed again."""
        self._far.clear()

    def _catch_up(self, now: int) -> None:
        """Believes the stamps that time has come near to, so that none is ever given twice."""
        believed = bisect_right(self._far, (now + FAR) << 16 | 0xFFFF)
        if believed:
            self._last = max(self._last, self._far[believed - 1])
            del self._far[:believed]
