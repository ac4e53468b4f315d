"""Running the system's own tools: in English, with a limit of time, with no shell and no terminal to ask at."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from platica.errors import PrinterError
from platica.phrases import phrase

PATIENCE = 20.0
"""Seconds a tool has to answer."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool gave back."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8", "replace")


def run(words: Sequence[str], given: bytes = b"", *, more: Mapping[str, str] | None = None) -> Answer:
    """Runs a tool to its end. Raises PrinterError when it is not there or does not answer in time."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed tools; their values are words of their own
            words,
            input=given,
            capture_output=True,
            timeout=PATIENCE,
            env={**os.environ, "LC_ALL": "C", **(more or {})},
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise PrinterError(
            phrase("The print system of this computer does not answer. Wait a moment and try again.")
        ) from error
    except OSError as error:
        raise PrinterError(
            phrase("This computer has no print system: the program “{tool}” is missing.", tool=words[0])
        ) from error
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace").strip())
