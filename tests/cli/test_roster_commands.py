from pathlib import Path

from builders.command_line import Terminal, circle_in


def names(terminal: Terminal) -> list[str]:
    return [one["name"] for one in terminal.json("roster", "list", "Circle")]


def test_people_get_numbers_in_order_and_a_name_that_is_there_already_is_told(tmp_path: Path) -> None:
    ran = circle_in(tmp_path)("roster", "add", "Circle", "José  Ávila", "Ana", "jose avila", "--reads", "es,large")
    assert ran.code == 0
    assert ran.out == (
        "3 people were added.\n"
        "Number  Name        Reads  Kind of print  Note\n"
        "1       José Ávila  es     large print\n"
        "2       Ana         es     large print\n"
        "3       jose avila  es     large print\n"
    )
    assert ran.err == "“jose avila” was in the group already; now there are two. Is it the same person?\n"


def test_a_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    ran = circle_in(tmp_path)("roster", "add", "Circle", "Ana\x1b[2J\x9b31m\u202e[/]")
    assert ran.code == 0
    assert "Ana[/]" in ran.out
    assert all(char.isprintable() for char in ran.out.replace("\n", ""))


def test_wide_and_combining_letters_keep_the_columns(tmp_path: Path) -> None:
    ran = circle_in(tmp_path)("roster", "add", "Circle", "李小龍", "Ana")
    assert "1       李小龍  en\n2       Ana     en\n" in ran.out


def test_one_name_that_will_not_do_adds_nobody(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("roster", "add", "Circle", "Ana", "x" * 81)
    assert (ran.code, ran.err) == (1, "This name has 81 characters; 80 fit.\n")
    assert names(terminal) == []


def test_reading_that_cannot_be_understood_adds_nobody(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("roster", "add", "Circle", "Ana", "--reads", "larg")
    assert ran.code == 1
    assert ran.err.startswith("“larg” does not say what a person reads. Write one of en")
    assert names(terminal) == []


def test_a_list_from_a_file_is_added_whole(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    file = tmp_path / "lista.csv"
    file.write_bytes("nombre;idioma;letra\nBegoña;inglés;\nANA;;\nLuis;;grande\n".encode("cp1252"))
    done = terminal.json("roster", "import", "Circle", str(file))
    assert [(one["number"], one["name"], one["style"]) for one in done["added"]] == [
        (2, "Begoña", "normal"),
        (3, "Luis", "large"),
    ]
    assert done["already"] == ["ANA"]


def test_a_list_with_a_line_that_is_not_right_adds_nobody(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    file = tmp_path / "list.csv"
    file.write_text("name,reads\nAna,en\nLuis,klingon\n,en\n", encoding="utf-8")
    ran = terminal("roster", "import", "Circle", str(file))
    assert (ran.code, ran.out) == (1, "")
    first, second, last = ran.err.splitlines()
    assert first.startswith("list.csv:3: “klingon” does not say what a person reads.")
    assert second == "list.csv:4: A name needs at least one letter, number or sign."
    assert last == "Nobody was added. Correct these lines and import the file again."
    assert names(terminal) == []
    assert len(terminal("roster", "import", "Circle", str(file), "--json").json["problems"]) == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    ran = circle_in(tmp_path)("roster", "import", "Circle", "nobody.csv")
    assert (ran.code, ran.err) == (1, "There is no file nobody.csv.\n")


def test_a_person_is_renamed_reads_otherwise_leaves_and_comes_back(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis")
    assert terminal("roster", "rename", "Circle", "2", "Luís").out == "Number 2 is Luís.\n"
    assert terminal.json("roster", "reads", "Circle", "2", "pictures")["style"] == "pictures"
    terminal("attendance", "mark", "Circle", "1", "--late", "2")
    assert "roster bring-back" in terminal("roster", "remove", "Circle", "2").out
    assert names(terminal) == ["Ana"]
    assert "2       Luís  en     pictures       left\n" in terminal("roster", "list", "Circle", "--all").out
    assert terminal("roster", "bring-back", "Circle", "2").out == "Luís is in the group again.\n"
    assert names(terminal) == ["Ana", "Luís"]


def test_a_person_added_by_mistake_leaves_no_trace(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", "Luis")
    ran = terminal("roster", "remove", "Circle", "2")
    assert ran.out == "Luis was never marked or printed on a sheet: nothing is kept of them here.\n"
    assert [one["name"] for one in terminal.json("roster", "list", "Circle", "--all")] == ["Ana"]
    assert terminal.json("roster", "add", "Circle", "Eva")["added"][0]["number"] == 2


def test_a_number_nobody_has_is_refused(tmp_path: Path) -> None:
    ran = circle_in(tmp_path, "Ana")("roster", "remove", "Circle", "7")
    assert (ran.code, ran.err) == (1, "Number 7 is not on this roster.\n")


def test_an_event_keeps_no_names(tmp_path: Path) -> None:
    ran = circle_in(tmp_path, form="event")("roster", "add", "Circle", "Ana")
    assert (ran.code, ran.err) == (1, "Circle is an event counted by heads; it keeps no names.\n")
