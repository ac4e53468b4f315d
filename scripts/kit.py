"""Makes a kit: a copy of the program with its libraries beside it, for computers without a network."""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import prepare
from launcher_words import Stopped, say, tell

FILES = ("platica", "platica.cmd", "pyproject.toml", "README.md", "README.es.md", "CHANGELOG.md", "LICENSE")
FOLDERS = ("toolkit", "tui", "curricula", "locales", "printables", "requirements", "scripts", "docs")
PYTHONS = ("3.11", "3.12", "3.13")


def _linux(machine: str) -> tuple[str, ...]:
    return (f"manylinux2014_{machine}", *(f"manylinux_2_{minor}_{machine}" for minor in range(17, 35)))


SYSTEMS = {
    "linux-x86_64": _linux("x86_64"),
    "linux-aarch64": _linux("aarch64"),
    "macos-arm64": ("macosx_15_0_arm64",),
    "windows": ("win_amd64",),
}
"""The systems a kit can be made for, with the names pip knows them by: from Debian 12 and macOS 15 on."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Makes the kit; 0 when it is there, 1 with a sentence on standard error when it is not."""
    parser = argparse.ArgumentParser(prog="./platica kit", description=__doc__)
    parser.add_argument("folder", type=Path, help="where to make it: an empty or new folder, or an older kit")
    parser.add_argument("--for", dest="systems", action="append", choices=SYSTEMS, help="a system (default: this one)")
    parser.add_argument("--python", dest="pythons", action="append", choices=PYTHONS, help="a version (default: all)")
    asked = parser.parse_args(arguments)
    try:
        copy_program(asked.folder)
        for system in asked.systems or (this_system(),):
            for version in asked.pythons or PYTHONS:
                download(asked.folder / "wheels", system, version)
    except Stopped as stop:
        print(stop, file=sys.stderr)
        return 1
    tell(
        "The kit is ready. On the other computer, copy {folder} to its disk and run ./platica there.",
        folder=asked.folder,
    )
    return 0


def this_system() -> str:
    """The name of the system this runs on."""
    import platform

    machine = {"amd64": "x86_64", "arm64": "arm64"}.get(platform.machine().lower(), platform.machine())
    if sys.platform == "win32":
        return "windows"
    return f"macos-{machine}" if sys.platform == "darwin" else f"linux-{machine.replace('arm64', 'aarch64')}"


def copy_program(folder: Path) -> None:
    """Copies what the program needs to run; an older kit in the folder is replaced, anything else is left alone."""
    if folder.exists() and any(folder.iterdir()) and not (folder / "platica").is_file():
        raise Stopped(say("{folder} holds something else already. Name an empty or new folder.", folder=folder))
    tell("Copying the program to {folder}", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy2(prepare.HOME / name, folder / name)
    for name in FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(prepare.HOME / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))


def download(wheels: Path, system: str, version: str) -> None:
    """Downloads every library for one system and Python version; raises Stopped when pip could not."""
    tell("Downloading libraries for {system}, Python {version}", system=system, version=version)
    platforms = [word for name in SYSTEMS[system] for word in ("--platform", name)]
    command = [*prepare.pip(), "download", "-qq", "--disable-pip-version-check", "--require-hashes", "--no-deps"]
    command += ["--only-binary", ":all:", "--python-version", version, *platforms, "--dest", str(wheels)]
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "kit.txt")
        listed.write_text("".join(map(without_markers, ("run", "pip"))), encoding="utf-8")
        if subprocess.run([*command, "--requirement", listed], stdout=sys.stderr, check=False).returncode:
            sentence = (
                "The libraries could not be installed. What pip said stands above; most often there is no network."
            )
            raise Stopped(say(sentence))


def without_markers(what: str) -> str:
    """The requirements for every system at once: pip would judge markers by the system it runs on."""
    return re.sub(r" ;[^\\\n]*", " ", prepare.requirements(what).read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
