"""The press's side of the worker: starts it on the first job, keeps it warm, stops it when a job takes too long."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import platica
from platica.press.frames import receive, send
from platica.press.job import Answer, Job, Limits, Trouble, answer_from, job_chunks, setting_chunks
from platica.press.missing import missing_libraries
from platica.press.origin import Origin
from platica.press.refusals import refusal

NOWHERE = Origin()


class WarmWorker:
    """One worker process, started when first needed and again after it was lost."""

    def __init__(self, folders: Sequence[Path], limits: Limits) -> None:
        self._folders = tuple(folders)
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._scratch: Path | None = None
        self._turn = threading.Lock()
        self._starting = False

    def make(self, job: Job, title: str, origin: Origin = NOWHERE) -> Answer:
        """The finished part. Raises PressMissing without the libraries, PressError when the part cannot be made."""
        with self._turn:
            answer = self._ask(job)
            if answer.trouble in (Trouble.TIME, Trouble.MEMORY, Trouble.CRASH):
                self._stop()
        if answer.trouble:
            raise refusal(answer, title, origin, self._limits)
        return answer

    def launch(self) -> None:
        """Has the process begin to start, unless it runs, without waiting for it."""
        if self._turn.acquire(blocking=False):
            try:
                if not self.running:
                    self._stop()
                    self._begin()
            finally:
                self._turn.release()

    def interrupt(self) -> None:
        """Ends the process at once, whatever it is making; whoever waits for that gets an error."""
        if process := self._process:
            process.kill()
            process.wait()

    def start(self) -> None:
        """Starts the process unless it runs. Raises what `make` does."""
        with self._turn:
            self._ready()

    @property
    def running(self) -> bool:
        """Whether there is a process now."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """Ends the worker and removes its folder."""
        with self._turn:
            self._stop()

    def _ask(self, job: Job) -> Answer:
        process = self._ready()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def stop_late() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(self._limits.wall_seconds, stop_late)
        clock.start()
        try:
            send(process.stdin, *job_chunks(job))
            return answer_from(receive(process.stdout))
        except (EOFError, BrokenPipeError):
            out_of_time = process.wait() == -_CPU_SIGNAL or late.is_set()
            return Answer(trouble=Trouble.TIME if out_of_time else Trouble.MEMORY)
        finally:
            clock.cancel()

    def _ready(self) -> "subprocess.Popen[bytes]":
        if not self.running:
            self._stop()
            self._begin()
        assert self._process is not None
        if self._starting:
            self._starting = False
            self._greet(self._process)
        return self._process

    def _begin(self) -> None:
        self._scratch = Path(tempfile.mkdtemp(prefix="platica-press-"))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "platica.press.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(self._scratch),
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._starting = True
        assert self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            send(self._process.stdin, *setting_chunks(self._folders, self._limits))

    def _greet(self, process: "subprocess.Popen[bytes]") -> None:
        """Waits until the process is ready. Raises what `make` does."""
        assert process.stdout is not None
        try:
            hello = answer_from(receive(process.stdout))
        except EOFError:
            hello = Answer(trouble=Trouble.CRASH, detail=f"exit code {process.wait()}")
        if hello.trouble:
            self._stop()
            raise (
                missing_libraries(hello.detail)
                if hello.trouble is Trouble.MISSING
                else refusal(hello, "", NOWHERE, self._limits)
            )

    def _stop(self) -> None:
        self._starting = False
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe is not None:
                    pipe.close()
            self._process = None
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None


_CPU_SIGNAL = 24
"""SIGXCPU, which Windows does not name."""


def _environment(scratch: Path) -> dict[str, str]:
    """The worker's surroundings: temporary files in a folder of its own, this very package on the path."""
    package = str(Path(platica.__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))}
