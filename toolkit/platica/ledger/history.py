"""The history of a record: when, by whom, on which computer, from what to what."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from platica.domain.history import FieldStep, Step
from platica.domain.ids import CommitId, LeaderId
from platica.ledger.change import Change
from platica.ledger.clock import moment_of
from platica.ledger.log import Log
from platica.ledger.logs import Logs


def steps_of(logs: Iterable[Log], spots: Collection[tuple[str, str]]) -> tuple[Step, ...]:
    """Everything that happened to records, by their tables and keys, and was not erased, the oldest first."""
    keys = {key for _, key in spots}
    found = [
        (change["stamp"], _step(log, number, change))
        for log in logs
        for number, change in _changes(log)
        if change["key"] in keys and (change["table"], change["key"]) in spots
    ]
    return tuple(step for _, step in sorted(found, key=lambda one: one[0]))


def steps_since(logs: Iterable[Log], known: Mapping[str, int]) -> tuple[Step, ...]:
    """What logs hold behind the numbers of lines that were known, the oldest first; all of a log not named there."""
    found = [
        (change["stamp"], _step(log, number, change))
        for log in logs
        if log.at.number > known.get(log.writer.name, 0)
        for number, change in _changes(log)
        if number > known.get(log.writer.name, 0)
    ]
    return tuple(step for _, step in sorted(found, key=lambda one: one[0]))


def steps_in(logs: Logs, commit: CommitId) -> tuple[Step, ...]:
    """What one commit did, in the order it was recorded, and nothing of what was erased. Raises NotFound."""
    log, number = logs.log_of(commit)
    return tuple(_step(log, number, change) for change in log.commit(number))


def _changes(log: Log) -> Iterator[tuple[int, Change]]:
    for batch in log.everything():
        yield from zip(batch.numbers, batch.changes, strict=True)


def _step(log: Log, number: int, change: Change) -> Step:
    was, now = change.get("was", {}), change.get("set", {})
    touched = dict.fromkeys([*was, *now, *(field for field in change.get("over", {}) if field)])
    leader, undoes = change.get("leader"), change.get("undoes")
    return Step(
        commit=CommitId(f"{log.writer.incarnation}-{number}"),
        table=change["table"],
        key=change["key"],
        at=moment_of(change["stamp"]),
        device=log.writer.device,
        leader=LeaderId(leader) if leader else None,
        exists=change.get("exists"),
        fields=tuple(FieldStep(field, was.get(field), now.get(field)) for field in touched),
        undoes=CommitId(undoes) if undoes else None,
        erased="erases" in change,
    )
