"""Finding one person of the site by what somebody calls them."""

from collections.abc import Sequence
from functools import reduce

from platica.desk.desk import Desk
from platica.desk.schedule_workshop import find_workshop
from platica.domain.names import folded
from platica.domain.participant import Participant
from platica.errors import NotFound, Refused
from platica.phrases import Phrase, phrase, phrases


def find_numbered(desk: Desk, workshop: str, number: int) -> Participant:
    """The person with a number in a workshop, those who left too. Raises NotFound, or Refused for several workshops."""
    found = find_workshop(desk, workshop)
    entry = desk.records.roster(found.id).numbered(number)
    if entry is None:
        raise NotFound(phrase("{workshop} has no number {number}.", workshop=found.name, number=number))
    return entry.participant


def find_person(desk: Desk, named: str) -> Participant:
    """The person with this code or whole name, accents and capital letters aside.

    Raises NotFound, or Refused with the places of all who are meant, and nothing else of them.
    """
    people = desk.records.participants()
    wanted = folded(named)
    coded = [one for one in people if folded(one.code) == wanted]
    meant = coded or [one for one in people if folded(one.name) == wanted]
    if not meant:
        raise NotFound(phrase("Nobody here has the code or the whole name “{named}”.", named=named))
    if len(meant) > 1:
        raise Refused(
            phrases(
                "{count} person is meant by “{named}”: {places}. Say the workshop and the number.",
                "{count} people are meant by “{named}”: {places}. Say the workshop and the number.",
                len(meant),
                named=named,
                places=_listed([place for one in meant for place in _places(desk, one)]),
            )
        )
    return meant[0]


def _places(desk: Desk, person: Participant) -> list[Phrase]:
    """The numbers by which a person can be named; the code of somebody who has none."""
    places = [
        phrase("number {number} of {workshop}", number=one.number, workshop=workshop.name)
        for workshop in desk.records.workshops()
        for one in desk.records.enrolments(workshop.id)
        if one.participant == person.id
    ]
    return places or [phrase("code {code}", code=person.code)]


def _listed(places: Sequence[Phrase]) -> Phrase:
    return reduce(lambda said, one: Phrase("{said}, {one}", {"said": said, "one": one}), places)
