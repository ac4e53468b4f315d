import re

import pytest

from platica.domain.participant import ReadingStyle, Reads
from platica.errors import Refused
from platica.exchange.roster_file import RosterFile, read_roster
from platica.exchange.text_file import LARGEST


def read(text: str | bytes, file: str = "names.csv") -> RosterFile:
    data = text if isinstance(text, bytes) else text.encode()
    return read_roster(data, file, languages=("en", "es"), otherwise="es")


def names(found: RosterFile) -> list[str]:
    return [person.name for person in found.people]


def test_a_text_file_is_one_name_a_line() -> None:
    found = read("Ana Beltrán\r\n\r\n  Pérez, Rosa \n", "names.txt")
    assert [(person.line, person.name) for person in found.people] == [(1, "Ana Beltrán"), (3, "Pérez, Rosa")]


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_columns_are_found_by_their_headings_whatever_parts_them(delimiter: str) -> None:
    found = read(f"Correo{delimiter}NÓMBRE\nana@x.org{delimiter}Ana\n")
    assert [(person.name, person.contact) for person in found.people] == [("Ana", "ana@x.org")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found_out(encoding: str) -> None:
    assert names(read("nombre;lee\nBegoña Ibáñez;es\n".encode(encoding))) == ["Begoña Ibáñez"]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [("nombre,apellidos", "Ana,Peña"), ("First name,Last name", "Ana,Peña"), ("apellidos,nombres", "Peña,Ana")],
)
def test_first_and_last_names_are_joined(headings: str, cells: str) -> None:
    assert names(read(f"{headings}\n{cells}\n")) == ["Ana Peña"]


def test_what_people_read_is_read_in_both_languages() -> None:
    found = read("name,reads,print\nA,English,\nB,español,letra grande\nC,,\nD,,con dibujos\n")
    assert [person.reads for person in found.people] == [
        Reads("en"),
        Reads("es", ReadingStyle.LARGE),
        None,
        Reads("es", ReadingStyle.PICTURES),
    ]


def test_every_line_that_is_not_right_is_named_with_what_would_be() -> None:
    found = read('name,reads\n"Ana\nMaría",es\n\nLuis,xx\n,en\n')
    assert names(found) == ["Ana María"]
    assert [problem.place for problem in found.problems] == ["names.csv:5", "names.csv:6"]
    assert str(found.problems[0].phrase).startswith("“xx” does not say what a person reads. Write one of en, es")


def test_a_name_that_is_too_long_is_a_problem_of_its_line() -> None:
    (problem,) = read(f"name\n{'a' * 81}\n").problems
    assert (str(problem.phrase), problem.place) == ("This name has 81 characters; 80 fit.", "names.csv:2")


def test_what_an_export_guarded_is_read_as_it_was() -> None:
    assert names(read("name\n'=Ana\n'Ofa\n")) == ["=Ana", "'Ofa"]


def test_a_nickname_in_quotes_in_a_plain_list_keeps_its_quotes() -> None:
    assert names(read('"Lola" Peña\nDolores "Lola"\n', "names.txt")) == ['"Lola" Peña', 'Dolores "Lola"']


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Ana,es\nLuis,en\n", "names.csv, line 1: no column is called “name” or “nombre”"),
        (b"PK\x03\x04rest", "names.csv is a spreadsheet. Save the list as CSV (UTF-8) and try again."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "names.csv is not a text file."),
        (b'name,reads\nAna,es\n"Luis,es\n', "names.csv, line 3: a quotation mark is not closed"),
        (b"a" * (LARGEST + 1), f"names.csv has {LARGEST + 1} bytes; a list of names has at most {LARGEST}."),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_a_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=re.escape(sentence)):
        read(data)


def test_an_empty_file_holds_nobody() -> None:
    assert read("") == RosterFile((), ())
    assert read("name\n") == RosterFile((), ())


def test_the_numbers_and_dashes_of_a_list_are_no_part_of_a_name() -> None:
    assert names(read("1. Ana\n2) José\n- Eva\n• Luz\n", "names.txt")) == ["Ana", "José", "Eva", "Luz"]
