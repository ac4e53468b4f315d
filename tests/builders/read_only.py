"""A folder that nothing can be written to, though the tests may run as the administrator."""

import errno
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from platica.ledger import fs

MOUNT = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


class ReadOnlySystem:
    """Passes everything on to `os`, but nothing may be made, changed or removed below a folder."""

    def __init__(self, folder: Path, code: int) -> None:
        self._folder = str(folder)
        self._code = code

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in {"open", "mkdir", "rmdir", "unlink", "replace", "rename", "chmod"}:
            return real

        def call(path: Any, *arguments: Any) -> Any:
            writes = name != "open" or arguments[0] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if writes and str(path).startswith(self._folder):
                raise OSError(self._code, os.strerror(self._code), str(path))
            return real(path, *arguments)

        return call


def write_protect(monkeypatch: pytest.MonkeyPatch, folder: Path, code: int = errno.EROFS) -> None:
    """Makes a folder read-only for this process."""
    monkeypatch.setattr(fs, "os", ReadOnlySystem(folder, code))


def run_with_read_only(folder: Path, *command: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """Runs a program while the system itself lets nobody write to a folder; skips the test where that cannot be had."""
    if not can_mount():
        pytest.skip("a folder cannot be mounted for reading only here")
    line = ["unshare", "--mount", "--map-root-user", "sh", "-c", MOUNT, str(folder), *command]
    return subprocess.run(line, capture_output=True, text=True, check=False, **options)


def run_python(folder: Path, program: str) -> subprocess.CompletedProcess[str]:
    """Runs a Python program, given the folder, with nothing to be written to it."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return run_with_read_only(folder, sys.executable, "-c", program, str(folder), env=environment)


@cache
def can_mount() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    line = ["unshare", "--mount", "--map-root-user", "true"]
    return subprocess.run(line, capture_output=True, check=False).returncode == 0
