"""Copies of the launcher with which tests can play, and a system of few programs to play in."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from platica.resources import bundled

TREE = bundled().folder
LAUNCHER_FILES = ("platica", "check", "requirements", "scripts")
PROGRAMS = ("sh", "dirname", "readlink", "cmp", "cat", "env")


@dataclass(frozen=True, slots=True)
class Machine:
    """A folder with the launcher in it, and a PATH that holds only what the test put there."""

    folder: Path

    @property
    def programs(self) -> Path:
        return self.folder / "bin"

    def add_program(self, name: str, *lines: str) -> None:
        """Adds a program that is a shell script of these lines."""
        script = self.programs / name
        script.write_text("\n".join(("#!/bin/sh", *lines, "")), encoding="utf-8")
        script.chmod(0o755)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a command in the folder with standard input closed."""
        variables = {"PATH": str(self.programs), "HOME": str(self.folder), **environment}
        return subprocess.run(
            command,
            cwd=self.folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def machine(folder: Path, *, python: bool = True) -> Machine:
    """A machine with a shell, this Python if wanted, and no package manager."""
    made = Machine(folder)
    for name in LAUNCHER_FILES:
        copy = shutil.copytree if (TREE / name).is_dir() else shutil.copy2
        copy(TREE / name, folder / name)
    made.programs.mkdir()
    for name in PROGRAMS:
        (made.programs / name).symlink_to(str(shutil.which(name)))
    if python:
        made.add_program("python3", f'exec "{os.path.realpath(sys.executable)}" "$@"')
    return made


def prepared(made: Machine) -> Machine:
    """The same machine as if everything had been prepared; its Python says what it is asked to run."""
    (made.folder / ".venv" / "bin").mkdir(parents=True)
    python = made.folder / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "ran: $*"\n', encoding="utf-8")
    python.chmod(0o755)
    shutil.copy2(made.folder / "requirements" / "run.txt", made.folder / ".venv" / "installed-run.txt")
    return made
