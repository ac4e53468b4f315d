"""Keeps other programs from writing to a site, for the moment of one step.

The system lets the lock go when a program ends, however it ends, so that none is ever stale.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import fs, sentences
from platica.phrases import Phrase, phrase

_PATIENCE = 30.0
"""Seconds to wait for another program."""
_PAUSE = 0.003

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _release(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)


class SiteLock:
    """The lock of a site, which one part of a program may take while another holds it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None
        """Of the file, which stays open so that the next taking is quick."""
        self._holding = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other programs from writing. Raises SiteError when another writes on, or nothing can be written."""
        if self._holding:
            yield
            return
        self._descriptor = descriptor = self._taken()
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            _release(descriptor)

    def refusal(self) -> Phrase | None:
        """Why nothing can be written to the site; None when the lock at least is to be had."""
        try:
            if self._descriptor is None:
                self._descriptor = fs.open_to_lock(self._file)
        except OSError as error:
            return sentences.unwritable(fs.reason(error))
        return None

    def close(self) -> None:
        """Lets the file go; taking the lock opens it again."""
        if self._descriptor is not None and not self._holding:
            descriptor, self._descriptor = self._descriptor, None
            os.close(descriptor)

    def __del__(self) -> None:
        with suppress(OSError):
            self.close()

    def _taken(self) -> int:
        descriptor, self._descriptor = self._descriptor, None
        try:
            return taken(self._file, _PATIENCE, descriptor)
        except TimeoutError as error:
            raise SiteError(phrase("Another program is writing to this site. Try again in a moment.")) from error
        except OSError as error:
            raise LedgerReadOnly(sentences.unwritable(fs.reason(error))) from error


def taken(file: Path, patience: float = _PATIENCE, descriptor: int | None = None) -> int:
    """Takes the lock of a file, made when it is missing, and gives the descriptor that holds it.

    `descriptor` is one that is open already; it is closed when it does not serve. Raises TimeoutError after `patience`
    seconds, or OSError.
    """
    until = time.monotonic() + patience
    while True:
        descriptor = fs.open_to_lock(file) if descriptor is None else descriptor
        try:
            _wait(descriptor, until)
            if os.fstat(descriptor).st_nlink:
                return descriptor
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # somebody took the file away: its lock keeps nobody out
        descriptor = None


def _wait(descriptor: int, until: float) -> None:
    while True:
        try:
            return _take(descriptor)
        except (BlockingIOError, PermissionError) as busy:
            if time.monotonic() >= until:
                raise TimeoutError from busy
            time.sleep(_PAUSE)
