"""Preparing: what is asked of the system, when it is installed and what a person is told."""

from pathlib import Path

import pytest

import launcher_words
import prepare
import system_packages
from builders.checkout import Machine, machine


def without_pango(folder: Path) -> Machine:
    """A machine whose Python finds no Pango, with a package manager that notes what it is asked."""
    one = machine(folder)
    one.add_program("apt-get", 'echo "$*" >> "$HOME/asked"')
    with (folder / "scripts" / "system_packages.py").open("a", encoding="utf-8") as source:
        source.write('\nPDF_LIBRARIES = {"linux": ("libnothing.so.0",)}\n')
    return one


def test_missing_system_packages_are_named_and_nothing_is_installed_when_that_is_not_wanted(tmp_path: Path) -> None:
    done = without_pango(tmp_path).run("./platica", "--no-system", "--version")
    assert done.returncode == 1
    assert "apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0" in done.stderr
    assert "--without-pdf" in done.stderr
    assert not (tmp_path / "asked").exists()
    assert not (tmp_path / ".venv").exists()


def test_root_installs_at_once_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = without_pango(tmp_path)
    monkeypatch.setenv("PATH", str(one.programs))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    system_packages.install(["pango"])
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked[0].startswith("update")
    assert asked[1].startswith("install -y --no-install-recommends libpango-1.0-0")


def test_without_a_terminal_nobody_agrees_to_sudo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = without_pango(tmp_path)
    one.add_program("sudo", 'echo "sudo $*" >> "$HOME/asked"')
    monkeypatch.setenv("PATH", str(one.programs))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    system_packages.install(["pango"])
    assert not (tmp_path / "asked").exists()


def test_the_line_for_a_person_who_is_not_root_begins_with_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    lines = {manager.command: manager.line(["pango"]).split()[:3] for manager in system_packages.MANAGERS}
    assert lines == {
        "apt-get": ["sudo", "apt-get", "install"],
        "dnf": ["sudo", "dnf", "install"],
        "pacman": ["sudo", "pacman", "-S"],
        "apk": ["sudo", "apk", "add"],
        "brew": ["brew", "install", "pango"],
    }


def test_every_manager_can_bring_what_makes_pdf_files() -> None:
    assert all(manager.names(["pango"]) for manager in system_packages.MANAGERS)


def test_a_system_without_a_known_manager_is_told_what_to_look_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "pango" in system_packages.how_to_install(["pango"])[0]


def test_spanish_sentences_keep_the_values_of_the_english_ones() -> None:
    def slots(sentence: str) -> list[str]:
        return sorted(part.split("}")[0] for part in sentence.split("{")[1:])

    assert [en for en, es in launcher_words.SPANISH.items() if slots(en) != slots(es)] == []


def test_every_sentence_the_launcher_says_has_a_spanish_one() -> None:
    scripts = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in (prepare, system_packages)]
    unsaid = [sentence for sentence in launcher_words.SPANISH if not any(sentence in text for text in scripts)]
    kit = Path(prepare.__file__).with_name("kit.py").read_text(encoding="utf-8")
    assert [sentence for sentence in unsaid if sentence not in kit] == []


@pytest.mark.parametrize(
    ("variables", "spanish"),
    [
        ({"LANG": "es_MX.UTF-8"}, True),
        ({"LANG": "en_US.UTF-8"}, False),
        ({"LC_ALL": "es_US.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "C", "LANG": "es_MX.UTF-8"}, False),
        ({"LANG": ""}, False),
    ],
)
def test_the_language_is_that_of_the_terminal(
    variables: dict[str, str], spanish: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert launcher_words.speaks_spanish() is spanish


def test_a_program_that_only_an_administrator_has_on_the_path_is_not_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr("system_packages.SYSTEM_PROGRAMS", str(tmp_path))
    assert "cups" in system_packages.missing_for_checks()
    (tmp_path / "cupsd").write_text("#!/bin/sh\n")
    (tmp_path / "cupsd").chmod(0o755)
    assert "cups" not in system_packages.missing_for_checks()
