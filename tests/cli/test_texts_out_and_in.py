"""Texts go to translators in a spreadsheet and come back whole; readers sign what they have read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builders.command_line import Terminal
from builders.packs import OWN, author_in, tree

COLUMNS = ("domain", "language", "place", "context", "source", "translation", "state", "comment")
Rows = list[list[str | int | None]]


def exported(terminal: Terminal, name: str = "texts.xlsx") -> Path:
    file = terminal.folder / name
    assert terminal("translate", "export", str(file), "--in", "es", "--only", "water-circle").code == 0
    return file


def edited(file: Path, change: Callable[[Rows], None]) -> Path:
    """The sheet after somebody worked on it; rows include the headings."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    rows: Rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    change(rows)
    sheet.delete_rows(1, sheet.max_row)
    for row in rows:
        sheet.append(row)
    book.save(file)
    return file


def row_of(rows: Rows, source: str) -> list[str | int | None]:
    return next(row for row in rows if row[4] == source)


def writing(source: str, translation: str | int, comment: str = "") -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        row_of(rows, source)[5] = translation
        row_of(rows, source)[7] = comment

    return change


def content_of(terminal: Terminal) -> Path:
    return terminal.folder / "site" / "content"


def test_a_sheet_holds_every_text_with_its_state(tmp_path: Path) -> None:
    rows = list(load_workbook(exported(author_in(tmp_path))).worksheets[0].iter_rows(values_only=True))
    assert rows[0] == COLUMNS
    by_source = {row[4]: row for row in rows[1:]}
    assert by_source["Clean Water"][5:7] == ("Agua limpia", "translated")
    assert by_source["Boil it first."][5:7] == (None, "missing")


def test_a_sheet_that_nobody_changed_changes_nothing(tmp_path: Path) -> None:
    terminal = author_in(tmp_path)
    before = tree(content_of(terminal))
    assert terminal.json("translate", "import", str(exported(terminal)))["files"] == []
    assert tree(content_of(terminal)) == before


def test_translations_and_comments_come_in_and_no_comment_is_lost(tmp_path: Path) -> None:
    terminal = author_in(tmp_path)
    file = edited(exported(terminal), writing("Boil it first.", "Hiérvala primero.", "Asked my aunt"))
    taken = terminal.json("translate", "import", str(file))
    assert (taken["texts"], taken["comments"]) == (1, 1)
    again = edited(exported(terminal, "again.xlsx"), writing("Boil it first.", "Primero hiérvala."))
    assert terminal("translate", "import", str(again)).code == 0
    rows = list(load_workbook(exported(terminal, "third.xlsx")).worksheets[0].iter_rows(values_only=True))
    assert next(row[5:] for row in rows if row[4] == "Boil it first.") == (
        "Primero hiérvala.",
        "translated",
        "Asked my aunt",
    )
    assert "Not there any more" in (content_of(terminal) / "locales/es/LC_MESSAGES/water-circle.po").read_text("utf-8")


def _other_domain(rows: Rows) -> None:
    rows[1][0] = "elsewhere"


def _other_source(rows: Rows) -> None:
    rows[1][4] = "Dirty Water"


def _twice(rows: Rows) -> None:
    rows.append(list(rows[1]))


def _no_heading(rows: Rows) -> None:
    rows[0][5] = "traducción"


BOIL = "Let it boil for 1 minute, at least 3 times a day."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_other_domain, "row 2, column “domain”: there is no curriculum “elsewhere”."),
        (_other_source, "row 2, column “source”: this text is not in the content any more."),
        (_twice, "column “source”: this text stands in the file twice."),
        (_no_heading, "row 1, column “translation”: there is no column with this heading."),
        (writing(BOIL, "Hierva 1 minuto, al menos 4 veces al día."), "column “translation”: "),
        (writing("Boil it first.", "=1+1"), "column “translation”: a formula or an error stands here"),
    ],
)
def test_one_bad_row_keeps_the_whole_sheet_out(tmp_path: Path, change: Callable[[Rows], None], sentence: str) -> None:
    terminal = author_in(tmp_path)
    before = tree(content_of(terminal))
    file = edited(exported(terminal), writing("Fill the pot.", "Llene la olla."))
    ran = terminal("translate", "import", str(edited(file, change)))
    assert ran.code == 1
    assert sentence in ran.err
    assert "Nothing was taken from the file." in ran.err
    assert tree(content_of(terminal)) == before


def test_what_is_no_sheet_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "texts.xlsx"
    file.write_bytes(b"PK\x03\x04 not really")
    ran = author_in(tmp_path)("translate", "import", str(file))
    assert ran.code == 1
    assert "is no XLSX sheet" in ran.err


def test_a_preview_says_of_each_text_how_sound_it_is(tmp_path: Path) -> None:
    terminal = author_in(tmp_path)
    ran = terminal("translate", "preview", "water-circle", "shared/well-map", "--in", "es")
    assert ran.out == "== shared/well-map ==\nMapa de los pozos\n[not translated] Draw your wells.\n"
    missing = terminal("translate", "preview", "water-circle", "nothing", "--in", "es")
    assert "There are: first, card," in missing.err


def test_a_reader_signs_the_texts_of_some_numbers(tmp_path: Path) -> None:
    terminal = author_in(tmp_path)
    texts = terminal.json("translate", "extract", "water-circle")
    assert [texts[0][key] for key in ("number", "kind", "source")] == [1, "title", "Clean Water"]
    sign = ("review", "sign", "water-circle", "--name", "Ana Beltrán")
    one = terminal.json(*sign, "--role", "language", "--in", "es", "--only", "1")
    assert (one["texts"], one["new"], one["waiting"]) == (1, 1, len(texts) - 1)
    assert terminal.json(*sign, "--role", "language", "--in", "es", "--only", "1")["new"] == 0
    untranslated = terminal(*sign, "--role", "language", "--in", "es", "--only", "1-3")
    assert untranslated.code == 1
    assert "cannot be signed yet" in untranslated.err
    assert terminal.json(*sign, "--role", "clinical")["waiting"] == 0
    assert terminal.json(*sign, "--role", "community")["new"] == 1


@pytest.mark.parametrize("only", ["0", "x", "1-99999", "²", "-"])
def test_a_number_of_no_text_signs_nothing(tmp_path: Path, only: str) -> None:
    terminal = author_in(tmp_path)
    before = tree(content_of(terminal))
    ran = terminal("review", "sign", "water-circle", "--role", "clinical", "--name", "Ana", "--only", only)
    assert ran.code == 1
    assert tree(content_of(terminal)) == before


def test_an_edit_voids_a_signature(tmp_path: Path) -> None:
    terminal = author_in(tmp_path)
    sign = ("review", "sign", "water-circle", "--role", "clinical", "--name", "Ana")
    terminal(*sign)
    card = content_of(terminal) / "curricula" / "water-circle" / "handouts" / "card.md"
    card.write_text(OWN["curricula/water-circle/handouts/card.md"].replace("Boil it first.", "Boil it."), "utf-8")
    assert terminal.json(*sign, "--only", "1")["waiting"] == 1
