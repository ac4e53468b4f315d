from pathlib import Path

from builders.command_line import circle_in


def test_a_return_sheet_is_entered_in_one_line_and_taken_back_in_one(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Blanca", "Carlos")
    parts = ["--heads", "5", "--marks", "1 2t", "--rest-absent", "--new", "Eva", "--faces", "0 0 0 1 2"]
    parts += ["--confidence", "1=4", "--question", "Is it safe?", "--worked", "The song", "--change", "Begin on time"]
    ran = terminal("attendance", "return", "Circle", "2", *parts)
    assert ran.out.splitlines()[-1] == "5 were counted and 3 are marked as having come."
    assert terminal.json("workshop", "notes", "Circle") == [
        {"meeting": 2, "worked": "The song", "change": "Begin on time"}
    ]
    assert "The song" in terminal("workshop", "notes", "Circle").out
    assert [one["text"] for one in terminal.json("questions", "list", "Circle")] == ["Is it safe?"]
    terminal("attendance", "undo", "Circle")
    assert terminal.json("workshop", "notes", "Circle") == []
    assert "Nobody wrote anything down yet." in terminal("workshop", "notes", "Circle").out


def test_a_part_that_cannot_be_read_is_refused_in_the_persons_language(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", language="es")
    ran = terminal("attendance", "return", "Circle", "1", "--faces", "1 2")
    assert ran.code == 1
    assert "Escriba cinco números" in ran.err
    assert terminal.json("attendance", "show", "Circle")["people"][0]["marks"] == []
