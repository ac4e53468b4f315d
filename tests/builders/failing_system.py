"""The operating system, with one call that fails, or at which the program is killed."""

import errno
import os
import signal
from typing import Any

WATCHED = frozenset(
    {"open", "write", "fsync", "ftruncate", "replace", "rename", "unlink", "mkdir", "rmdir", "chmod"},
)


class FailingSystem:
    """Passes everything on to `os`, and fails the `nth` of the calls that touch the disk, from 1.

    With `stays` every later call fails too, as on a disk that is gone. A failing write leaves `part` of its bytes.
    """

    def __init__(self, nth: int, code: int = errno.EIO, *, stays: bool = False, part: float = 0.5) -> None:
        self.nth = nth
        self.calls: list[str] = []
        self._code = code
        self._stays = stays
        self._part = part

    @property
    def failed(self) -> bool:
        return len(self.calls) >= self.nth

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in WATCHED:
            return real

        def call(*arguments: Any) -> Any:
            self.calls.append(name)
            if len(self.calls) == self.nth or (self._stays and self.failed):
                if name == "write" and len(self.calls) == self.nth:
                    write_part(arguments[0], arguments[1], self._part)
                raise OSError(self._code, os.strerror(self._code))
            return real(*arguments)

        return call


class KillingSystem:
    """Passes everything on to `os`, and kills the program `before`, `in` (of a write: halfway) or `after` a call."""

    def __init__(self, nth: int, point: str) -> None:
        self._left = nth
        self._point = point

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in WATCHED:
            return real

        def call(*arguments: Any) -> Any:
            self._left -= 1
            if self._left == 0 and self._point != "after":
                if self._point == "in" and name == "write":
                    write_part(arguments[0], arguments[1], 0.5)
                os.kill(os.getpid(), signal.SIGKILL)
            given = real(*arguments)
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return given

        return call


def write_part(descriptor: int, data: Any, part: float) -> None:
    """Writes the beginning of some bytes."""
    os.write(descriptor, bytes(data)[: int(len(data) * part)])
