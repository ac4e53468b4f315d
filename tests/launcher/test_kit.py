"""The kit: a copy of the program that prepares itself without a network."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import kit
import prepare
from builders.checkout import TREE
from launcher_words import Stopped


def test_a_kit_holds_the_program_but_nothing_that_only_developers_need(tmp_path: Path) -> None:
    kit.copy_program(tmp_path / "kit")
    names = {path.name for path in (tmp_path / "kit").iterdir()}
    assert names == {*kit.FILES, *kit.FOLDERS}
    assert os.access(tmp_path / "kit" / "platica", os.X_OK)
    assert list((tmp_path / "kit").rglob("__pycache__")) == []


def test_a_kit_is_made_anew_over_an_older_one_and_keeps_its_libraries(tmp_path: Path) -> None:
    kit.copy_program(tmp_path)
    (tmp_path / "toolkit" / "left-over.py").touch()
    (tmp_path / "wheels").mkdir()
    kit.copy_program(tmp_path)
    assert not (tmp_path / "toolkit" / "left-over.py").exists()
    assert (tmp_path / "wheels").is_dir()


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(Stopped, match="holds something else"):
        kit.copy_program(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["photos"]


def test_the_list_for_another_system_has_every_pin_and_no_condition() -> None:
    listed = kit.without_markers("run")
    pinned = prepare.requirements("run").read_text(encoding="utf-8")
    assert ";" not in listed
    assert re.findall(r"(?m)^\S+==\S+", listed) == re.findall(r"(?m)^\S+==\S+", pinned)
    assert listed.count("--hash=") == pinned.count("--hash=")
    assert [line for line in listed.splitlines() if not re.fullmatch(r"(\S+==\S+|    --hash=\S+) *\\?", line)] == []


def test_this_system_is_one_that_kits_are_made_for() -> None:
    assert kit.this_system() in kit.SYSTEMS


def test_libraries_come_from_the_kit_alone_when_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepare, "HOME", tmp_path)
    assert prepare.from_wheels("run") == []
    (tmp_path / "wheels").mkdir()
    assert prepare.from_wheels("run") == ["--find-links", str(tmp_path / "wheels"), "--no-index"]
    assert "--no-index" not in prepare.from_wheels("check")


def test_a_prepared_folder_still_works_after_it_was_moved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tmp_path / "before"
    (before / "toolkit" / "platica").mkdir(parents=True)
    (before / "toolkit" / "platica" / "__init__.py").write_text("found = True\n", encoding="utf-8")
    (before / "tui").mkdir()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", before / ".venv"], check=True)
    monkeypatch.setattr(prepare, "HOME", before)
    prepare.link_packages()
    after = before.rename(tmp_path / "after")
    subprocess.run([after / ".venv" / "bin" / "python", "-c", "import platica; assert platica.found"], check=True)


def test_an_unfinished_preparation_is_not_taken_for_a_finished_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "HOME", tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.txt").write_text("one==1\n", encoding="utf-8")
    assert not prepare.is_prepared("run")
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "installed-run.txt").write_text("one==1\n", encoding="utf-8")
    assert not prepare.is_prepared("run")


def test_the_files_of_a_kit_are_all_there() -> None:
    assert [name for name in (*kit.FILES, *kit.FOLDERS) if not (TREE / name).exists()] == []
