"""Reads the lines of one log, strictly, and goes on behind a damaged one."""

import json
from binascii import a2b_base64
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO, Any

from cryptography.exceptions import InvalidTag

from platica.ledger.change import Change, decoded
from platica.ledger.frame import FORMAT, NONCE, ROOT, Ciphers, Writer, digest, header
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


@dataclass
class Reader:
    """Reads on from a position; `damage` and `torn` say what it met."""

    name: str
    writer: Writer
    ciphers: Ciphers
    at: Position
    damage: list[Damage] = field(default_factory=list)
    torn: int = 0
    """Bytes of an incomplete last line."""

    def __post_init__(self) -> None:
        self._place = self.writer.place
        self._decrypt = {name: cipher.decrypt for name, cipher in self.ciphers.by_id.items()}

    def batches(self, file: IO[bytes], size: int) -> Iterator[Batch]:
        """The changes of all whole lines from the position up to byte `size`."""
        numbers: list[int] = []
        texts: list[bytes] = []
        self.torn = 0
        at, opening, current = self.at, self.writer.opening, self.ciphers.current.encode()
        file.seek(at.length)
        for line in file:
            if line[-1:] != b"\n" or at.length + len(line) > size:
                self.torn = size - at.length
                break
            head, *blobs = line[:-1].split(b"\t")
            number, key = at.number + 1, current
            if at.previous is None or head != header(opening, number, at.previous, key, blobs):
                if b"\0" in line and at.length + len(line) == size:
                    self.torn = len(line)
                    break
                number, key = self._claimed(head, blobs)
            opened = self._opened(number, key, blobs) if number else None
            if opened is None:
                at.previous = None
            else:
                at.number, at.previous = number, digest(head)
                numbers.extend([number] * len(opened))
                texts.extend(opened)
            at.length += len(line)
            at.sum.update(line)
            if len(numbers) >= _BATCH:
                yield Batch(numbers, decoded(texts))
                numbers, texts = [], []
        if numbers:
            yield Batch(numbers, decoded(texts))

    def _opened(self, number: int, key: bytes, blobs: list[bytes]) -> list[bytes] | None:
        """The changes of a line; None when one of them does not open."""
        place, decrypt = self._place, self._decrypt[key.decode()]
        try:
            return [
                decrypt((secret := a2b_base64(blob))[:NONCE], secret[NONCE:], b"%s%d/%d" % (place, number, nth))
                for nth, blob in enumerate(blobs)
            ]
        except (InvalidTag, ValueError):
            self._damaged(phrase("a line does not open with the keys of this site"))
            return None

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
        if key.decode() not in self._decrypt:
            self._damaged(phrase("a line is locked with a key that is not in the keyring"))
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
