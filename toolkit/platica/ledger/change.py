"""A change: one immutable recorded fact, in the words it has on the disk."""

import json
from collections.abc import Iterable
from typing import Any, TypedDict, cast

Row = dict[str, Any]
"""The fields of a record: what JSON can hold."""

EXISTENCE = ""
"""The name under which `over` and `restores` speak of the record itself; no field has an empty name."""


class _Always(TypedDict):
    table: str
    key: str
    stamp: str


class Change(_Always, total=False):
    """These fields of this record became this. Only the first three words are always there.

    `set` the fields written; `exists` true when the record was inserted, false when it was removed; `over` for each
    field written, cleared or dropped the stamps replaced; `was` what the writer saw in the fields replaced; `leader`
    whose hand it was; `undoes` the commit this takes back, and `restores` for each field the stamp that stands again
    by it; `erases` the places of blobs that say nothing any more. Words of newer versions are kept.
    """

    set: Row
    exists: bool
    over: dict[str, list[str]]
    was: Row
    leader: str
    undoes: str
    restores: dict[str, str]
    erases: list[str]


_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=True)


def encoded(change: Change) -> bytes:
    """The change as UTF-8 JSON. Raises TypeError or ValueError for what JSON cannot hold."""
    return _encoder.encode(change).encode()


def decoded(texts: Iterable[bytes]) -> list[Change]:
    """Changes read back; many at once, so that they share the text of their field names."""
    return cast(list[Change], json.loads(b"[%s]" % b",".join(texts)))
