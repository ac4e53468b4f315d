"""The workers of a press: one for whoever prints one thing after another, a second when two are wanted at once."""

import contextlib
import os
import queue
from collections.abc import Sequence
from pathlib import Path

from platica.press.job import Answer, Job, Limits
from platica.press.origin import Origin
from platica.press.warm import WarmWorker

MOST = 2
"""A worker takes some 150 MB; a third gains little on the laptops this is for."""


class Workers:
    """Hands each job to a free worker; the one used last comes first, so that a second starts only when needed."""

    def __init__(self, folders: Sequence[Path], limits: Limits) -> None:
        self.count = min(MOST, os.cpu_count() or 1)
        self._all = [WarmWorker(folders, limits) for _ in range(self.count)]
        self._free: queue.LifoQueue[WarmWorker] = queue.LifoQueue()
        for worker in self._all:
            self._free.put(worker)

    @property
    def running(self) -> int:
        """How many processes there are now."""
        return sum(worker.running for worker in self._all)

    def start(self) -> None:
        """Starts one that is free. Raises PressMissing when the libraries are not installed."""
        worker = self._free.get()
        try:
            worker.start()
        finally:
            self._free.put(worker)

    def launch(self, wanted: int) -> None:
        """Has so many begin to start, those that are used first, without waiting for them; too many is none more."""
        if wanted <= self.count:
            for worker in self._all[-wanted:]:
                worker.launch()

    def interrupt(self) -> None:
        """Ends what is being made; whoever waits for it gets an error."""
        for worker in self._all:
            worker.interrupt()

    def make(self, job: Job, title: str, origin: Origin) -> Answer:
        """The finished part, by a worker that waits or the first to be free; raises what WarmWorker does."""
        worker = self._free.get()
        try:
            return worker.make(job, title, origin)
        finally:
            self._free.put(worker)

    def rest(self) -> None:
        """Ends the free ones but the one used last: memory is scarcer on an old laptop than half a second."""
        free: list[WarmWorker] = []
        with contextlib.suppress(queue.Empty):
            while True:
                free.append(self._free.get_nowait())
        for worker in free[1:]:
            worker.close()
        for worker in reversed(free):
            self._free.put(worker)

    def close(self) -> None:
        """Ends them all."""
        for worker in self._all:
            worker.close()
