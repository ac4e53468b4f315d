"""What is done and told when a site is opened, apart from reading it and what was found damaged, torn or gone."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from platica.errors import PlaticaError
from platica.ledger import fs, sentences
from platica.ledger.backup_age import BACKUPS
from platica.ledger.change import Row
from platica.ledger.clock import HybridClock
from platica.ledger.log import Log
from platica.ledger.logs import LOCAL, SHARED, Logs
from platica.phrases import Phrase

_WITHOUT_LOCK = (".site.toml.", ".device.json.", ".outside.json.")
"""How files begin that another program may be writing although this one holds the lock; nothing secret is in them."""


def left_over(folder: Path) -> list[Path]:
    """Files that a program was writing when it was killed: a keyring among them may still be open to everybody."""
    return [
        path
        for inside in (folder, folder / SHARED, folder / LOCAL, folder / BACKUPS)
        for path in inside.glob(".*.new")
        if not path.name.startswith(_WITHOUT_LOCK)
    ]


def clear_away(folder: Path) -> None:
    """Takes those files away. Needs the lock: nobody is writing them then."""
    for path in left_over(folder):
        with suppress(OSError):
            fs.remove(path)


def told_at_opening(logs: Logs, clock: HybridClock, refusal: Phrase | None, seen: Iterable[Row]) -> Iterator[Phrase]:
    """One sentence for each thing that somebody should see to; `refusal` says why nothing can be saved.

    `seen` holds what somebody at this computer was told before and has seen.
    """
    if refusal is not None:
        yield refusal
    if any(log.locked for log in logs.shared):
        yield sentences.locked()
    if clock.ahead:
        from platica.ledger.wrong_clocks import is_behind_all, unseen

        if any(clock.is_far(stamp) for log in (logs.own, logs.local) for stamp in _last_stamp(log)):
            yield sentences.set_back()
        elif is_behind_all(logs.shared, clock, logs.own.writer.device):
            yield sentences.behind_all()
        elif ahead := unseen(clock, seen):
            yield sentences.ahead(ahead)
    elif behind := clock.behind:
        yield sentences.behind(round(behind.total_seconds() / 3600))


def _last_stamp(log: Log) -> list[str]:
    """When the last line of a log was written, if it tells."""
    try:
        return [change["stamp"] for change in log.commit(log.at.number)] if log.at.number else []
    except PlaticaError:
        return []
