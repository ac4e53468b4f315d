"""The launcher in front of the program: what it runs, what it says, and that it is quick once all is prepared."""

import shutil
import subprocess
from pathlib import Path

import pytest

from builders.checkout import TREE, machine, prepared

SHELL_FILES = ("platica", "check", "scripts/prepare.sh", "scripts/bare-machine", "scripts/lock")


@pytest.mark.parametrize("shell", ["sh", "dash", "bash"])
@pytest.mark.parametrize("name", SHELL_FILES)
def test_shell_files_are_read_by_every_shell(shell: str, name: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not here")
    done = subprocess.run([shell, "-n", TREE / name], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_prepared_launcher_runs_the_program_with_its_arguments(tmp_path: Path) -> None:
    done = prepared(machine(tmp_path)).run("./platica", "workshop", "list", "--json")
    assert done.stdout == "ran: -P -m platica workshop list --json\n"


def test_a_prepared_launcher_starts_nothing_but_a_comparison_before_the_program(tmp_path: Path) -> None:
    one = prepared(machine(tmp_path, python=False))
    for name in ("dirname", "readlink", "cmp"):
        real = shutil.which(name)
        (one.programs / name).unlink()
        one.add_program(name, f'echo {name} >> "$HOME/started"', f'exec {real} "$@"')
    assert one.run("./platica", "--version").returncode == 0
    assert (tmp_path / "started").read_text().split() == ["dirname", "cmp"]


def test_the_launcher_works_through_a_symbolic_link_from_another_folder(tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    one = prepared(machine(tmp_path / "program"))
    (tmp_path / "link").symlink_to(one.folder / "platica")
    done = one.run(str(tmp_path / "link"), "doctor")
    assert done.stdout == "ran: -P -m platica doctor\n"


def test_the_kit_command_goes_to_the_kit_maker(tmp_path: Path) -> None:
    done = prepared(machine(tmp_path)).run("./platica", "kit", "stick", "--for", "windows")
    assert done.stdout == f"ran: {tmp_path}/scripts/kit.py stick --for windows\n"


def test_changed_requirements_are_noticed(tmp_path: Path) -> None:
    one = prepared(machine(tmp_path, python=False))
    with (tmp_path / "requirements" / "run.txt").open("a") as listed:
        listed.write("another==1.0\n")
    assert one.run("./platica", "--version").returncode == 1


def test_without_python_it_names_the_line_to_run(tmp_path: Path) -> None:
    one = machine(tmp_path, python=False)
    one.add_program("apt-get", "exit 1")
    done = one.run("./platica", "--version")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "needs Python 3.11" in done.stderr
    assert "sudo apt-get install python3" in done.stderr


def test_it_speaks_spanish_where_the_system_does(tmp_path: Path) -> None:
    done = machine(tmp_path, python=False).run("./platica", "--version", LANG="es_MX.UTF-8")
    assert "necesita Python 3.11" in done.stderr


def test_an_old_python_is_not_taken(tmp_path: Path) -> None:
    one = machine(tmp_path, python=False)
    one.add_program("python3", "exit 1")
    assert one.run("./platica", "--version").returncode == 1


def test_the_windows_launcher_has_windows_line_ends() -> None:
    content = (TREE / "platica.cmd").read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n") > 0
