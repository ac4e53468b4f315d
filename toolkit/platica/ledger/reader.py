"""Reads the lines of one log, strictly, and goes on behind a damaged one."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO, Any

from platica.ledger.change import Change, decoded
from platica.ledger.frame import FORMAT, ROOT, Ciphers, NotBase64, Writer, digest, header, opened
from platica.phrases import Phrase, phrase

_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a log that does not check."""

    file: str
    byte: int
    sentence: Phrase


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes in the order they were written, and for each the number of its commit."""

    numbers: list[int]
    changes: list[Change]


@dataclass(slots=True)
class Position:
    """How far a log has been read: bytes, the last line's number and header hash, and a running hash of all bytes."""

    length: int = 0
    number: int = 0
    previous: bytes | None = ROOT
    """None behind damage: the next sound line starts the chain again."""
    sum: Any = field(default_factory=sha256)


@dataclass(slots=True)
class Reader:
    """Reads on from a position; `damage` and `torn` say what it met."""

    name: str
    writer: Writer
    ciphers: Ciphers
    at: Position
    damage: list[Damage] = field(default_factory=list)
    torn: int = 0
    """Bytes of an incomplete last line."""

    def batches(self, file: IO[bytes], size: int) -> Iterator[Batch]:
        """The changes of all whole lines from the position up to byte `size`."""
        batch: tuple[list[int], list[bytes]] = ([], [])
        self.torn = 0
        at, opening, take = self.at, self.writer.opening, self._taker()
        file.seek(at.length)
        for line in file:
            if line[-1:] != b"\n" or at.length + len(line) > size:
                self.torn = size - at.length
                break
            head, *blobs = line[:-1].split(b"\t")
            number = at.number + 1
            key = self.ciphers.current.encode()
            if at.previous is None or head != header(opening, number, at.previous, key, blobs):
                if b"\0" in line and at.length + len(line) == size:
                    self.torn = len(line)
                    break
                number, key = self._claimed(head, blobs)
            if number and not take(number, key.decode(), blobs, batch):
                number = 0
            if number:
                at.number = number
            at.previous = digest(head) if number else None
            at.length += len(line)
            at.sum.update(line)
            if len(batch[0]) >= _BATCH:
                yield Batch(batch[0][:], decoded(batch[1]))
                batch[0].clear()
                batch[1].clear()
        if batch[0]:
            yield Batch(batch[0], decoded(batch[1]))

    def _taker(self) -> Callable[[int, str, list[bytes], tuple[list[int], list[bytes]]], bool]:
        """Makes what decrypts the blobs of a line into a batch; all of them or none."""
        from cryptography.exceptions import InvalidTag

        place, by_id = self.writer.place, self.ciphers.by_id

        def take(number: int, key: str, blobs: list[bytes], batch: tuple[list[int], list[bytes]]) -> bool:
            try:
                cipher = by_id[key]
                texts = [opened(blob, place(number, nth), cipher) for nth, blob in enumerate(blobs)]
            except (InvalidTag, ValueError, NotBase64, KeyError):
                self._damaged(phrase("a line does not open with the keys of this site"))
                return False
            batch[0].extend([number] * len(texts))
            batch[1].extend(texts)
            return True

        return take

    def _claimed(self, head: bytes, blobs: list[bytes]) -> tuple[int, bytes]:
        """Number and key of a line that is not the one expected; number 0 when the line itself is not sound."""
        try:
            claimed = json.loads(head)
            version, number = claimed["f"], claimed["n"]
            previous, key = claimed["p"].encode(), claimed["k"].encode()
        except (ValueError, TypeError, KeyError, AttributeError):
            self._damaged(phrase("a line is not readable"))
            return 0, b""
        if version != FORMAT:
            self._damaged(phrase("a line is of a newer version of Plática"))
            return 0, b""
        if type(number) is not int or head != header(self.writer.opening, number, previous, key, blobs):
            self._damaged(phrase("a line has been altered"))
            return 0, b""
        if number <= self.at.number:
            self._damaged(phrase("a line is there twice"))
            return 0, b""
        if number > self.at.number + 1:
            self._damaged(phrase("lines are missing before line {number}", number=number))
        elif self.at.previous is not None and previous != self.at.previous:
            self._damaged(phrase("a line does not follow from the one before"))
        return number, key

    def _damaged(self, sentence: Phrase) -> None:
        self.damage.append(Damage(self.name, self.at.length, sentence))
