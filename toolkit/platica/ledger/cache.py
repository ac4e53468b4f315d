"""A throw-away copy of the state, encrypted, that spares an opening most of the reading.

It names the bytes of each log it stands for, by their count and hash; when those bytes are not what they were, the logs
are read from their beginning instead.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from platica.ledger import fs
from platica.ledger.fold import State
from platica.ledger.frame import Ciphers
from platica.ledger.logs import Logs
from platica.ledger.recent import RecentSteps

_TITLE = b"platica-cache-3"
_NONCE = 12
_LEAST = 1000
"""Changes under which reading the logs is as quick."""
_ROWS = 5000
"""Records in one section, so that no section asks for much memory."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the cache holds; `stamps` are those the clock must know of, `writer` whose recent commits they are."""

    state: State
    recent: RecentSteps
    writer: str
    stamps: Sequence[str]


class Cache:
    """The cache file of a site."""

    def __init__(self, path: Path, ciphers: Ciphers) -> None:
        self._path = path
        self._ciphers = ciphers
        self.missed = 0
        """Changes the cache file does not hold."""

    def load(self, logs: Logs) -> tuple[Kept | None, bool]:
        """What was kept, with the logs set behind it; and whether the logs are shorter than they were then."""
        try:
            sections = self._sections()
            first = next(sections)
            places: dict[str, list[Any]] = first["logs"]
            if any(logs.ends_before(name, place[0], place[1]) for name, place in places.items()):
                self.forget()  # so that it is told once
                return None, True
            if not all(logs.by_name[name].resume(*place) for name, place in places.items()):
                raise ValueError(places)
            recent = RecentSteps(first["recent"])
            state = _state(first, sections)
            logs.erasures.restore(first["erased"])
            return Kept(state, recent, first["writer"], first["stamps"]), False
        except (OSError, ValueError, StopIteration):
            logs.restart()
            self.forget()
            return None, False

    def forget(self) -> None:
        """Takes the file away, and what is left of one that was not written to its end."""
        with suppress(OSError):
            for path in (self._path, *self._path.parent.glob(f".{self._path.name}.*.new")):
                fs.remove(path)

    def is_worth(self, state: State) -> bool:
        """Whether the next opening gains by a new file."""
        return self.missed >= max(_LEAST, sum(map(len, state.rows.values())) // 4)

    def save(self, kept: Kept, logs: Logs) -> None:
        """Writes the file."""
        sections = list(_rows(kept.state))
        first = {
            "sections": len(sections),
            "logs": {name: log.place() for name, log in logs.by_name.items()},
            "writer": kept.writer,
            "erased": logs.erasures.kept(),
            "recent": kept.recent.kept(),
            "stamps": kept.stamps,
            "absent": kept.state.absent,
            "forks": [[*spot, heads] for spot, heads in kept.state.forks.items()],
            "awaited": [[*spot, list(stamps)] for spot, stamps in kept.state.awaited.items()],
            "restored": [[*spot, stamp, old] for (spot, stamp), old in kept.state.restored.items()],
            "highest": kept.state.highest,
        }
        with suppress(OSError):
            fs.replace(self._path, self._sealed([json.dumps(first).encode(), *sections]))
            self.missed = 0

    def _sealed(self, sections: Sequence[bytes]) -> bytes:
        title = b"%s %s %s\n" % (_TITLE, self._ciphers.current.encode(), os.urandom(8).hex().encode())
        cipher = self._ciphers.by_id[self._ciphers.current]
        whole = bytearray(title)
        for number, section in enumerate(sections):
            nonce = os.urandom(_NONCE)
            secret = nonce + cipher.encrypt(nonce, section, b"%s%d" % (title, number))
            whole += len(secret).to_bytes(4, "big") + secret
        return bytes(whole)

    def _sections(self) -> Iterator[dict[str, Any]]:
        """The sections one after another. Raises OSError or ValueError when the file is not whole."""
        from cryptography.exceptions import InvalidTag

        with self._path.open("rb") as file:
            title = file.readline(200)
            name, _, rest = title.partition(b" ")
            cipher = self._ciphers.by_id.get(rest.partition(b" ")[0].decode("ascii", "replace"))
            if name != _TITLE or cipher is None:
                raise ValueError(title)
            number, wanted = 0, 1
            while number < wanted:
                secret = file.read(int.from_bytes(file.read(4), "big"))
                try:
                    text = cipher.decrypt(secret[:_NONCE], secret[_NONCE:], b"%s%d" % (title, number))
                except InvalidTag as error:
                    raise ValueError(number) from error
                section: dict[str, Any] = json.loads(text)
                wanted = section.get("sections", wanted - 1) + 1 if number == 0 else wanted
                number += 1
                yield section


def _rows(state: State) -> Iterator[bytes]:
    """The records, some thousands at a time, each section with the stamps in the order of its records."""
    for table, stamps in state.stamps.items():
        rows = state.rows[table]
        keys = iter([*rows, *(key for key in stamps if key not in rows)])
        while part := list(islice(keys, _ROWS)):
            section = {
                "table": table,
                "rows": {key: rows[key] for key in part if key in rows},
                "stamps": {key: stamps[key] for key in part if key not in rows},
                "stamps of rows": [stamps[key] for key in part if key in rows],
            }
            yield json.dumps(section, separators=(",", ":")).encode()


def _state(first: Mapping[str, Any], sections: Iterator[dict[str, Any]]) -> State:
    state = State()
    for section in sections:
        rows, table = section["rows"], section["table"]
        state.rows.setdefault(table, {}).update(rows)
        stamps = state.stamps.setdefault(table, {})
        stamps.update(zip(rows, section["stamps of rows"], strict=True))
        stamps.update(section["stamps"])
    state.absent = first["absent"]
    state.forks = {(table, key, field): heads for table, key, field, heads in first["forks"]}
    state.awaited = {(table, key, field): set(stamps) for table, key, field, stamps in first["awaited"]}
    state.restored = {((table, key, field), stamp): old for table, key, field, stamp, old in first["restored"]}
    state.highest = first["highest"]
    return state
