"""What a set of logs tells by itself, without the site they are of."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO

from platica.ledger.clock import FAR, moment_of
from platica.ledger.device import writer_named
from platica.ledger.erasures import Erasures
from platica.ledger.fold import State
from platica.ledger.frame import Ciphers
from platica.ledger.logs import LOCAL, SHARED, no_collector
from platica.ledger.manifest import Counts
from platica.ledger.reader import Position, Reader


def state_of(logs: Mapping[str, bytes], ciphers: Ciphers, erasures: Erasures) -> State:
    """The records told by logs, given by `logs/NAME.log`; what they erase themselves is noted in `erasures`."""
    late = True
    with no_collector():
        while late:
            late, state = False, State()
            for name, content in sorted(logs.items()):
                late |= _read(name, content, ciphers, erasures, state)
    return state


def counts_of(state: State) -> Counts:
    """How many workshops, people and marks are shown."""
    return Counts(*(len(state.table(table)) for table in ("workshops", "participants", "marks")))


def newest_in(state: State, now: datetime) -> datetime | None:
    """The moment of the newest step that still stands in a record, if no clock was far ahead."""
    limit = f"{int(now.astimezone(UTC).timestamp() * 1000) + FAR:012x}"
    stamps = (stamp for rows in state.stamps.values() for shown in rows.values() for stamp in _each(shown))
    newest = max((stamp for stamp in stamps if stamp < limit), default="")
    return moment_of(newest) if newest else None


def erased_count(erasures: Erasures) -> int:
    """How many blobs are known to be erased."""
    return len(erasures.kept()[1])


def _each(shown: str | dict[str, str]) -> Iterable[str]:
    return (shown,) if isinstance(shown, str) else shown.values()


def _read(name: str, content: bytes, ciphers: Ciphers, erasures: Erasures, state: State) -> bool:
    """Takes one log in; whether it erases something that was not known to be erased."""
    folder, _, stem = name.removesuffix(".log").partition("/")
    writer = writer_named(stem)
    if writer is None:
        return False
    erased = erasures.of_log(writer.name) if folder == SHARED else {}
    reader = Reader(writer.name, writer, ciphers, Position(), erased, waits=True)
    late = False
    for batch in reader.batches(BytesIO(content), len(content)):
        state.apply(batch.changes, numbered=folder == LOCAL)
        for change in batch.changes:
            if "erases" in change:
                late |= bool(erasures.note(change))
    return late
