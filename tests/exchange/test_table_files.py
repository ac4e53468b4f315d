import re
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.tables import a_day, column, csv_rows, through_csv, through_xlsx
from platica.errors import Refused
from platica.exchange.formula_guard import unguarded
from platica.exchange.table import Table, csv_bytes, writer_for, xlsx_bytes

ANY_TEXT = some.text(some.characters(exclude_categories=["Cs"]))
XML_TEXT = some.text(some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1)


@given(some.lists(ANY_TEXT))
def test_texts_come_back_from_csv(texts: list[str]) -> None:
    assert [unguarded(cell) for cell in through_csv(*texts)] == texts


@given(some.lists(XML_TEXT, min_size=1, max_size=5))
def test_texts_come_back_from_xlsx(texts: list[str]) -> None:
    assert through_xlsx(*texts) == [(text, "s") for text in texts]


def test_numbers_and_dates_are_numbers_and_dates_in_xlsx() -> None:
    (number, kind), (nothing, _), (day, day_kind) = through_xlsx(12, None, a_day())
    assert (number, kind, day_kind, nothing) == (12, "n", "d", None)
    assert str(day) == "2026-12-03 00:00:00"


def test_dates_are_iso_dates_and_nothing_is_an_empty_cell_in_csv() -> None:
    assert csv_rows(csv_bytes(Table("T", ("a", "b", "c"), ((1, a_day(), None),))))[1] == ["1", "2026-12-03", ""]


def test_csv_has_a_byte_order_mark_and_windows_line_ends() -> None:
    assert csv_bytes(column("Ñ")) == b"\xef\xbb\xbfName\r\n\xc3\x91\r\n"


def test_half_characters_and_control_characters_do_not_stop_a_file() -> None:
    assert through_csv("A\ud800b") == ["Ab"]
    assert through_xlsx("A\ud800\x00b\x1b[31m") == [("Ab[31m", "s")]


def test_a_sheet_takes_a_title_excel_would_refuse() -> None:
    assert xlsx_bytes(Table("Grupo [1/2]: ¿por qué? " * 3, ("a",), ()))[:2] == b"PK"
    assert xlsx_bytes(Table("", ("a",), ()))[:2] == b"PK"


@pytest.mark.parametrize(("name", "kind"), [("a.csv", csv_bytes), ("a.CSV", csv_bytes), ("a.xlsx", xlsx_bytes)])
def test_the_name_of_the_file_says_what_is_written(name: str, kind: object) -> None:
    assert writer_for(PurePath(name)) is kind


@pytest.mark.parametrize("name", ["report.xls", "report", "csv"])
def test_another_name_is_refused_with_what_would_be_right(name: str) -> None:
    with pytest.raises(Refused, match=re.escape(f"{name}: the name of the file must end in .csv or .xlsx.")):
        writer_for(PurePath(name))
