"""When each computer last wrote, as far as is known here."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime

from platica.domain.ids import DeviceId
from platica.errors import NotFound
from platica.ledger.clock import moment_of
from platica.ledger.log import Log

_FEW = 64
"""How many lines from the end of a log are looked at for one of which not all is erased."""


def last_seen(logs: Iterable[Log]) -> dict[DeviceId, datetime]:
    """The newest moment each device wrote at; a device whose last lines are all erased is left out."""
    found: dict[DeviceId, datetime] = {}
    for log in logs:
        device, moment = DeviceId(log.writer.device), _newest(log)
        if moment is not None and (device not in found or found[device] < moment):
            found[device] = moment
    return found


def _newest(log: Log) -> datetime | None:
    for number in range(log.at.number, max(log.at.number - _FEW, 0), -1):
        with suppress(NotFound):
            return moment_of(log.commit(number)[0]["stamp"])
    return None
