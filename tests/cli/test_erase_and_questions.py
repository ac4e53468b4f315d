"""Erasing a person and keeping the question box from the command line."""

from pathlib import Path

import pytest

from builders.command_line import Terminal, circle_in

HOSTILE = "[/] <b>{name}</b> %s"


def names(terminal: Terminal) -> list[str]:
    return [one["name"] for one in terminal.json("roster", "list", "Circle", "--all")]


def test_without_yes_it_tells_what_is_kept_and_changes_nothing(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Beto")
    terminal("attendance", "mark", "Circle", "1", "--present", "2")
    ran = terminal("erase", "Circle", "2")
    assert (ran.code, ran.err) == (0, "")
    for words in ("Beto", "1 mark of attendance", "cannot be brought back", "Backups on sticks", "Nothing was changed"):
        assert words in ran.out
    assert names(terminal) == ["Ana", "Beto"]


@pytest.mark.parametrize("named", [("Circle", "2"), ("beto",), ("Beto",)])
def test_a_person_named_by_number_or_whole_name_is_erased_with_yes(tmp_path: Path, named: tuple[str, ...]) -> None:
    terminal = circle_in(tmp_path, "Ana", "Beto")
    ran = terminal("erase", *named, "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert "Beto" not in ran.out
    assert names(terminal) == ["Ana"]
    assert terminal("erase", *named, "--yes").code == 1


def test_a_person_is_named_by_the_code_on_paper(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Beto")
    (_, beto) = terminal.json("roster", "list", "Circle")
    told = terminal.json("erase", beto["code"].lower(), "--yes")
    assert told == {
        "erased": True,
        "code": beto["code"],
        "workshops": ["Circle"],
        "marks": 0,
        "sheets": 0,
        "joined": 0,
        "file": None,
    }
    assert names(terminal) == ["Ana"]


def test_of_two_people_of_one_name_nobody_is_erased_and_only_their_places_are_told(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "María López", "Ana", "Maria Lopez")
    ran = terminal("erase", "maria lopez", "--yes")
    assert ran.code == 1
    assert "number 1 of Circle, number 3 of Circle" in ran.err
    assert "López" not in ran.err
    assert len(names(terminal)) == 3


@pytest.mark.parametrize("named", [("Ana", "Beto"), ("Circle", "2", "3"), ("Circle", "x")])
def test_words_that_are_no_workshop_and_number_are_wrong_usage(tmp_path: Path, named: tuple[str, ...]) -> None:
    terminal = circle_in(tmp_path, "Ana", "Beto")
    assert terminal("erase", *named, "--yes").code == 2
    assert len(names(terminal)) == 2


def test_a_part_of_a_name_or_a_number_nobody_has_erases_nobody(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Beto")
    for named in (("Bet",), ("Circle", "9"), ("Nowhere", "1"), ("",)):
        assert terminal("erase", *named, "--yes").code == 1
    assert len(names(terminal)) == 2


def test_the_confirmation_lies_in_the_folder_beside_older_ones_and_needs_an_erasing(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, HOSTILE, "Beto")
    papers = tmp_path / "papers"
    assert terminal("erase", "Circle", "1", "--output", str(papers)).code == 2
    assert not papers.exists()
    first = terminal.json("erase", HOSTILE, "--yes", "--output", str(papers))["file"]
    second = terminal.json("erase", "Beto", "--yes", "--output", str(papers))["file"]
    assert Path(first) != Path(second)
    assert sorted(papers.iterdir()) == sorted([Path(first), Path(second)])
    assert all(file.stem.startswith("confirmation-of-erasing-2") for file in papers.iterdir())


def test_questions_are_added_listed_and_gone_once_answered(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    for text in ("Is fruit bad?", HOSTILE):
        assert terminal("questions", "add", "Circle", text).code == 0
    listed = terminal.json("questions", "list", "Circle")
    assert sorted(one["text"] for one in listed) == sorted(["Is fruit bad?", HOSTILE])
    assert set(listed[0]) == {"number", "on", "text"}
    shown = terminal("questions", "answered", "Circle", "1")
    assert (shown.code, len(terminal.json("questions", "list", "Circle"))) == (0, 2)
    assert listed[0]["text"] in shown.out
    assert terminal.json("questions", "answered", "Circle", "1", "--yes")["text"] == listed[0]["text"]
    assert [one["text"] for one in terminal.json("questions", "list", "Circle")] == [listed[1]["text"]]
    assert terminal("questions", "answered", "Circle", "2", "--yes").code == 1
    assert terminal("questions", "add", "Circle", "  ").code == 1


def test_it_is_said_in_spanish(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", language="es")
    assert "No cambió nada. Con --yes se borra." in terminal("erase", "Ana").out
    terminal("questions", "add", "Circle", "¿La fruta es mala?")
    assert "¿La fruta es mala?" in terminal("questions", "list", "Circle").out
