"""The wheel, built and installed away from the tree, holds the program and all of its content."""

import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from platica.resources import bundled

TREE = bundled().folder
CONTENT = ("curricula", "locales", "printables")
PACKAGES = ("toolkit/platica", "tui/platica_tui")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the built wheel in it; other libraries are those of the tests."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=TREE)
    run(sys.executable, "-m", "venv", "--without-pip", str(folder / "venv"), cwd=folder)
    wheel = next(folder.glob("*.whl"))
    python = str(folder / "venv" / "bin" / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel), cwd=folder)
    (library(folder) / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def run(*command: str, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def library(folder: Path) -> Path:
    return next((folder / "venv" / "lib").glob("python*")) / "site-packages"


def files(folder: Path) -> Iterator[Path]:
    """The files of a folder, those that Python makes left out."""
    return (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files(folder)}


@pytest.mark.parametrize("name", CONTENT)
def test_all_content_travels_in_the_wheel(environment: Path, name: str) -> None:
    assert contents(library(environment) / "platica" / "_bundled" / name) == contents(TREE / name)


@pytest.mark.parametrize("name", PACKAGES)
def test_all_code_travels_in_the_wheel(environment: Path, name: str) -> None:
    installed = contents(library(environment) / Path(name).name)
    assert {path: code for path, code in installed.items() if not path.startswith("_bundled/")} == contents(TREE / name)


def test_the_installed_command_starts_and_uses_its_own_content(environment: Path) -> None:
    assert "platica" in run(str(environment / "venv" / "bin" / "platica"), "--version", cwd=environment)
    ask = "from platica.resources import bundled; print(bundled().folder)"
    told = run(str(environment / "venv" / "bin" / "python"), "-c", ask, cwd=environment)
    assert Path(told.strip()) == library(environment) / "platica" / "_bundled"


def test_the_installed_command_runs_the_demonstration_in_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    said = run(str(environment / "venv" / "bin" / "platica"), "demo", cwd=tmp_path)
    assert str(tmp_path / "platica-demo") in said
    assert len(list((tmp_path / "platica-demo").rglob("*.pdf"))) > 40
