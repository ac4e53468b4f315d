"""The ledger as a TinyDB storage."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from tinydb.storages import Storage

from platica.ledger.change import Row
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.ledger import Committed, Ledger, Plan
from platica.ledger.tables import SHARED_TABLES


class LedgerStorage(Storage):
    """Whole reads and writes for whoever asks for them; tables use the plans of `change` instead."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    @contextmanager
    def state(self) -> Iterator[State]:
        """The newest state, held still."""
        with self._ledger.reading() as state:
            yield state

    def change(self, plan: Plan) -> Committed:
        """Records what a plan asks for."""
        return self._ledger.commit(plan)

    def read(self) -> dict[str, dict[str, Any]]:
        """A copy of everything, by table and key."""
        with self.state() as state:
            return {table: {key: dict(row) for key, row in rows.items()} for table, rows in state.rows.items() if rows}

    def write(self, data: Mapping[str, Mapping[str, Row]]) -> None:
        """Makes everything be as given: shared tables in one commit, tables of this computer in another."""
        for shared in (True, False):
            self.change(partial(_edits_to, data, shared))


def _edits_to(data: Mapping[str, Mapping[str, Row]], shared: bool, state: State) -> list[Edit]:
    edits = []
    for table in {**state.rows, **data}:
        if (table in SHARED_TABLES) == shared:
            wanted = {str(key): dict(row) for key, row in data.get(table, {}).items()}
            gone = [key for key in state.table(table) if key not in wanted]
            edits += [Edit(table, key, None) for key in gone]
            edits += [Edit(table, key, row) for key, row in wanted.items()]
    return edits
