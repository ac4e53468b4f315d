"""Naming one person of the site, so that the right one is erased."""

from pathlib import Path

import pytest

from builders.site import desk_in, group_on, workshop_on
from platica.desk import erase_person, find_person, join_people, keep_roster, take_attendance
from platica.domain.attendance import Presence
from platica.errors import NotFound, Refused


def test_a_code_goes_before_a_name_and_accents_and_capitals_do_not_count(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Úrsula", "José")
        ursula = keep_roster.entry(desk, workshop.id, 1).participant
        keep_roster.add(desk, workshop.id, ursula.code)
        assert find_person.find_person(desk, ursula.code) == ursula
        assert find_person.find_person(desk, "URSULA") == ursula
        assert find_person.find_numbered(desk, "caminando", 2).name == "José"


def test_who_left_the_group_can_still_be_named(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Úrsula", "José")
        meeting = desk.records.meetings(workshop.id)[0]
        take_attendance.mark_numbers(desk, meeting.id, "2", Presence.PRESENT)
        keep_roster.remove(desk, workshop.id, 2)
        assert find_person.find_numbered(desk, "caminando", 2) == find_person.find_person(desk, "josé")


def test_two_of_one_name_are_refused_with_their_places_and_a_joined_pair_is_one(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Olga", "Ana")
        with pytest.raises(Refused, match="number 1 of Caminando juntos, number 3 of Caminando juntos"):
            find_person.find_person(desk, "ana")
        join_people.join(desk, workshop.id, 1, 3)
        ana = find_person.find_person(desk, "ana")
        assert find_person.find_numbered(desk, "caminando", 3) == ana
        assert erase_person.kept_of(desk, ana.id).joined == 1
        assert erase_person.erase(desk, ana.id).records == 2
        assert [one.name for one in desk.records.participants()] == ["Olga"]
        with pytest.raises(NotFound):
            find_person.find_person(desk, "ana")
