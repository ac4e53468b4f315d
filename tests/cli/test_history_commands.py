"""`platica history`, `platica leaders` and `--by`."""

from pathlib import Path

from builders.command_line import Terminal, circle_in


def marked(folder: Path, *, language: str = "en") -> Terminal:
    """A circle of two, the first of whom was marked twice: by nobody in particular, then by Rosa."""
    terminal = circle_in(folder, "Ana", "[/]", language=language)
    assert terminal("device", "name", "Laptop roja").code == 0
    assert terminal("leaders", "add", "Rosa Medina").code == 0
    assert terminal("attendance", "mark", "Circle", "1", "--present", "1").code == 0
    assert terminal("attendance", "mark", "Circle", "1", "--late", "1", "--by", "rosa").code == 0
    return terminal


def test_the_history_of_a_mark_tells_the_newest_first_and_who_made_it(tmp_path: Path) -> None:
    found = marked(tmp_path).json("history", "Circle", "1", "--meeting", "1")
    assert [(one["sentence"], one["leader"], one["computer"]) for one in found] == [
        ("Ana: present → late, session 1 of Circle", "Rosa Medina", "Laptop roja"),
        ("Ana: present, session 1 of Circle", "", "Laptop roja"),
    ]
    assert found[0]["at"] >= found[1]["at"]


def test_the_history_of_a_person_a_session_and_a_workshop(tmp_path: Path) -> None:
    terminal = marked(tmp_path)
    person = [one["sentence"] for one in terminal.json("history", "Circle", "2")]
    assert person[0] == "[/] joined Circle with number 2"
    (session,) = terminal.json("history", "Circle", "--meeting", "2")
    assert session["sentence"].startswith("Session 2 of Circle is on Thursday, Nov 12")
    assert len(terminal.json("history", "Circle")) == 4


def test_the_history_is_told_in_spanish_too(tmp_path: Path) -> None:
    ran = marked(tmp_path, language="es")("history", "Circle", "1", "--meeting", "1")
    head, first, _ = ran.out.splitlines()
    assert head.split() == ["Día", "Hora", "Quién", "Computadora", "Qué"]
    assert first.endswith("Ana: presente → llegó tarde, sesión 1 de Circle")
    assert "Rosa Medina  Laptop roja" in first


def test_what_was_never_marked_has_no_history_and_who_is_not_there_is_refused(tmp_path: Path) -> None:
    terminal = marked(tmp_path)
    assert terminal("history", "Circle", "2", "--meeting", "3").out == "Nothing of this is on record.\n"
    assert terminal("history", "Circle", "9").code == 1
    assert terminal("history", "Circle", "--meeting", "9").code == 1
    assert terminal("history", "Circle", "one").code == 2


def test_leaders_are_listed_added_and_renamed(tmp_path: Path) -> None:
    terminal = marked(tmp_path)
    assert terminal.json("leaders", "add", "Luis") == {"name": "Luis", "pin": False, "here": False}
    assert terminal("leaders", "rename", "Luis", "Luis Ávila").out == "The name is Luis Ávila now.\n"
    assert [one["name"] for one in terminal.json("leaders", "list")] == ["Luis Ávila", "Rosa Medina"]
    assert terminal("leaders", "add", "luis avila").err == "luis avila leads here already.\n"
    assert terminal("leaders", "forget-pin", "Rosa").out == "Rosa Medina has no PIN any more.\n"


def test_a_leader_who_is_not_there_is_refused_with_the_nearest_and_nothing_is_saved(tmp_path: Path) -> None:
    terminal = marked(tmp_path)
    ran = terminal("roster", "rename", "Circle", "1", "Anita", "--by", "Rosa Medna")
    assert (ran.code, ran.err) == (
        1,
        "Nobody who leads here is called “Rosa Medna”; did you mean “Rosa Medina”?\n",
    )
    assert [one["name"] for one in terminal.json("roster", "list", "Circle")] == ["Ana", "[/]"]
