"""What is known after all changes: the same on every device, in whatever order the logs arrive.

Each field of a record is a register, and so is whether the record exists. The *heads* of a register are the writes that
no other write names in its `over`. One head is the value, whatever any clock said; of several the highest stamp is
shown, and the rest stay listed until somebody writes over all of them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from platica.ledger.change import EXISTENCE, Change, Row
from platica.ledger.clock import incarnation_of
from platica.ledger.index import Index

Spot = tuple[str, str, str]
"""Table, key and field: one register."""
Stamps = str | dict[str, str]
"""The stamp shown in each register of a record; one text when all of them are of one change."""
_NOTHING = object()


class State:
    """The records of a site and the stamps they rest on."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Row]] = {}
        self.stamps: dict[str, dict[str, Stamps]] = {}
        self.absent: dict[str, dict[str, Row]] = {}
        """Fields of records that do not exist: removed, or not inserted as far as is known yet."""
        self.forks: dict[Spot, dict[str, Any]] = {}
        """The heads of every register that has several."""
        self.awaited: dict[Spot, set[str]] = {}
        """Stamps written over by changes that arrived before them."""
        self.restored: dict[tuple[Spot, str], str] = {}
        """For a stamp made by an undo, the stamp that stands again by it."""
        self.highest: dict[str, int] = {}
        """The highest number given as a key since the table was empty, for tables with numbers."""
        self.version = 0
        """Rises whenever anything changes."""
        self._indexes: dict[str, Index] = {}

    def row(self, table: str, key: str) -> Row | None:
        """The fields of a record, or None when it does not exist."""
        return self.rows.get(table, {}).get(key)

    def table(self, table: str) -> Mapping[str, Row]:
        """All records of a table by their keys."""
        return self.rows.get(table, {})

    def group(self, table: str, name: str) -> list[tuple[str, Row]]:
        """The records of a table that belong to one meeting or workshop, without looking at the others."""
        rows = self.rows.get(table)
        return [] if rows is None else [(key, rows[key]) for key in self._index(table, rows).keys_of(name)]

    def groups(self, table: str) -> list[str]:
        """What the records of a table belong to, of those that belong to anything."""
        rows = self.rows.get(table)
        return [] if rows is None else self._index(table, rows).names()

    def heads(self, spot: Spot) -> dict[str, Any]:
        """The heads of a register: their stamps and values, the one shown first."""
        forked = self.forks.get(spot)
        if forked:
            return dict(sorted(forked.items(), reverse=True))
        table, key, field = spot
        stamp = self.stamp(spot)
        if stamp is None:
            return {}
        if field == EXISTENCE:
            return {stamp: key in self.rows.get(table, {})}
        return {stamp: self._fields(table, key)[field]}

    def stamp(self, spot: Spot) -> str | None:
        """The stamp shown in a register, or None when nothing is written there."""
        table, key, field = spot
        stamps = self.stamps.get(table, {}).get(key)
        if isinstance(stamps, dict):
            return stamps.get(field)
        if stamps is None or field == EXISTENCE:
            return stamps
        return stamps if field in self._fields(table, key) else None

    def registers(self, table: str, key: str) -> list[str]:
        """The fields of a record that hold anything, its existence among them."""
        stamps = self.stamps.get(table, {}).get(key)
        if isinstance(stamps, dict):
            return list(stamps)
        return [] if stamps is None else [EXISTENCE, *self._fields(table, key)]

    def apply(self, changes: Iterable[Change], *, numbered: bool = False) -> None:
        """Takes changes in; each must be given once. `numbered` says that keys of their tables are numbers."""
        table: str | None = None
        stamp = ""
        for change in changes:
            key = change["key"]
            if change["table"] != table:
                table = change["table"]
                stamps, rows = self.stamps.setdefault(table, {}), self.rows.setdefault(table, {})
            if key not in stamps and "over" not in change and "exists" in change:
                rows[key] = row = change["set"]
                if change["stamp"] != stamp:
                    stamp = change["stamp"]  # one text for all changes of a commit
                stamps[key] = stamp
                if table in self._indexes:
                    self._indexes[table].put(key, row)
            else:
                self._merge(change)
            if numbered:
                self.highest[table] = max(self.highest.get(table, 0), int(key)) if self.rows[table] else 0
        self.version += 1

    def _index(self, table: str, rows: dict[str, Row]) -> Index:
        if table not in self._indexes:
            self._indexes[table] = Index(table, rows)
        return self._indexes[table]

    def _merge(self, change: Change) -> None:
        table, key, stamp = change["table"], change["key"], change["stamp"]
        index = self._indexes.get(table)
        before = index.group(key, self.rows[table].get(key)) if index else None
        written: Row = dict(change.get("set", ()))
        if "exists" in change:
            written[EXISTENCE] = change["exists"]
        over = change.get("over", {})
        for field in {**written, **over}:
            self._write((table, key, field), stamp, written.get(field, _NOTHING), over.get(field, ()))
        for field, original in change.get("restores", {}).items():
            self.restored[(table, key, field), stamp] = original
        if index:
            index.move(key, before, index.group(key, self.rows[table].get(key)))

    def _write(self, spot: Spot, stamp: str, value: Any, over: Iterable[str]) -> None:
        heads = self.heads(spot)
        awaited = self.awaited.get(spot, set())
        for replaced in over:
            unseen = heads.pop(replaced, _NOTHING) is _NOTHING
            if unseen and incarnation_of(replaced) != incarnation_of(stamp):
                awaited.add(replaced)
        if stamp in awaited:
            awaited.remove(stamp)
        elif value is not _NOTHING:
            heads[stamp] = value
        if awaited:
            self.awaited[spot] = awaited
        else:
            self.awaited.pop(spot, None)
        self._show(spot, heads)

    def _show(self, spot: Spot, heads: dict[str, Any]) -> None:
        table, key, field = spot
        stamps = self._spread(table, key)
        if len(heads) > 1:
            self.forks[spot] = heads
        else:
            self.forks.pop(spot, None)
        shown = max(heads, default=None)
        if shown is None:
            stamps.pop(field, None)
        else:
            stamps[field] = shown
        if field == EXISTENCE:
            self._place(table, key, exists=shown is not None and bool(heads[shown]))
        elif shown is None:
            self._fields(table, key).pop(field, None)
        else:
            self._fields(table, key)[field] = heads[shown]

    def _place(self, table: str, key: str, *, exists: bool) -> None:
        absent = self.absent.setdefault(table, {})
        if exists and key not in self.rows[table]:
            self.rows[table][key] = absent.pop(key, {})
        elif not exists and key in self.rows[table]:
            absent[key] = self.rows[table].pop(key)

    def _fields(self, table: str, key: str) -> Row:
        row = self.rows[table].get(key)
        return row if row is not None else self.absent.setdefault(table, {}).setdefault(key, {})

    def _spread(self, table: str, key: str) -> dict[str, str]:
        """The stamps of a record, one for each register."""
        stamps = self.stamps[table].get(key)
        if isinstance(stamps, dict):
            return stamps
        names = () if stamps is None else (EXISTENCE, *self._fields(table, key))
        spread = dict.fromkeys(names, stamps or "")
        self.stamps[table][key] = spread
        return spread
