"""Records that were removed by somebody who did not know that somebody else wrote to them."""

from collections.abc import Iterable, Iterator

from platica.ledger.change import EXISTENCE, Change, Row
from platica.ledger.codecs import CODECS
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.log import Log
from platica.ledger.logs import Logs


def removed_row(state: State, logs: Iterable[Log], table: str, key: str) -> Row:
    """What the last removal saw of a record, with what was written since and shown."""
    removal = max(_removals(logs, table, key), key=lambda one: one[2]["stamp"], default=None)
    was = removal[2].get("was", {}) if removal else {}
    return {**was, **state.absent.get(table, {}).get(key, {}), **(state.row(table, key) or {})}


def removed_with(state: State, logs: Logs, table: str, key: str) -> list[Edit]:
    """What brings back all else that the same step removed and that is still away: a place beside a person."""
    removal = max(_removals(logs.shared, table, key), key=lambda one: one[2]["stamp"], default=None)
    if removal is None:
        return []
    log, number, _ = removal
    others = (change for change in log.commit(number) if change.get("exists") is False)
    return [
        Edit(change["table"], change["key"], row, settles=(EXISTENCE,))
        for change in others
        if (change["table"], change["key"]) != (table, key)
        and state.row(change["table"], change["key"]) is None
        and (row := whole(change["table"], change["key"], dict(change.get("was", {})))) is not None
    ]


def whole(table: str, key: str, row: Row) -> Row | None:
    """The row, or None when it does not make a record of its table."""
    codec = next((one for one in CODECS.values() if one.table == table), None)
    try:
        if codec is not None:
            codec.record(key, row)
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
    return row or None


def _removals(logs: Iterable[Log], table: str, key: str) -> Iterator[tuple[Log, int, Change]]:
    for log in logs:
        for batch in log.everything():
            for number, change in zip(batch.numbers, batch.changes, strict=True):
                if change["key"] == key and change["table"] == table and change.get("exists") is False:
                    yield log, number, change
