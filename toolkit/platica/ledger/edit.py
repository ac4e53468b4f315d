"""From what a record should be to the change that makes it so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from platica.ledger.change import EXISTENCE, Change, Row
from platica.ledger.fold import State


@dataclass(frozen=True, slots=True)
class Edit:
    """What a record should be; `row` None removes it.

    `settles` names fields to be written although they are as they should be, so that one of several heads is left.
    `restores` gives for each field the stamp that stands again by an undo.
    """

    table: str
    key: str
    row: Row | None
    settles: tuple[str, ...] = ()
    restores: Mapping[str, str] = field(default_factory=dict)


def change_for(state: State, edit: Edit, stamp: str, leader: str | None) -> Change | None:
    """The change that an edit asks for, or None when the record is like that already."""
    row = state.row(edit.table, edit.key)
    change: Change = {"table": edit.table, "key": edit.key, "stamp": stamp}
    if leader is not None:
        change["leader"] = leader
    if edit.row is None:
        if row is None:
            return None
        change["exists"] = False
        touched = state.registers(edit.table, edit.key)
    elif row is None:
        change["exists"] = True
        change["set"] = dict(edit.row)
        touched = state.registers(edit.table, edit.key)
    else:
        change["set"] = {
            name: value
            for name, value in edit.row.items()
            if name not in row or name in edit.settles or not _same(row[name], value)
        }
        touched = [*change["set"], *(name for name in row if name not in edit.row)]
        if not touched:
            return None
    _refuse_nameless(change.get("set", {}))
    over = {name: list(state.heads((edit.table, edit.key, name))) for name in touched}
    over = {name: stamps for name, stamps in over.items() if stamps}
    if over:
        change["over"] = over
    was = {name: row[name] for name in touched if row is not None and name in row}
    if was:
        change["was"] = was
    if edit.restores:
        change["restores"] = dict(edit.restores)
    return change


def _same(one: Any, other: Any) -> bool:
    """Equal and of one kind: 1, 1.0 and true are three values."""
    return bool(one == other) and repr(one) == repr(other)


def _refuse_nameless(fields: Row) -> None:
    if EXISTENCE in fields:
        raise ValueError("A field needs a name.")
