"""A line of a log: a clear header and one encrypted blob for each change, parted by tabs.

The header is JSON with nothing left to choice, so that a reader can build it again and compare every byte.
"""

from binascii import b2a_base64
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from os import urandom
from typing import Protocol

FORMAT = 1
ROOT = b"A" * 24
"""Stands for the header before the first."""
NONCE = 12
ABSENT = b"-"
"""Stands in a line where a blob was erased."""


class Cipher(Protocol):
    """AES-256-GCM under one key."""

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The data encrypted, its tag at the end."""

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes | None) -> bytes:
        """The data as it was; raises InvalidTag when it is not what was encrypted there."""


@dataclass(slots=True)
class Ciphers:
    """The keys of a site by their ids, and which of them writes."""

    current: str
    by_id: Mapping[str, Cipher]
    look: "Callable[[], Ciphers | None]" = lambda: None
    """Gives the keys again when there are others since."""

    def learned(self) -> bool:
        """Takes in keys that another program added; whether there were any."""
        fresh = self.look()
        if fresh is None:
            return False
        self.current, self.by_id = fresh.current, fresh.by_id
        return True


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes a log: a device, and an incarnation that no copy of its folder shares."""

    device: str
    incarnation: str

    @property
    def name(self) -> str:
        return f"{self.device}-{self.incarnation}"

    @property
    def opening(self) -> bytes:
        """How every header of the log begins, up to the number."""
        return f'{{"f":{FORMAT},"d":"{self.device}","i":"{self.incarnation}","n":'.encode()

    @property
    def place(self) -> bytes:
        """How the associated data of every blob begins: a blob opens nowhere but in its own place."""
        return f"{self.device}/{self.incarnation}/".encode()


def digest(data: bytes) -> bytes:
    """The first 18 bytes of the SHA-256 hash, in base64: 24 signs."""
    return b2a_base64(sha256(data).digest()[:18], newline=False)


def digests(blobs: Sequence[bytes]) -> list[bytes]:
    """The hash of each: 18 bytes make 24 signs without a rest, so that all are put into base64 at once."""
    joined = b2a_base64(b"".join([sha256(blob).digest()[:18] for blob in blobs]), newline=False)
    return [joined[start : start + 24] for start in range(0, len(joined), 24)]


def header(opening: bytes, number: int, previous: bytes, key: bytes, hashes: Iterable[bytes]) -> bytes:
    """The one header that blobs of these hashes can have in this place."""
    joined = b'","'.join(hashes)
    return b'%s%d,"p":"%s","k":"%s","b":["%s"]}' % (opening, number, previous, key, joined)


def sealed(writer: Writer, number: int, texts: Sequence[bytes], ciphers: Ciphers) -> list[bytes]:
    """The changes of a commit, each encrypted for its place."""
    cipher = ciphers.by_id[ciphers.current]
    blobs = []
    for nth, text in enumerate(texts):
        nonce = urandom(NONCE)
        secret = nonce + cipher.encrypt(nonce, text, b"%s%d/%d" % (writer.place, number, nth))
        blobs.append(b2a_base64(secret, newline=False))
    return blobs
