"""The operating system, with one call that fails."""

import errno
import os
from typing import Any


class FailingSystem:
    """Passes everything on to `os`, and fails the `nth` of the calls that touch the disk, from 1.

    With `stays` every later call fails too, as on a disk that is gone. A failing write leaves `part` of its bytes.
    """

    WATCHED = ("open", "write", "fsync", "ftruncate")

    def __init__(self, nth: int, code: int = errno.EIO, *, stays: bool = False, part: float = 0.5) -> None:
        self.nth = nth
        self.calls = 0
        self._code = code
        self._stays = stays
        self._part = part

    @property
    def failed(self) -> bool:
        return self.calls >= self.nth

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in self.WATCHED:
            return real

        def call(*arguments: Any) -> Any:
            self.fail_if_due(name, arguments)
            return real(*arguments)

        return call

    def fail_if_due(self, name: str, arguments: tuple[Any, ...] = ()) -> None:
        """Counts a call, and raises OSError when it is the one."""
        self.calls += 1
        if self.calls == self.nth or (self._stays and self.failed):
            if name == "write" and self.calls == self.nth:
                data = bytes(arguments[1])
                os.write(arguments[0], data[: int(len(data) * self._part)])
            raise OSError(self._code, os.strerror(self._code))
