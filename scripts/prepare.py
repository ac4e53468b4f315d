"""Makes `.venv` beside the program and installs into it; run by the system's Python, standard library only.

Nothing outside the folder is written but system packages, and those only as root or after asking.
"""

import argparse
import filecmp
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import system_packages
from launcher_words import Stopped, say, tell

HOME = Path(__file__).resolve().parent.parent
PACKAGES = ("toolkit", "tui")


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepares what was asked for; 0 when it is there, 1 with a sentence on standard error when it is not."""
    parser = argparse.ArgumentParser(prog="prepare.py")
    parser.add_argument("what", choices=("run", "check"))
    parser.add_argument("--no-system", action="store_true")
    parser.add_argument("--without-pdf", action="store_true")
    asked = parser.parse_args(arguments)
    try:
        with only_one():
            if not is_prepared(asked.what):
                tell("Preparing Plática in this folder. This is done once and takes a few minutes.")
                prepare_system(asked.what, may_install=not asked.no_system, with_pdf=not asked.without_pdf)
                prepare_folder(asked.what)
                tell("Ready.")
    except Stopped as stop:
        print(stop, file=sys.stderr)
        return 1
    except OSError as error:
        sentence = "{file} cannot be written: {reason}. Copy the folder to a disk of your own and repeat."
        tell(sentence, file=error.filename or HOME, reason=error.strerror)
        return 1
    return 0


@contextmanager
def only_one() -> Iterator[None]:
    """Lets two first calls at the same time wait for each other."""
    with (HOME / "requirements" / "run.txt").open() as held:
        if os.name == "posix":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def is_prepared(what: str) -> bool:
    """Whether the environment works and was made from the requirements as they are now."""
    copy = HOME / ".venv" / f"installed-{what}.txt"
    return copy.exists() and filecmp.cmp(requirements(what), copy, shallow=False) and works(venv_python())


def prepare_system(what: str, *, may_install: bool, with_pdf: bool) -> None:
    """Brings system packages where that is allowed; raises Stopped when something is still missing."""
    if (needs := missing(with_pdf=with_pdf)) and may_install:
        system_packages.install(needs)
        needs = missing(with_pdf=with_pdf)
    if needs:
        way_out = [say("To go on without PDF files: ./platica --without-pdf")] if "pango" in needs else []
        raise Stopped(*system_packages.how_to_install(needs), *way_out)
    if what == "check" and (extras := system_packages.missing_for_checks()):
        if may_install:
            system_packages.install(extras)
            extras = system_packages.missing_for_checks()
        if extras:
            tell("Some checks will be skipped. This line installs what they need:")
            print(*system_packages.how_to_install(extras)[1:], sep="\n", file=sys.stderr)


def missing(*, with_pdf: bool) -> tuple[str, ...]:
    """What cannot be done without: pip in an environment, and the libraries that make PDF files."""
    needs = []
    if system_packages.venv_is_missing() and not works(venv_python()) and not other_pip():
        needs.append("venv")
    if with_pdf and system_packages.pango_is_missing():
        needs.append("pango")
    return tuple(needs)


def prepare_folder(what: str) -> None:
    """Makes the environment, installs the libraries, makes the program itself importable, and notes it."""
    if not works(venv_python()):
        make_venv()
    install_libraries(what)
    link_packages()
    if what == "check":
        bring_tests_of_tinydb()
    for name in {what, "run"}:
        shutil.copyfile(requirements(name), HOME / ".venv" / f"installed-{name}.txt")


def bring_tests_of_tinydb() -> None:
    """Fetches what `./check` needs to hold the records to TinyDB's own tests; without it, it says they were not run."""
    script = "import sys; sys.path.insert(0, sys.argv[1]); import tinydb_suite as suite; suite.fetched(suite.FOLDER)"
    subprocess.run([venv_python(), "-c", script, str(HOME / "scripts")], stdout=sys.stderr, check=False)


def make_venv() -> None:
    """Makes `.venv`, with pip in it where this Python can."""
    tell("Making the Python environment in .venv")
    folder = HOME / ".venv"
    if folder.exists():
        shutil.rmtree(folder)
    without_pip = ["--without-pip"] if system_packages.venv_is_missing() else []
    if subprocess.run(
        [lasting_python(), "-m", "venv", *without_pip, folder], stdout=sys.stderr, check=False
    ).returncode:
        raise Stopped(say("The Python environment could not be made in {folder}.", folder=folder))


def lasting_python() -> Path:
    """This Python under a name with its version, so that an upgraded system does not change the environment's."""
    named = Path(sys.executable).with_name(f"python{sys.version_info.major}.{sys.version_info.minor}")
    return named if named.exists() else Path(sys.executable)


def install_libraries(what: str) -> None:
    """Installs the pinned libraries, from `wheels/` where there is such a folder, otherwise as pip is configured."""
    listed = requirements(what)
    lines = listed.read_text(encoding="utf-8").splitlines()
    tell("Installing {count} libraries", count=sum("==" in line.partition(" ")[0] for line in lines))
    command = [*pip(), "install", "-qq", "--no-user", "--disable-pip-version-check", "--no-warn-script-location"]
    command += ["--require-hashes", "--requirement", str(listed), *from_wheels(what)]
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        raise Stopped(
            say("The libraries could not be installed. What pip said stands above; most often there is no network."),
            say("On a computer with a network, ./platica kit FOLDER makes a copy that needs none."),
        )


def from_wheels(what: str) -> list[str]:
    """The options that make pip take libraries from `wheels/`; a kit holds those to run, not those of the checks."""
    if not wheels().is_dir():
        return []
    return ["--find-links", str(wheels()), *(["--no-index"] if what == "run" else [])]


def pip() -> list[str]:
    """The command that is pip for the environment."""
    if works(venv_python(), "-m", "pip", "--version"):
        return [str(venv_python()), "-m", "pip"]
    return other_pip()


def other_pip() -> list[str]:
    """A pip from outside the environment that can install into it; empty where there is none."""
    if carried := sorted(wheels().glob("pip-*.whl")):
        return [str(venv_python()), str(carried[-1] / "pip")]
    if importlib.util.find_spec("pip"):
        return [sys.executable, "-m", "pip", "--python", str(venv_python())]
    return []


def link_packages() -> None:
    """Makes the program importable in the environment, by paths relative to it so that the folder can move."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([venv_python(), "-c", ask], capture_output=True, encoding="utf-8", check=True)
    library = Path(answer.stdout.strip())
    lines = (os.path.relpath(HOME / package, library) + "\n" for package in PACKAGES)
    (library / "platica.pth").write_text("".join(lines), encoding="utf-8")


def works(python: Path, *arguments: str) -> bool:
    """Whether this Python starts, and can do that."""
    asked = arguments or ("-c", "import encodings")
    return python.exists() and subprocess.run([python, *asked], capture_output=True, check=False).returncode == 0


def venv_python() -> Path:
    return HOME / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def requirements(what: str) -> Path:
    return HOME / "requirements" / f"{what}.txt"


def wheels() -> Path:
    return HOME / "wheels"


if __name__ == "__main__":
    sys.exit(main())
