"""What a person is told when a site is opened, apart from what was found damaged, torn or gone."""

from collections.abc import Iterable, Iterator

from platica.errors import PlaticaError
from platica.ledger import sentences
from platica.ledger.change import Row
from platica.ledger.clock import HybridClock
from platica.ledger.log import Log
from platica.ledger.logs import Logs
from platica.phrases import Phrase


def told_at_opening(logs: Logs, clock: HybridClock, refusal: Phrase | None, seen: Iterable[Row]) -> Iterator[Phrase]:
    """One sentence for each thing that somebody should see to; `refusal` says why nothing can be saved.

    `seen` holds what somebody at this computer was told before and has seen.
    """
    if refusal is not None:
        yield refusal
    if any(log.locked for log in logs.shared):
        yield sentences.locked()
    if clock.ahead:
        from platica.ledger.wrong_clocks import unseen

        if any(clock.is_far(stamp) for log in (logs.own, logs.local) for stamp in _last_stamp(log)):
            yield sentences.set_back()
        elif ahead := unseen(clock, seen):
            yield sentences.ahead(ahead)
    if behind := clock.behind:
        yield sentences.behind(round(behind.total_seconds() / 3600))


def _last_stamp(log: Log) -> list[str]:
    """When the last line of a log was written, if it tells."""
    try:
        return [change["stamp"] for change in log.commit(log.at.number)] if log.at.number else []
    except PlaticaError:
        return []
