"""Somebody erased on one computer while another joined somebody with them: a person says what was meant."""

from pathlib import Path

import pytest

from builders.apart import decide, desks_apart, matters, together
from platica.desk import erase_person, join_people, keep_roster, settle
from platica.desk.desk import Desk
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.matter import MatterKind
from platica.errors import Refused


def names(desk: Desk, workshop: WorkshopId) -> list[str]:
    return [entry.participant.name for entry in keep_roster.roster(desk, workshop).entries]


def joined_here_and_erased_there(folder: Path, one: Desk, two: Desk, workshop: WorkshopId) -> None:
    """Anna is joined with Ana on one computer and Ana erased on the other, which did not know."""
    person: ParticipantId = keep_roster.roster(two, workshop).entries[0].participant.id
    join_people.join(one, workshop, 1, 2)
    erase_person.erase(two, person)
    together(folder, one, two)


def test_who_was_joined_with_an_erased_person_is_asked_about_and_erased_too(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana Gil", "Anna Gil", "Eva") as ((one, two), workshop):
        joined_here_and_erased_there(tmp_path, one, two, workshop.id)
        for desk in (one, two):
            (matter,) = matters(desk, MatterKind.ERASED)
            assert str(matter.sentence).startswith("Anna Gil was said to be the same person as somebody who is erased.")
            assert settle.count(desk) == 1
        with pytest.raises(Refused, match="Anna Gil is erased for good"):
            decide(two, matters(two, MatterKind.ERASED)[0], "It is the same")
        decide(two, matters(two, MatterKind.ERASED)[0], "It is the same", sure=True)
        together(tmp_path, one, two)
        assert [(names(desk, workshop.id), settle.count(desk)) for desk in (one, two)] == [(["Eva"], 0)] * 2


def test_who_was_joined_with_an_erased_person_may_stay(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana Gil", "Anna Gil", "Eva") as ((one, two), workshop):
        joined_here_and_erased_there(tmp_path, one, two, workshop.id)
        decide(one, matters(one, MatterKind.ERASED)[0], "Keep Anna Gil")
        together(tmp_path, one, two)
        assert [(names(desk, workshop.id), settle.count(desk)) for desk in (one, two)] == [(["Anna Gil", "Eva"], 0)] * 2
