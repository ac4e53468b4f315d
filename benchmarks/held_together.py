"""The memory that a program and its children hold together, watched while they work."""

import threading
from pathlib import Path
from types import TracebackType
from typing import Self


class HeldTogether:
    """Looks every tenth of a second what all processes hold at that moment; a page they share counts once."""

    def __init__(self) -> None:
        self.most = 0.0
        """Megabytes at most; 0 where the system does not say."""
        self.each: list[float] = []
        """What every process held at that moment, the program first."""
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._over.wait(0.1):
            held = [share("self"), *(share(child) for child in children())]
            if sum(held) > self.most:
                self.most, self.each = sum(held), held


def share(process: str) -> float:
    """Megabytes of a process, its part of what it shares with others; 0 when it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def children() -> list[str]:
    """The processes that this one started and that run still."""
    found = [task.read_text().split() for task in Path("/proc/self/task").glob("*/children")]
    return [child for some in found for child in some]
