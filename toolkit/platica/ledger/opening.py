"""What a person is told when a site is opened, apart from what was found damaged, torn or gone."""

from collections.abc import Iterator

from platica.errors import PlaticaError
from platica.ledger import sentences
from platica.ledger.clock import HybridClock
from platica.ledger.log import Log
from platica.ledger.logs import Logs
from platica.phrases import Phrase


def told_at_opening(logs: Logs, clock: HybridClock, refusal: Phrase | None) -> Iterator[Phrase]:
    """One sentence for each thing that somebody should see to; `refusal` says why nothing can be saved."""
    if refusal is not None:
        yield refusal
    if any(log.locked for log in logs.shared):
        yield sentences.locked()
    if ahead := clock.ahead:
        late = any(clock.is_far(stamp) for log in (logs.own, logs.local) for stamp in _last_stamp(log))
        yield sentences.set_back() if late else sentences.ahead(ahead)


def _last_stamp(log: Log) -> list[str]:
    """When the last line of a log was written, if it tells."""
    try:
        return [change["stamp"] for change in log.commit(log.at.number)] if log.at.number else []
    except PlaticaError:
        return []
