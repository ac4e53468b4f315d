"""Steps that bear a date no clock should have given them yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from platica.domain.ids import DeviceId
from platica.ledger.change import Row
from platica.ledger.clock import FAR, HybridClock, moment_of
from platica.ledger.last_seen import last_seen
from platica.ledger.log import Log

_SEEN = "clock:"
_SEVERAL = 2
"""How many computers must agree before one of them is not believed to be the one that is wrong."""
_FIRST = datetime(2026, 1, 1, tzinfo=UTC)
"""Before this nobody recorded anything with Plática."""


@dataclass(frozen=True, slots=True)
class FarSteps:
    """What one computer wrote with a date more than a day ahead: how many steps, and the last of their dates."""

    device: DeviceId
    count: int
    last: datetime
    stamp: str
    """The highest stamp, which says whether more came since."""


def is_behind_all(logs: Iterable[Log], clock: HybridClock, here: str) -> bool:
    """Whether it is the date of this computer that is wrong: nearly all others are more than a day ahead of it.

    Of one other computer alone that is said when the date here is before there was any Plática.
    """
    if not clock.ahead:
        return False
    others = [at for device, at in last_seen(logs).items() if device != here]
    far = sum(at.timestamp() * 1000 > clock.now + FAR for at in others)
    return far > 0 and ((far >= _SEVERAL and 3 * far >= 2 * len(others)) or clock.now < _FIRST.timestamp() * 1000)


def seen_name(far: FarSteps) -> str:
    """Under which name it is remembered on this computer that somebody has seen this."""
    return f"{_SEEN}{far.device}:{far.stamp}"


def unseen(clock: HybridClock, seen: Iterable[Row]) -> int:
    """How many far steps there are that nobody at this computer has seen yet."""
    names = [name for row in seen if (name := str(row.get("what", ""))).startswith(_SEEN)]
    last = max((name.rpartition(":")[2] for name in names), default="")
    return sum(f"{stamp:016x}" > last for stamp in clock.far)


class WrongClocks:
    """Looks through the logs only when the clock saw such a step, and once for the same steps."""

    def __init__(self) -> None:
        self._of: tuple[int, ...] = ()
        self._found: tuple[FarSteps, ...] = ()

    def look(self, logs: Iterable[Log], clock: HybridClock) -> tuple[FarSteps, ...]:
        """The far steps of every computer, by its id."""
        far = clock.far
        if far != self._of:
            self._of, self._found = far, far_steps(logs, clock.now) if far else ()
        return self._found


def far_steps(logs: Iterable[Log], now: int) -> tuple[FarSteps, ...]:
    """The steps dated more than a day after `now`, which is in milliseconds since 1970."""
    limit = f"{now + FAR:012x}\uffff"
    found: dict[str, set[str]] = {}
    for log in logs:
        for batch in log.everything():
            far = {change["stamp"] for change in batch.changes if change["stamp"] > limit}
            if far:
                found.setdefault(log.writer.device, set()).update(far)
    return tuple(
        FarSteps(DeviceId(device), len(stamps), moment_of(max(stamps)), max(stamps))
        for device, stamps in sorted(found.items())
    )
