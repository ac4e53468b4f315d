"""TinyDB tables whose writes become changes, in time that does not depend on how much is stored."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.table import Document, Table

from platica.ledger.change import Row
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.ids import new_id
from platica.ledger.ledger import Plan
from platica.ledger.logs import no_collector
from platica.ledger.storage import LedgerStorage
from platica.ledger.tables import SHARED_TABLES

Fields = Mapping[str, Any] | Callable[[Row], None]
_KEY_OF = {
    "marks": ("meeting", "participant"),
    "enrolments": ("workshop", "participant"),
    "sheets": ("code",),
}
"""Tables whose keys are made of their fields, so that two devices agree."""


_FLAT = frozenset({str, int, float, bool, type(None)})


class LedgerDocument(Document):
    """A document that shares nothing changeable with the table."""

    __slots__ = ("doc_id",)

    def __init__(self, value: Mapping[str, Any], doc_id: Any) -> None:
        dict.__init__(self, value)
        self.doc_id = doc_id
        if not _FLAT.issuperset(map(type, value.values())):
            self.update(deepcopy(dict(value)))


class LedgerTable(Table):
    """A table of the ledger. Ids are record keys (text) in the shared tables, numbers in all others."""

    document_class = LedgerDocument
    _storage: LedgerStorage

    def __init__(self, storage: LedgerStorage, name: str, cache_size: int = 10, persist_empty: bool = False) -> None:
        """As in TinyDB; but a table without documents leaves no trace, whatever `persist_empty` says."""
        self._shared = name in SHARED_TABLES
        self._version = -1
        self.document_id_class = str if self._shared else int  # type: ignore[assignment]
        super().__init__(storage, name, cache_size, persist_empty)

    def insert(self, document: Mapping[str, Any]) -> Any:
        """Adds a document, durably, and gives its id. Raises ValueError when the id is taken."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[Any]:
        """Adds documents in one commit: all of them or none."""
        given = list(documents)
        keys: list[str] = []

        def plan(state: State) -> list[Edit]:
            keys.clear()
            edits = {}
            highest = state.highest.get(self.name, 0)
            for document in given:
                if not isinstance(document, Mapping):
                    raise ValueError("Document is not a Mapping")
                key = self._key(document, highest + 1)
                if key in edits or state.row(self.name, key) is not None:
                    raise ValueError(f"Document with ID {key} already exists")
                highest = highest if self._shared else max(highest, int(key))
                edits[key] = Edit(self.name, key, dict(document))
                keys.append(key)
            return list(edits.values())

        self._change(plan)
        return [self.document_id_class(key) for key in keys]

    def update(self, fields: Fields, cond: QueryLike | None = None, doc_ids: Iterable[Any] | None = None) -> list[Any]:
        """Sets fields of matching documents, or of those with these ids, in one commit."""
        return self._update([(fields, cond)], None if doc_ids is None else [str(doc_id) for doc_id in doc_ids])

    def update_multiple(self, updates: Iterable[tuple[Fields, QueryLike]]) -> list[Any]:
        """Sets fields by several conditions in one commit."""
        return self._update(list(updates), None)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[Any]:
        """Sets the fields of matching documents, or adds the document when none matches."""
        if isinstance(document, Document):
            document = LedgerDocument(document, document.doc_id)
        return super().upsert(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[Any] | None = None) -> list[Any]:
        """Removes matching documents, or those with these ids, in one commit."""
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        return self._remove(cond, None if doc_ids is None else [str(doc_id) for doc_id in doc_ids])

    def truncate(self) -> None:
        """Removes all documents in one commit."""
        self._remove(None, None)

    def search(self, cond: QueryLike) -> list[Document]:
        """All documents that match."""
        with self._fresh():
            return super().search(cond)

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """One document, or several by their ids, as in TinyDB."""
        with self._fresh():
            return super().get(*args, **kwargs)

    def all(self) -> list[Document]:
        """All documents."""
        make, named = self.document_class, self.document_id_class
        with self._fresh() as rows, no_collector():
            return [make(row, named(key)) for key, row in rows.items()]

    def __iter__(self) -> Iterator[Document]:
        """All documents, as they were when asked."""
        with self._fresh() as rows:
            items = list(rows.items())
        make, named = self.document_class, self.document_id_class
        for key, row in items:
            yield make(row, named(key))

    def __len__(self) -> int:
        with self._fresh() as rows:
            return len(rows)

    def _change(self, plan: Plan) -> None:
        self._storage.change(plan)
        self.clear_cache()

    @contextmanager
    def _fresh(self) -> Iterator[Mapping[str, Row]]:
        """The newest records, held still; remembered answers about older ones are dropped."""
        with self._storage.state() as state:
            if state.version != self._version:
                self.clear_cache()
                self._version = state.version
            yield state.table(self.name)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        """Only read, by the methods of TinyDB above; not a copy, so that one document costs what one costs."""
        with self._fresh() as rows:
            return cast(dict[str, Mapping[str, Any]], rows)

    def _update_table(self, updater: Callable[[dict[Any, Mapping[str, Any]]], None]) -> None:
        """Lets an updater have a copy of the whole table and records what it made of it."""

        def plan(state: State) -> list[Edit]:
            rows = state.table(self.name)
            copy = {self.document_id_class(key): deepcopy(row) for key, row in rows.items()}
            updater(copy)  # type: ignore[arg-type]
            wanted = {str(key): dict(row) for key, row in copy.items()}
            gone = [Edit(self.name, key, None) for key in rows if key not in wanted]
            return gone + [Edit(self.name, key, row) for key, row in wanted.items()]

        self._change(plan)

    def _update(self, updates: list[tuple[Fields, QueryLike | None]], keys: list[str] | None) -> list[Any]:
        matched: list[str] = []

        def plan(state: State) -> list[Edit]:
            matched.clear()
            rows = state.table(self.name)
            changed: dict[str, Row] = {}
            for key in rows if keys is None else [key for key in keys if key in rows]:
                for fields, cond in updates:
                    if cond is None or keys is not None or cond(changed.get(key, rows[key])):
                        changed[key] = _with(fields, changed[key] if key in changed else deepcopy(rows[key]))
                        matched.append(key)
            return [Edit(self.name, key, row) for key, row in changed.items()]

        self._change(plan)
        return [self.document_id_class(key) for key in matched]

    def _remove(self, cond: QueryLike | None, keys: list[str] | None) -> list[Any]:
        removed: list[str] = []

        def plan(state: State) -> list[Edit]:
            rows = state.table(self.name)
            wanted = list(rows) if keys is None else [key for key in dict.fromkeys(keys) if key in rows]
            removed[:] = wanted if cond is None or keys is not None else [key for key in wanted if cond(rows[key])]
            return [Edit(self.name, key, None) for key in removed]

        self._change(plan)
        return [self.document_id_class(key) for key in removed]

    def _key(self, document: Mapping[str, Any], number: int) -> str:
        if isinstance(document, Document):
            return str(document.doc_id)
        if not self._shared:
            return str(number)
        parts = [document.get(field) for field in _KEY_OF.get(self.name, ())]
        return ":".join(map(str, parts)) if parts and None not in parts else new_id()


class SiteDatabase(TinyDB):
    """A TinyDB over the ledger."""

    table_class = LedgerTable  # type: ignore[assignment]
    default_storage_class = LedgerStorage  # type: ignore[assignment]
    _storage: LedgerStorage

    def tables(self) -> set[str]:
        """The names of the tables that hold anything."""
        with self._storage.state() as state:
            return {table for table, rows in state.rows.items() if rows}


def _with(fields: Fields, row: Row) -> Row:
    if callable(fields):
        fields(row)
    else:
        row.update(fields)
    return row
