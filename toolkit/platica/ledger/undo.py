"""Taking a commit back: a new commit that restores what it replaced."""

from collections.abc import Iterable

from platica.errors import Refused
from platica.ledger.change import EXISTENCE, Change, Row
from platica.ledger.edit import Edit
from platica.ledger.fold import Spot, State
from platica.ledger.leaning import refuse_if_leaned_on
from platica.phrases import phrase


def edits_to_undo(state: State, changes: Iterable[Change]) -> list[Edit]:
    """What takes these changes back. Raises Refused when a later change stands on one of them."""
    taken_back = list(changes)
    if any("erases" in change for change in taken_back):
        raise Refused(phrase("What was erased is gone and cannot be brought back."))
    edits = [_edit(state, change) for change in taken_back]
    refuse_if_leaned_on(state, edits)
    return edits


def _edit(state: State, change: Change) -> Edit:
    table, key = change["table"], change["key"]
    row = state.row(table, key)
    over, was = change.get("over", {}), change.get("was", {})
    exists = change.get("exists")
    written = [*change.get("set", {}), *([] if exists is None else [EXISTENCE])]
    if not all(_stands(state, (table, key, field), change["stamp"]) for field in written):
        raise _refusal()
    if exists is True and not set(row or ()) <= set(written):
        raise _refusal()
    if exists is None and (row is None or any(field in row for field in over if field not in written)):
        raise _refusal()
    if exists is False and not was:
        raise Refused(phrase("This had been taken away already, so there is nothing to bring back."))
    restored: Row | None
    if exists is None:
        restored = {name: value for name, value in (row or {}).items() if name not in written} | was
    else:
        restored = None if exists else dict(was)
    restores = {field: max(stamps) for field, stamps in over.items() if stamps}
    settles = tuple(field for field in written if restored is not None and field in restored)
    return Edit(table, key, restored, settles=settles, restores=restores)


def _stands(state: State, spot: Spot, stamp: str) -> bool:
    """Whether this write is the one head, by itself or given back by undoing what came after."""
    heads = list(state.heads(spot))
    if len(heads) != 1:
        return False
    head: str | None = heads[0]
    while head is not None and head != stamp:
        head = state.restored.get((spot, head))
    return head == stamp


def _refusal() -> Refused:
    return Refused(phrase("This cannot be undone any more, because it was changed again later."))
