"""Names at the door, and numbers that last."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.people import roster
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.names import LONGEST_NAME, clean_line, clean_name, folded, sorting_key, without_marker
from platica.domain.roster import Enrolment, next_number
from platica.domain.sheet import LETTERS, is_code, new_code
from platica.errors import Refused


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ana   María ", "Ana María"),
        ("Ana\x1b]0;title\x07", "Ana"),
        ("\x1b[31mRoja\x1b[0m", "Roja"),
        ("Ana\x9b2J [/]\x1b[", "Ana [/]"),
        ("\x1b]8;;http://x.org\x1b\\Ana\x1b]8;;\x1b\\", "Ana"),
        ("Jose\u0301", "José"),
        ("a\u202eb\u200bc", "abc"),
        ("[/]", "[/]"),
        ("Lola\tPeña\n", "Lola Peña"),
    ],
)
def test_a_name_is_cleaned_at_the_door(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["", "   ", "\x1b", "x" * (LONGEST_NAME + 1)])
def test_an_empty_or_endless_name_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        clean_name(typed)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2. Úrsula", "Úrsula"),
        ("- José", "José"),
        ("• Ana", "Ana"),
        (" 3) Eva", "Eva"),
        ("(4) Luz", "Luz"),
        ("*  Paz", "Paz"),
        ("[/]", "[/]"),
        ("J. Luis", "J. Luis"),
        ("María-José", "María-José"),
        ("7 Mares", "7 Mares"),
    ],
)
def test_the_sign_before_a_line_of_a_list_is_no_part_of_a_name(line: str, name: str) -> None:
    assert without_marker(line) == name


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert clean_line(clean_line(typed)) == clean_line(typed)


@given(st.text())
def test_no_control_character_survives_cleaning(typed: str) -> None:
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in clean_line(typed))


def test_search_ignores_accents_and_case() -> None:
    assert folded("ÚRSULA Núñez") == "ursula nunez"


def test_enye_sorts_after_n() -> None:
    assert sorted(["oca", "ñame", "nube", "Ángel"], key=sorting_key) == ["Ángel", "nube", "ñame", "oca"]


def test_people_whose_name_begins_so_come_first() -> None:
    found = roster("Mariana", "Ana", "Rosa Ana").matching("ana")
    assert [entry.number for entry in found] == [2, 3, 1]


def test_a_number_is_never_given_again() -> None:
    gone = Enrolment(WorkshopId("w"), ParticipantId("p"), 7, active=False)
    assert next_number([gone]) == 8


@given(st.integers(1, 99))
def test_a_sheet_code_notices_any_single_wrong_sign(number: int) -> None:
    code = new_code(number)
    assert is_code(code)
    for place, sign in enumerate(code):
        if sign in LETTERS:
            other = LETTERS[(LETTERS.index(sign) + 1) % len(LETTERS)]
            assert not is_code(code[:place] + other + code[place + 1 :])
