"""What erasing records: the places of all that spoke of a person or a question, and the counts that stay."""

from collections.abc import Collection, Iterable, Iterator

from platica.ledger.change import Change, Row
from platica.ledger.edit import Edit, change_for
from platica.ledger.erasures import place_text
from platica.ledger.fold import State
from platica.ledger.ids import name_from
from platica.ledger.joined import hidden_marks
from platica.ledger.logs import Logs
from platica.ledger.tables import UNSIGNED, erasing_table, subject_of

_KEPT = {"enrolments": ("workshop", "number"), "marks": ("meeting", "presence", "way")}
"""What stays of a record that loses its person: a number that is never given again, and one head to count."""


def erasing_changes(
    state: State, logs: Logs, subjects: Collection[str], stamp: str, leader: str | None
) -> list[Change]:
    """The changes of the commit that erases all that is known of these people or questions; none for nothing."""
    places: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], str] = {}
    before: dict[str, list[str]] = {}
    for place, change in _speaking_of(logs, subjects):
        if "erases" in change:
            before.setdefault(change["key"], []).extend(change["erases"])
            continue
        spot = change["table"], change["key"]
        places.setdefault((erasing_table(spot[0]), subject_of(*spot) or ""), []).append(place)
        first[spot] = min(first.get(spot, place), place)
    if not places:
        return []
    changes: list[Change] = []
    for (table, subject), named in sorted(places.items()):
        erasing: Change = {"table": table, "key": subject, "stamp": stamp, "erases": sorted(named)}
        if leader is not None and table not in UNSIGNED:
            erasing["leader"] = leader
        changes.append(erasing)
    hidden = hidden_marks(state, [key for table, key in first if table == "marks"])
    for (table, key), place in sorted(first.items()):
        row = state.row(table, key)
        if table in _KEPT and row is not None and key not in hidden and row.keys() >= {*_KEPT[table][1:]}:
            if _is_kept(state, table, key, row, before.get(subject_of(table, key) or "", ())):
                continue
            edit = _unnamed(table, key, row, _name(table, place))
            changes += filter(None, [change_for(state, edit, stamp, leader)])
    return changes


def _is_kept(state: State, table: str, key: str, row: Row, erased: Iterable[str]) -> bool:
    """Whether an earlier erasing of the same person kept this record, made again by somebody who did not know of it.

    It bears a name made from one of the places that were erased then; an enrolment with another number is another one.
    """
    group = key.partition(":")[0]
    kept = (state.row(table, f"{group}:{_name(table, place)}") for place in erased)
    return any(one is not None and one.get("number") == row.get("number") for one in kept)


def _name(table: str, place: str) -> str:
    return name_from(f"platica unnamed {table} {place}")


def _speaking_of(logs: Logs, subjects: Collection[str]) -> Iterator[tuple[str, Change]]:
    """All changes about these people or questions that are not erased yet, and those that erased, with their places."""
    for log in logs.shared:
        writer = log.writer
        for batch in log.everything():
            for number, nth, change in zip(batch.numbers, batch.nths, batch.changes, strict=True):
                if subject_of(change["table"], change["key"]) in subjects:
                    yield place_text(writer.device, writer.incarnation, number, nth), change


def _unnamed(table: str, key: str, row: Row, name: str) -> Edit:
    """The record without its person; `name` comes from where it was first written, so that two devices agree."""
    group, *fields = _KEPT[table]
    place = key.partition(":")[0]
    kept = {group: place} | {field: row[field] for field in fields} | {"participant": name}
    if table == "enrolments":
        kept["active"] = False
    return Edit(table, f"{place}:{name}", kept)
