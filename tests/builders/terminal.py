"""A real pseudo-terminal with a program in it, as raw bytes."""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self


class Terminal:
    """Runs a command on a terminal of 80×24 cells; what it writes is kept byte for byte."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], *, columns: int = 80, rows: int = 24) -> None:
        self.output = b""
        self.processor_seconds = 0.0
        """What the program used of the processor; known once it is closed."""
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), dict(env))

    def wait_for(self, words: str, *, seconds: float = 30.0) -> float:
        """Reads until these words were written since the last `send`; gives the moment. Raises TimeoutError."""
        wanted = words.encode()
        ends = time.perf_counter() + seconds
        while wanted not in self.output:
            ready, _, _ = select.select([self._fd], [], [], max(0.0, ends - time.perf_counter()))
            if not ready:
                raise TimeoutError(f"{words!r} did not appear; the last bytes are {self.output[-300:]!r}")
            self.output += os.read(self._fd, 65536)
        return time.perf_counter()

    def send(self, keys: str) -> float:
        """Types, forgets what was written before, and gives the moment."""
        self.output = b""
        os.write(self._fd, keys.encode())
        return time.perf_counter()

    def rest(self, seconds: float = 0.2) -> None:
        """Reads until nothing is written for a while, or the program ends."""
        with contextlib.suppress(OSError):  # the program has ended
            while select.select([self._fd], [], [], seconds)[0]:
                self.output += os.read(self._fd, 65536)

    def close(self) -> None:
        """Ends the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        _, _, used = os.wait4(self._pid, 0)
        self.processor_seconds = used.ru_utime + used.ru_stime
        os.close(self._fd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
