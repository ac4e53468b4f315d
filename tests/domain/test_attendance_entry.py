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
        ("1 – 3; 5", [1, 2, 3, 5]),
        ("1 2", [1, 2]),
        ("1, 2 y 5", [1, 2, 5]),
        ("todos", [1, 2, 3, 4, 5, 6, 7]),
        ("Everyone", [1, 2, 3, 4, 5, 6, 7]),
        ("todas menos Olga", [1, 2, 4, 5, 6, 7]),
        ("todos menos 1-2, ursula y José Ávila", [3, 5, 6]),
        ("elena, 3", [2, 3]),
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
        ("4 tarde", Presence.LATE, Way.IN_PERSON),
        ("Úrsula t", Presence.LATE, Way.IN_PERSON),
        ("elena en línea", Presence.PRESENT, Way.ONLINE),
        ("todas ausentes", Presence.ABSENT, Way.IN_PERSON),
    ],
)
def test_a_letter_or_word_after_a_number_or_name_is_the_status(typed: str, presence: Presence, way: Way) -> None:
    (group,) = read_entry(typed, GROUP).groups
    assert (group.presence, group.way) == (presence, way)


@pytest.mark.parametrize(
    ("typed", "statuses"),
    [
        ("1 2 3t", {1: "present", 2: "present", 3: "late"}),
        ("1,2,3 t", {1: "present", 2: "present", 3: "late"}),
        ("1-3j,4a", {1: "excused", 2: "excused", 3: "excused", 4: "absent"}),
        ("olga tarde, 1-2", {1: "present", 2: "present", 3: "late"}),
    ],
)
def test_a_status_belongs_to_its_own_part_of_the_line(typed: str, statuses: dict[int, str]) -> None:
    groups = read_entry(typed, GROUP).groups
    assert {one.number: group.presence.value for group in groups for one in group.people} == statuses


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1-99", "“8–99” is not on this roster; the highest number is 7."),
        ("12-30", "“12–30” is not on this roster; the highest number is 7."),
        ("5-8", "“8” is not on this roster; the highest number is 7."),
        ("3-1", "“3-1” runs backwards; write 1-3."),
        ("1 a 3", "“1 a 3” can be read in two ways. For a range, write 1-3."),
        ("1t, 1-2", "Number 1 is named twice."),
        ("todas menos", "Say who is left out: their number or name."),
        ("todas menos nadie", "Nobody on this roster is called “nadie”."),
    ],
)
def test_a_sentence_names_the_part_that_is_wrong(typed: str, sentence: str) -> None:
    with pytest.raises(PlaticaError) as refused:
        read_entry(typed, GROUP)
    assert str(refused.value) == sentence


def test_a_letter_that_may_begin_a_surname_is_not_guessed_at() -> None:
    with pytest.raises(Refused, match="Type the number: 1 or 1t"):
        read_entry("rosa t", roster("Rosa Torres", "Ana"))
    (two,) = read_entry("rosa t", roster("Rosa Medina", "Rosa Torres")).people
    assert two.number == 2


def test_a_range_may_end_with_somebody_who_left() -> None:
    group = Roster(WorkshopId("w"), (person("Ana", 1), person("Eva", 2), person("Luz", 3, active=False)))
    assert [one.number for one in read_entry("1-3", group).people] == [1, 2]


@pytest.mark.parametrize(
    ("typed", "named"),
    [("9", "9"), ("4x", "“x”"), ("1-", "1-"), ("8-9", "8–9"), ("nadie", "nadie"), ("1,9", "9"), ("", "“”")],
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
