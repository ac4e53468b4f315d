"""The only place bytes are written: owner-only, and on the disk before a call returns.

Every function raises OSError as the system gave it; `reason` turns one into words.
"""

import os
from contextlib import suppress
from pathlib import Path

from platica.domain.system_errors import reason_to_write
from platica.phrases import Phrase

OWNER_FILE = 0o600
OWNER_FOLDER = 0o700
_BINARY = getattr(os, "O_BINARY", 0)


class TailLeft(OSError):
    """An append failed, and what it had written could not be taken back."""


def make_folder(path: Path) -> None:
    """Makes a folder, and those above it, that only its owner may enter."""
    if path.is_dir():
        return
    path.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
    _sync_folder(path.parent)


def append_durably(path: Path, data: bytes, at: int) -> None:
    """Adds bytes to the end of a file, which must be at byte `at`; 0 also makes the file.

    After an error the file is as it was. Raises TailLeft when it could not be put back.
    """
    made = at == 0
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, OWNER_FILE)
    try:
        try:
            _write_all(descriptor, data)
            _sync(descriptor)
            if made:
                _sync_folder(path.parent)
        except OSError:
            _take_back(descriptor, at)
            raise
    finally:
        os.close(descriptor)


def replace_durably(path: Path, data: bytes) -> None:
    """Writes a whole file: after a power cut it is the old one or the new one, never a part."""
    _replace(path, data, durable=True)


def replace(path: Path, data: bytes) -> None:
    """Writes a whole file that may be lost at a power cut, such as one that can be made again."""
    _replace(path, data, durable=False)


def cut(path: Path, length: int) -> None:
    """Shortens a file, durably."""
    descriptor = os.open(path, os.O_WRONLY | _BINARY)
    try:
        os.ftruncate(descriptor, length)
        _sync(descriptor)
    finally:
        os.close(descriptor)


def reason(error: OSError) -> Phrase:
    """Why the system refused, in words that end a sentence."""
    return reason_to_write(error)


def _replace(path: Path, data: bytes, *, durable: bool) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, OWNER_FILE)
        try:
            _write_all(descriptor, data)
            if durable:
                _sync(descriptor)
        finally:
            os.close(descriptor)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
    if durable:
        _sync_folder(path.parent)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _take_back(descriptor: int, length: int) -> None:
    try:
        os.ftruncate(descriptor, length)
        _sync(descriptor)
    except OSError as error:
        raise TailLeft(error.errno, error.strerror) from error


def _sync(descriptor: int) -> None:
    """`fsync` on macOS leaves bytes in the drive's own memory; F_FULLFSYNC does not."""
    if _FULL_SYNC is None:
        os.fsync(descriptor)
        return
    import fcntl

    try:
        fcntl.fcntl(descriptor, _FULL_SYNC)
    except OSError:
        os.fsync(descriptor)  # network drives do not know the stronger call


def _sync_folder(folder: Path) -> None:
    """A new name is on the disk only when its folder is; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        _sync(descriptor)
    finally:
        os.close(descriptor)


def _full_sync() -> int | None:
    try:
        import fcntl
    except ImportError:
        return None
    return getattr(fcntl, "F_FULLFSYNC", None)


_FULL_SYNC = _full_sync()
