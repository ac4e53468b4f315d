"""The only place bytes are written: owner-only, and on the disk before a call returns.

Every call to the system that changes anything goes through this module's `os`, so that tests can let each one fail.
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
_MAY_STAY_OPEN = os.name != "nt"
"""Windows lets no file be replaced that somebody holds open."""

Look = tuple[int, int, int]
"""Number, size and time of a file: when they are the same, it is the same."""


class TailLeft(OSError):
    """An append failed, and what it had written could not be taken back."""


class End:
    """The end of one file, kept open between one append and the next."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._number = 0

    def append(self, data: bytes, at: int, seen: Look | None) -> Look:
        """As `append_durably`; `seen` is how the file looked just now, and what comes back how it looks then."""
        if self._descriptor is not None and (seen is None or seen[0] != self._number):
            self.close()
        if self._descriptor is None:
            self._descriptor = _open_to_append(self._path)
            self._number = os.fstat(self._descriptor).st_ino
        try:
            _append(self._descriptor, data, at, self._path.parent)
            return look_of(os.fstat(self._descriptor))
        except OSError:
            self.close()
            raise
        finally:
            if not _MAY_STAY_OPEN:
                self.close()

    def close(self) -> None:
        """Lets the file go; the next append opens it again."""
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)

    def __del__(self) -> None:
        with suppress(OSError):
            self.close()


def look(path: str) -> Look | None:
    """How a file looks now; None when it cannot be looked at."""
    try:
        return look_of(os.stat(path))
    except OSError:
        return None


def look_of(found: os.stat_result) -> Look:
    """The same, of what the system told."""
    return found.st_ino, found.st_size, found.st_mtime_ns


def make_folder(path: Path) -> None:
    """Makes a folder, and those above it, that only its owner may enter."""
    if path.is_dir():
        return
    make_folder(path.parent)
    try:
        os.mkdir(path, OWNER_FOLDER)
    except FileExistsError:
        if not path.is_dir():
            raise
    _sync_folder(path.parent)


def keep_to_owner(path: Path) -> None:
    """Lets only its owner enter a folder, or read and write a file, that was there before."""
    os.chmod(path, OWNER_FOLDER if path.is_dir() else OWNER_FILE)


def append_durably(path: Path, data: bytes, at: int) -> None:
    """Adds bytes to the end of a file, which must be at byte `at`; 0 also makes the file.

    After an error the file is as it was. Raises TailLeft when it could not be put back.
    """
    descriptor = _open_to_append(path)
    try:
        _append(descriptor, data, at, path.parent)
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


def remove(path: Path) -> None:
    """Takes a file away, durably; nothing happens when it is not there."""
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    _sync_folder(path.parent)


def settle(path: Path) -> None:
    """Waits until a file or a folder that is there, and its name, are on the disk."""
    if not path.is_dir():
        descriptor = os.open(path, (os.O_RDWR if os.name == "nt" else os.O_RDONLY) | _BINARY)
        try:
            _sync(descriptor)
        finally:
            os.close(descriptor)
        path = path.parent
    _sync_folder(path)


def move(path: Path, target: Path) -> None:
    """Gives a file another name in its folder, durably; a file of that name goes."""
    os.replace(path, target)
    _sync_folder(target.parent)


def open_to_lock(path: Path) -> int:
    """A descriptor of a file that is there to be locked, made when it is missing."""
    return os.open(path, os.O_RDWR | os.O_CREAT, OWNER_FILE)


def remove_tree(folder: Path) -> None:
    """Takes a folder away with all that is in it; nothing happens when it is not there."""
    if not folder.is_dir():
        return
    for inside in folder.iterdir():
        if inside.is_dir() and not inside.is_symlink():
            remove_tree(inside)
        else:
            os.unlink(inside)
    os.rmdir(folder)
    _sync_folder(folder.parent)


def move_folder(folder: Path, target: Path) -> None:
    """Gives a folder its place, durably; the target must not be there, or be an empty folder."""
    if target.is_dir():
        os.rmdir(target)
    os.rename(folder, target)
    _sync_folder(target.parent)


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
        os.replace(beside, path)
    except OSError:
        with suppress(OSError):
            os.unlink(beside)
        raise
    if durable:
        _sync_folder(path.parent)


def _open_to_append(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY, OWNER_FILE)


def _append(descriptor: int, data: bytes, at: int, folder: Path) -> None:
    try:
        _write_all(descriptor, data)
        _sync(descriptor)
        if at == 0:
            _sync_folder(folder)
    except OSError:
        _take_back(descriptor, at)
        raise


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
