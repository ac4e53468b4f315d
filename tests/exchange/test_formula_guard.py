import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders.tables import through_csv, through_xlsx
from platica.exchange.formula_guard import LEADS, guarded, unguarded


@pytest.mark.parametrize("lead", LEADS)
def test_a_text_that_begins_like_a_formula_gets_an_apostrophe(lead: str) -> None:
    assert guarded(f"{lead}1+1") == f"'{lead}1+1"


def test_other_text_stays_as_it_is() -> None:
    assert [guarded(text) for text in ("", "Ana", "O'Brien", "'Ofa", "1-9", "«=»")] == [
        "",
        "Ana",
        "O'Brien",
        "'Ofa",
        "1-9",
        "«=»",
    ]


def test_an_apostrophe_somebody_typed_before_a_formula_survives_the_trip() -> None:
    assert guarded("'=1") == "''=1"
    assert unguarded("''=1") == "'=1"


@given(some.text() | some.tuples(some.text("'=+-@", max_size=4), some.text(max_size=4)).map("".join))
def test_what_is_guarded_comes_back_unchanged(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_of_a_csv_file_begins_like_a_formula(lead: str) -> None:
    (cell,) = through_csv(f"{lead}cmd|' /C calc'!A0")
    assert cell[0] not in LEADS


@pytest.mark.parametrize("lead", LEADS.replace("\r", ""))
def test_no_cell_of_an_xlsx_file_is_a_formula(lead: str) -> None:
    assert through_xlsx(f"{lead}1+1") == [(f"{lead}1+1", "s")]
