import csv
import stat
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders.command_line import Terminal, circle_in
from platica.domain.printing import What


def marked_in(folder: Path) -> Terminal:
    terminal = circle_in(folder, "Ana", "=Luis")
    terminal("attendance", "mark", "Circle", "1", "--present", "1", "--late", "2")
    return terminal


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_attendance_leaves_without_names(tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    ran = marked_in(tmp_path)("export", "attendance", "Circle", str(file))
    assert (ran.code, ran.out) == (0, f"6 rows are in {file}.\n")
    found = rows(file)
    assert found[0] == ["Session", "Date", "Number", "Code", "Attendance", "Way"]
    assert [row[:3] + row[4:] for row in found[1:4]] == [
        ["1", "2026-11-05", "1", "present", "in person"],
        ["1", "2026-11-05", "2", "late", "in person"],
        ["2", "2026-11-12", "1", "", ""],
    ]
    assert "Ana" not in file.read_text(encoding="utf-8-sig")


def test_names_leave_when_they_are_asked_for_and_never_as_a_formula(tmp_path: Path) -> None:
    terminal = marked_in(tmp_path)
    terminal("export", "attendance", "Circle", str(tmp_path / "out.csv"), "--names")
    terminal("export", "attendance", "Circle", str(tmp_path / "out.xlsx"), "--names")
    assert [row[4] for row in rows(tmp_path / "out.csv")[:3]] == ["Name", "Ana", "'=Luis"]
    sheet = load_workbook(tmp_path / "out.xlsx").worksheets[0]
    assert [(cell.value, cell.data_type) for cell in next(sheet.iter_cols(5, 5, 1, 3))] == [
        ("Name", "s"),
        ("Ana", "s"),
        ("=Luis", "s"),
    ]


def test_an_export_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    marked_in(tmp_path)("export", "attendance", "Circle", str(tmp_path / "out.csv"))
    assert stat.S_IMODE((tmp_path / "out.csv").stat().st_mode) == 0o600


def test_an_export_over_another_says_so(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    file = str(tmp_path / "out.csv")
    assert terminal("export", "attendance", "Circle", file).out == f"3 rows are in {file}.\n"
    ran = terminal("export", "attendance", "Circle", file)
    assert ran.out == f"3 rows are in {file}.\nIt replaced the file that was there.\n"
    assert terminal.json("export", "attendance", "Circle", file)["replaced"]


def test_a_name_the_disk_will_not_take_is_refused_by_that_name(tmp_path: Path) -> None:
    name = "x" * 300 + ".csv"
    ran = circle_in(tmp_path)("export", "attendance", "Circle", name)
    assert (ran.code, ran.err) == (1, f"{name} could not be written: its name is too long.\n")


def test_an_event_leaves_as_heads(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, form="event")
    terminal("attendance", "heads", "Circle", "1", "31")
    terminal("export", "attendance", "Circle", str(tmp_path / "out.csv"))
    assert rows(tmp_path / "out.csv") == [["Session", "Date", "People"], ["1", "2026-11-05", "31"]]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("out.ods", "the name of the file must end in .csv or .xlsx."),
        ("nowhere/out.csv", "There is no folder "),
        ("site/../site.csv/", "the name of the file must end in .csv or .xlsx."),
    ],
)
def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path, file: str, sentence: str) -> None:
    if "site.csv" in file:
        (tmp_path / "site.csv").mkdir()
        sentence = "is a folder; name a file."
    ran = marked_in(tmp_path)("export", "attendance", "Circle", f"{tmp_path}/{file}")
    assert (ran.code, ran.out) == (1, "")
    assert sentence in ran.err


def test_a_sign_in_sheet_is_made_where_it_is_wanted(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    made = terminal.json("print", "Circle", "--what", "signin", "--meeting", "1", "--output", str(tmp_path / "paper"))
    (document,) = made["documents"]
    assert (document["what"], document["pages"], made["folder"]) == ("signin", 1, str(tmp_path / "paper"))
    assert Path(document["file"]).read_bytes().startswith(b"%PDF-")
    assert "clinic_name" in made["blanks"]
    assert made["pending_reviews"] == ["clinical", "community"]


@pytest.mark.parametrize("word", ["todos", "Guía de facilitación", "hojas de asistencia", "guide", "all"])
def test_papers_may_be_named_in_the_language_of_the_person(tmp_path: Path, word: str) -> None:
    terminal = circle_in(tmp_path, "Ana", language="es")
    ran = terminal("print", "Circle", "--what", word, "--meeting", "4")
    assert (ran.code, ran.err) == (1, "Este taller no tiene la sesión 4; tiene 3.\n")


def test_local_numbers_are_told_by_their_words(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana", language="es")
    ran = terminal("print", "Circle", "--what", "guide", "--meeting", "1", "--output", str(tmp_path / "paper"))
    (told,) = [line for line in ran.out.splitlines() if "teléfono" in line.casefold()]
    assert "clinic" not in told.replace("clínica", "")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--what", "signin", "--meeting", "4"), 1, "This workshop has no session 4; it has 3."),
        (("--what", "guide", "--final"), 1, "This is not final: these reviews are pending"),
        (("--what", "guides"), 2, "--what: there is no “guides”; did you mean “guide”?"),
        (("--in", "tlh"), 2, "--in: “tlh” is not spoken here."),
        (("--paper", "a5"), 2, "--paper: there is no “a5”. There are: letter, a4."),
    ],
)
def test_an_order_that_cannot_be_printed_leaves_nothing(
    tmp_path: Path, words: tuple[str, ...], code: int, sentence: str
) -> None:
    terminal = circle_in(tmp_path, "Ana")
    ran = terminal("print", "Circle", *words, "--output", str(tmp_path / "paper"))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(sentence)
    assert not (tmp_path / "paper").exists()


@pytest.mark.full
def test_the_demonstration_leaves_a_site_to_look_at_and_touches_no_other(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path)
    made = terminal.json("demo", "--output", str(tmp_path / "demo"))
    assert {one["what"] for one in made["documents"]} == {*What}
    assert all(Path(one["file"]).read_bytes().startswith(b"%PDF-") for one in made["documents"])
    assert not (tmp_path / "site").exists()
    again = terminal("demo", "--output", str(tmp_path / "demo"))
    assert f"--site {tmp_path / 'demo' / 'site'}" in again.out
    assert len(terminal.json("workshop", "list", "--site", made["site"])) == 1


def test_signs_of_a_name_that_no_font_has_are_told(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "\U00016e40 Rosa", "Ana")
    output = ("--what", "signin", "--meeting", "1", "--output", str(tmp_path / "out"))
    ran = terminal("print", "Circle", *output)
    assert ran.code == 0
    assert "No font here has these signs of names: \U00016e40 (U+16E40)." in " ".join(ran.out.split())
    (told,) = terminal("print", "Circle", *output, "--json").json["documents"]
    assert told["left_out"] == "\U00016e40"
