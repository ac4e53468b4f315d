"""Reads the lines of one log, strictly, and goes on behind a damaged one."""

import json
from binascii import a2b_base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import IO, Any

from cryptography.exceptions import InvalidTag

from platica.ledger.change import Change, decoded
from platica.ledger.frame import ABSENT, FORMAT, NONCE, ROOT, Ciphers, Writer, digest, digests, header
from platica.phrases import Phrase, phrase

_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Damage:
    """A place in a log that does not check."""

    file: str
    byte: int
    sentence: Phrase
    newer: bool = False
    """Whether it may be sound, of a version that is not known yet."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes in the order they were written, and for each the number of its commit and its place in that."""

    numbers: list[int]
    nths: list[int]
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
    """Reads on from a position; the lists and signs below say what it met."""

    name: str
    writer: Writer
    ciphers: Ciphers
    at: Position
    erased: Mapping[int, set[int]] = field(default_factory=dict)
    """Blobs that say nothing any more, by the numbers of their lines."""
    waits: bool = False
    """Whether a line under a key not known here is left for later, with all behind it, rather than taken for damage."""
    damage: list[Damage] = field(default_factory=list)
    torn: int = 0
    """Bytes of an incomplete last line."""
    locked: bool = False
    """Whether the last reading ended before a line under a key not known here."""
    absent: dict[tuple[int, int], int] = field(default_factory=dict)
    """Blobs that are not there, by line and place, and the first byte of the line."""
    left: bool = False
    """Whether an erased blob still stands in the file."""

    def __post_init__(self) -> None:
        self._place = self.writer.place
        self._prepared()

    def batches(self, file: IO[bytes], size: int) -> Iterator[Batch]:
        """The changes of all whole lines from the position up to byte `size`."""
        batch, texts = Batch([], [], []), list[bytes]()
        self.torn, self.locked = 0, False
        self._prepared()
        at, opening, expected = self.at, self.writer.opening, self.ciphers.current.encode()
        file.seek(at.length)
        for line in file:
            if line[-1:] != b"\n" or at.length + len(line) > size:
                self.torn = size - at.length
                break
            head, *blobs = line[:-1].split(b"\t")
            number, key = at.number + 1, expected
            if at.previous is None or head != header(opening, number, at.previous, key, digests(blobs)):
                if b"\0" in line and at.length + len(line) == size:
                    self.torn = len(line)
                    break
                number, key = self._claimed(head, blobs)
                if self.locked and self._goes_on(head, file, at.length + len(line)):
                    break
            opened = self._opened(number, key, blobs) if number else None
            if opened is None:
                at.previous = None
            else:
                at.number, at.previous, expected = number, digest(head), key
                nths, telling = opened
                batch.numbers.extend([number] * len(telling))
                batch.nths.extend(nths)
                texts.extend(telling)
            at.length += len(line)
            at.sum.update(line)
            if len(texts) >= _BATCH:
                batch.changes.extend(decoded(texts))
                yield batch
                batch, texts = Batch([], [], []), []
        if texts:
            batch.changes.extend(decoded(texts))
            yield batch

    def _goes_on(self, head: bytes, file: IO[bytes], behind: int) -> bool:
        """Whether the next line follows from one under a key not known, which so was not merely altered."""
        file.seek(behind)
        following = file.readline()
        file.seek(behind)
        self.locked = following[-1:] != b"\n" or b'"p":"%s"' % digest(head) in following.partition(b"\t")[0]
        if not self.locked:
            self._damaged(phrase("a line has been altered"))
        return self.locked

    def _opened(self, number: int, key: bytes, blobs: list[bytes]) -> tuple[Iterable[int], Sequence[bytes]] | None:
        """The changes of a line that are not erased, after their places; None when one of them does not open."""
        place, decrypt = b"%s%d/" % (self._place, number), self._decrypt[key.decode()]
        try:
            if number not in self.erased and ABSENT not in blobs:
                return range(len(blobs)), [
                    decrypt((secret := a2b_base64(blob))[:NONCE], secret[NONCE:], b"%s%d" % (place, nth))
                    for nth, blob in enumerate(blobs)
                ]
            telling = self._telling(number, blobs)
            return telling, [
                decrypt((secret := a2b_base64(blobs[nth]))[:NONCE], secret[NONCE:], b"%s%d" % (place, nth))
                for nth in telling
            ]
        except (InvalidTag, ValueError):
            self._damaged(phrase("a line does not open with the keys of this site"))
            return None

    def _telling(self, number: int, blobs: list[bytes]) -> list[int]:
        """The places of the blobs of a line that are there and not erased."""
        gone = self.erased.get(number, ())
        self.absent.update({(number, nth): self.at.length for nth, blob in enumerate(blobs) if blob == ABSENT})
        there = [nth for nth, blob in enumerate(blobs) if blob != ABSENT]
        telling = [nth for nth in there if nth not in gone]
        self.left = self.left or len(telling) < len(there)
        return telling

    def _claimed(self, head: bytes, blobs: list[bytes]) -> tuple[int, bytes]:
        """Number and key of a line that is not the one expected; number 0 when the line itself is not sound."""
        try:
            claimed = json.loads(head)
            version, number = claimed["f"], claimed["n"]
            previous, key = claimed["p"].encode(), claimed["k"].encode()
            hashes = [one.encode() for one in claimed["b"]]
        except (ValueError, TypeError, KeyError, AttributeError):
            self._damaged(phrase("a line is not readable"))
            return 0, b""
        if version != FORMAT:
            self._damaged(phrase("a line is of a newer version of Plática"), newer=True)
            return 0, b""
        return self._checked(head, blobs, number, previous, key, hashes)

    def _checked(
        self, head: bytes, blobs: list[bytes], number: object, previous: bytes, key: bytes, hashes: list[bytes]
    ) -> tuple[int, bytes]:
        known = key.decode() in self._decrypt or (self.ciphers.learned() and key.decode() in self._prepared())
        if not known and not self.waits:
            self._damaged(phrase("a line is locked with a key that is not in the keyring"))
            return 0, b""
        if type(number) is not int or head != header(
            self.writer.opening, number, previous, key, _hashes(blobs, hashes)
        ):
            self._damaged(phrase("a line has been altered"))
            return 0, b""
        if number <= self.at.number:
            self._damaged(phrase("a line is there twice"))
            return 0, b""
        if not known:
            self.locked = True
            return 0, b""
        if number > self.at.number + 1:
            self._damaged(phrase("lines are missing before line {number}", number=number))
        elif self.at.previous is not None and previous != self.at.previous:
            self._damaged(phrase("a line does not follow from the one before"))
        return number, key

    def _prepared(self) -> Mapping[str, Callable[[bytes, bytes, bytes | None], bytes]]:
        self._decrypt = {name: cipher.decrypt for name, cipher in self.ciphers.by_id.items()}
        return self._decrypt

    def _damaged(self, sentence: Phrase, *, newer: bool = False) -> None:
        self.damage.append(Damage(self.name, self.at.length, sentence, newer))


def _hashes(blobs: list[bytes], claimed: list[bytes]) -> Iterator[bytes]:
    """The hashes of the blobs that are there, and for the others those the header keeps."""
    kept = iter(claimed)
    for blob in blobs:
        one = next(kept, b"")
        yield one if blob == ABSENT and len(one) == 24 else digest(blob)
