from pathlib import Path

import pytest

from platica.errors import ContentError
from platica.language.glossary import COLUMNS, read_glossary, stems, wordings
from platica.resources import bundled

_HEAD = ",".join(COLUMNS) + "\n"


def test_the_bundled_glossary_is_right() -> None:
    terms = read_glossary(bundled().locales / "glossary.csv").terms
    assert len(terms) > 300
    assert all(term.english and term.spanish and term.source for term in terms)
    assert len({term.english for term in terms}) == len(terms)


def test_terms_that_stay_are_the_same_in_both_languages() -> None:
    terms = read_glossary(bundled().locales / "glossary.csv").terms
    assert [term.english for term in terms if term.stays and term.english != term.spanish] == []


def test_a_row_is_read(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text(_HEAD + "bean(s),frijol(es),es_PR:habichuelas; es_AR:porotos,[food],0,editor\n")
    (term,) = read_glossary(path).terms
    assert (term.spanish, term.variants, term.stays) == ("frijol(es)", ("habichuelas", "porotos"), False)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("term,other\n", "columns"),
        (_HEAD + "bean,frijol\n", "Line 2"),
        (_HEAD + "bean,frijol,,,yes,editor\n", "Line 2"),
        (_HEAD + ",frijol,,,0,editor\n", "Line 2"),
    ],
)
def test_a_file_that_is_not_right_is_named(tmp_path: Path, rows: str, said: str) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text(rows)
    with pytest.raises(ContentError, match=rf"(?s)glossary.*{said}|{said}.*glossary"):
        read_glossary(path)


def test_number_gender_and_accents_do_not_part_a_term_from_a_text() -> None:
    assert stems("frijol(es)") <= stems("Coma los frijoles")
    assert stems("promotor/a de salud") <= stems("Las promotoras de salud")
    assert not stems("presión arterial") <= stems("la presión")


def test_one_cell_may_hold_several_wordings() -> None:
    assert wordings("sarpullido / ronchas") == ("sarpullido", "ronchas")
    assert wordings("botana/colación") == ("botana", "colación")
    assert wordings("promotor/a de salud") == ("promotor/a de salud",)
