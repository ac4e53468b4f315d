"""From what a record should be to the change that makes it so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from platica.ledger.change import EXISTENCE, Change, Row
from platica.ledger.fold import State
from platica.ledger.tables import UNSIGNED


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
    if leader is not None and edit.table not in UNSIGNED:
        change["leader"] = leader
    if edit.row is not None and row is not None:
        touched = _differing(row, edit.row, edit.settles)
        change["set"] = {name: edit.row[name] for name in touched if name in edit.row}
    elif edit.row is None and row is None and not edit.settles:
        return None
    else:
        touched = state.registers(edit.table, edit.key)
        change["exists"] = edit.row is not None
        if edit.row is not None:
            change["set"] = dict(edit.row)
    if EXISTENCE in edit.settles:
        change["exists"] = edit.row is not None
        touched = list(dict.fromkeys([*touched, EXISTENCE]))
    if not touched and "exists" not in change:
        return None
    _refuse_nameless(change.get("set", {}))
    over = {name: stamps for name in touched if (stamps := list(state.heads((edit.table, edit.key, name))))}
    was = {name: row[name] for name in touched if row is not None and name in row}
    if over:
        change["over"] = over
    if was:
        change["was"] = was
    if edit.restores:
        change["restores"] = dict(edit.restores)
    return change


def _differing(row: Row, wanted: Row, settles: tuple[str, ...]) -> list[str]:
    """The fields to write, and after them those to drop."""
    written = [
        name for name, value in wanted.items() if name not in row or name in settles or not _same(row[name], value)
    ]
    return written + [name for name in row if name not in wanted]


def _same(one: Any, other: Any) -> bool:
    """Equal and of one kind: 1, 1.0 and true are three values."""
    return bool(one == other) and repr(one) == repr(other)


def _refuse_nameless(fields: Row) -> None:
    if EXISTENCE in fields:
        raise ValueError("A field needs a name.")
