"""Which records belong to one meeting, workshop or person, kept as records change."""

from collections.abc import Iterable, Mapping

from platica.ledger.change import Row

_BY_KEY = {"marks", "enrolments", "measures"}
"""Tables whose keys begin with the group and a colon."""
_BY_FIELD = {
    "meetings": "workshop",
    "sheets": "meeting",
    "questions": "workshop",
    "notes": "meeting",
    "participants": "same_as",
}


class Index:
    """The keys of a table by the group they belong to, in the order they were inserted."""

    def __init__(self, table: str, rows: Mapping[str, Row]) -> None:
        self._field = None if table in _BY_KEY else _BY_FIELD[table]
        self._groups: dict[str, dict[str, None]] = {}
        for key, row in rows.items():
            self.put(key, row)

    def keys_of(self, group: str) -> Iterable[str]:
        """The keys of the records that belong to a group."""
        return self._groups.get(group, ())

    def names(self) -> list[str]:
        """The groups that have records."""
        return [name for name, keys in self._groups.items() if keys]

    def put(self, key: str, row: Row) -> None:
        """Takes a record in."""
        self.move(key, None, self.group(key, row))

    def move(self, key: str, before: str | None, after: str | None) -> None:
        """Takes a record from one group to another; None is no group."""
        if before == after:
            return
        if before is not None:
            self._groups[before].pop(key, None)
        if after is not None:
            self._groups.setdefault(after, {})[key] = None

    def group(self, key: str, row: Row | None) -> str | None:
        """The group of a record, or None when there is no record or it names none."""
        if row is None:
            return None
        if self._field is None:
            return key.partition(":")[0]
        named = row.get(self._field)
        return None if named is None else str(named)
