"""Numbers that two computers gave apart, and numbers of people who were on record twice."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from builders.people import person, roster
from platica.domain.entry import read_entry
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.roster import Enrolment, Roster, next_number
from platica.errors import Refused


def contested() -> Roster:
    """Elena and Luis have number 2; Ana was on record twice and has 1 and 4."""
    ana, elena, olga = roster("Ana", "Elena", "Olga").entries
    luis = replace(person("Luis", 2), participant=replace(person("Luis", 9).participant))
    return Roster(WorkshopId("w"), (replace(ana, also=(4,)), elena, luis, olga))


WAYS: tuple[Callable[[Roster], object], ...] = (
    lambda group: group.numbered(2),
    lambda group: group.chosen("2"),
    lambda group: group.chosen("1-3"),
    lambda group: read_entry("2", group),
    lambda group: read_entry("1,2t", group),
    lambda group: read_entry("all but 2", group),
)


@pytest.mark.parametrize("way", WAYS)
def test_a_number_of_two_people_is_refused_and_both_are_named(way: Callable[[Roster], object]) -> None:
    with pytest.raises(Refused) as refused:
        way(contested())
    assert str(refused.value) == (
        "Several people have number 2: Elena, Luis. Choose them by name, or settle whose number it is."
    )


def test_a_name_means_one_of_them_only() -> None:
    assert [one.participant.name for one in read_entry("luis", contested()).people] == ["Luis"]
    assert [one.participant.name for one in read_entry("todas menos luis", contested()).people] == [
        "Ana",
        "Elena",
        "Olga",
    ]


def test_other_numbers_of_a_person_mean_them_once() -> None:
    group = contested()
    assert [one.participant.name for one in group.chosen("4")] == ["Ana"]
    assert [one.participant.name for one in group.chosen("1,3-4")] == ["Ana", "Olga"]
    assert group.contested == (2,)
    assert [one.participant.name for one in read_entry("4t", group).people] == ["Ana"]


def test_other_numbers_are_not_given_again() -> None:
    assert next_number([Enrolment(WorkshopId("w"), ParticipantId("p"), 2, also=(7,))]) == 8
