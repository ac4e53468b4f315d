"""The file a backup is: a ZIP in which nothing is compressed and every name is one of a few known shapes.

What is not encrypted already is sealed here, under its own name, by the key of the site that writes.
"""

import os
import re
import struct
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from pathlib import Path

from cryptography.exceptions import InvalidTag

from platica.domain.system_errors import reason_to_read
from platica.errors import SiteError
from platica.ledger.frame import NONCE, Ciphers
from platica.phrases import phrase

KEYRING, SETTINGS, MANIFEST = "keyring.json", "settings", "manifest"
LOG = re.compile(r"(?:logs|local)/[0-9a-z]{12}-[0-9a-z]{8}\.log")
_TITLE = b"platica backup 1 "
_MOST_ENTRIES = 4000
_MOST_BYTES = 2**31 - 1
"""Of a whole file; a ZIP without extensions holds no more."""
_MOST_SMALL = 4 * 1024 * 1024
"""Of an entry that is no log."""
_END = 22
"""Bytes of the last record of a ZIP without a comment."""
_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def packed(entries: Mapping[str, bytes]) -> bytes:
    """The file with these entries. Raises SiteError when there is more than a backup holds."""
    if sum(map(len, entries.values())) > _MOST_BYTES - 2**20 or len(entries) > _MOST_ENTRIES:
        raise SiteError(phrase("The records are too many for a backup in one file."))
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _DAY_ONE)
            info.create_system, info.external_attr = 3, 0o600 << 16
            archive.writestr(info, content)
    return whole.getvalue()


@contextmanager
def opened(file: Path) -> Iterator["Entries"]:
    """The entries of a backup, read when they are asked for. Raises SiteError when it is none or damaged."""
    try:
        with file.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            _refuse_strange(stream.read(4), size, file)
            stream.seek(size - _END)
            _refuse_large(stream.read(_END), size, file)
            with zipfile.ZipFile(stream) as archive:
                yield Entries(archive, file, size)
    except FileNotFoundError as error:
        raise SiteError(phrase("There is no file {file}.", file=file)) from error
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OverflowError, struct.error) as error:
        raise damaged(file) from error
    except OSError as error:
        raise SiteError(
            phrase("{file} could not be read: {reason}.", file=file, reason=reason_to_read(error))
        ) from error


class Entries:
    """The entries of an open backup by their names."""

    def __init__(self, archive: zipfile.ZipFile, file: Path, size: int) -> None:
        self._archive = archive
        self.file = file
        found = archive.infolist()
        self.names = tuple(info.filename for info in found)
        sound = (
            len(set(self.names)) == len(found)
            and {KEYRING, SETTINGS, MANIFEST} <= set(self.names)
            and all(info.filename in (KEYRING, SETTINGS, MANIFEST) or LOG.fullmatch(info.filename) for info in found)
            and all(info.compress_type == zipfile.ZIP_STORED and info.compress_size == info.file_size for info in found)
            and all(info.flag_bits == 0 for info in found)
            and sum(info.file_size for info in found) <= size
        )
        if not sound:
            raise damaged(file)

    def read(self, name: str) -> bytes:
        """The bytes of an entry. Raises as `opened`."""
        if not LOG.fullmatch(name) and self._archive.getinfo(name).file_size > _MOST_SMALL:
            raise damaged(self.file)
        return self._archive.read(name)


def sealed(name: str, text: bytes, ciphers: Ciphers) -> bytes:
    """A text that opens only under its name."""
    title, nonce = _TITLE + ciphers.current.encode() + b"\n", os.urandom(NONCE)
    return title + nonce + ciphers.by_id[ciphers.current].encrypt(nonce, text, title + name.encode())


def key_of(secret: bytes) -> str:
    """The id of the key that sealed a text; nothing when it was not sealed here."""
    title = secret[:64].partition(b"\n")[0]
    return title.removeprefix(_TITLE).decode("ascii", "replace") if title.startswith(_TITLE) else ""


def unsealed(name: str, secret: bytes, ciphers: Ciphers) -> bytes:
    """The text. Raises ValueError when no key opens it, or it is not what was sealed under this name."""
    title, _, rest = secret.partition(b"\n")
    cipher = ciphers.by_id.get(key_of(secret))
    if cipher is None:
        raise ValueError(name)
    try:
        return cipher.decrypt(rest[:NONCE], rest[NONCE:], title + b"\n" + name.encode())
    except InvalidTag as error:
        raise ValueError(name) from error


def read_from_disk(path: Path) -> bytes:
    """The bytes of a file, asking the system not to answer from its memory. Raises OSError."""
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file.read()


def damaged(file: Path) -> SiteError:
    """What is said of a file that cannot be believed."""
    return SiteError(phrase("The backup {file} is damaged. Nothing in it was used. Take another one.", file=file))


def _refuse_strange(beginning: bytes, size: int, file: Path) -> None:
    if beginning != b"PK\x03\x04" or size < _END:
        raise SiteError(phrase("{file} is not a backup of Plática, or not a whole one.", file=file))


def _refuse_large(end: bytes, size: int, file: Path) -> None:
    """Before anything is read by what the file itself says."""
    entries, directory = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    plain = end[:4] == b"PK\x05\x06" and end[4:8] == bytes(4) and end[8:10] == end[10:12] and end[20:] == bytes(2)
    whole = int.from_bytes(end[16:20], "little") + directory + _END == size
    if not (plain and whole) or size > _MOST_BYTES or entries > _MOST_ENTRIES or directory > 100 * entries:
        raise damaged(file)
