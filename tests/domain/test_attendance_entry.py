"""What a leader types to mark people."""

import pytest

from builders.people import person, roster
from platica.domain.attendance import Presence, Way
from platica.domain.entry import read_entry
from platica.domain.ids import WorkshopId
from platica.domain.roster import Roster
from platica.errors import NotFound, PlaticaError, Refused

GROUP = roster("Tomás", "Elena", "Olga", "Úrsula", "José", "[/]", "José Ávila")


def numbers(typed: str) -> list[int]:
    return [entry.number for entry in read_entry(typed, GROUP).people]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3", [3]),
        ("1-3,6", [1, 2, 3, 6]),
        ("3 - 1; 5", [1, 2, 3, 5]),
        ("1 2", [1, 2]),
        ("todas menos 4", [1, 2, 3, 5, 6, 7]),
        ("All but 1-3", [4, 5, 6, 7]),
        ("ursula", [4]),
        ("URS", [4]),
        ("[/]", [6]),
        ("josé", [5]),
    ],
)
def test_people_are_found(typed: str, meant: list[int]) -> None:
    assert numbers(typed) == meant


@pytest.mark.parametrize(
    ("typed", "presence", "way"),
    [
        ("4t", Presence.LATE, Way.IN_PERSON),
        ("4 j", Presence.EXCUSED, Way.IN_PERSON),
        ("1-2a", Presence.ABSENT, Way.IN_PERSON),
        ("4O", Presence.PRESENT, Way.ONLINE),
        ("4m", Presence.PRESENT, Way.MAKE_UP),
    ],
)
def test_a_letter_after_the_numbers_is_the_status(typed: str, presence: Presence, way: Way) -> None:
    meant = read_entry(typed, GROUP)
    assert (meant.presence, meant.way) == (presence, way)


@pytest.mark.parametrize(
    ("typed", "named"),
    [("9", "9"), ("4x", "“x”"), ("1-", "1-"), ("8-9", "8-9"), ("nadie", "nadie"), ("1,9", "9"), ("", "“”")],
)
def test_what_cannot_be_meant_is_refused_with_a_sentence_that_names_it(typed: str, named: str) -> None:
    with pytest.raises(PlaticaError) as refused:
        read_entry(typed, GROUP)
    assert named in str(refused.value)


def test_a_name_that_fits_several_people_is_refused() -> None:
    with pytest.raises(Refused, match="fits 2 people"):
        read_entry("jos", GROUP)


def test_a_person_who_left_cannot_be_marked() -> None:
    gone = Roster(WorkshopId("w"), (person("Ana", 1, active=False), person("Eva", 2)))
    with pytest.raises(NotFound):
        read_entry("Ana", gone)
    with pytest.raises(Refused):
        read_entry("1", gone)
