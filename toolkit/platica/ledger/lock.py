"""Keeps other programs from writing to a site, for the moment of one step.

The system lets the lock go when a program ends, however it ends, so that none is ever stale. Taking it costs a few
microseconds, against a disk write of some hundred.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import fs
from platica.phrases import phrase

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
        self._holding = False

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keeps other programs from writing. Raises SiteError when another writes on, or nothing can be written."""
        if self._holding:
            yield
            return
        with ExitStack() as stack:
            try:
                stack.enter_context(locked(self._file))
            except TimeoutError as error:
                raise SiteError(phrase("Another program is writing to this site. Try again in a moment.")) from error
            except OSError as error:
                raise LedgerReadOnly(
                    phrase("The site cannot be written to: {reason}.", reason=fs.reason(error))
                ) from error
            self._holding = True
            try:
                yield
            finally:
                self._holding = False


@contextmanager
def locked(file: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Holds the lock of a file, made when it is missing. Raises TimeoutError after `patience` seconds, or OSError."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT, fs.OWNER_FILE)
    try:
        _wait(descriptor, time.monotonic() + patience)
        try:
            yield
        finally:
            _release(descriptor)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, until: float) -> None:
    while True:
        try:
            return _take(descriptor)
        except (BlockingIOError, PermissionError) as busy:
            if time.monotonic() >= until:
                raise TimeoutError from busy
            time.sleep(_PAUSE)
