"""Putting people on a roster, all in one commit."""

from collections.abc import Sequence
from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.names import clean_line
from platica.domain.participant import Participant, Reads
from platica.domain.roster import Enrolment, RosterEntry, next_number
from platica.domain.workshop import WorkshopForm
from platica.errors import Refused
from platica.ledger.ids import new_id
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to enrol, under a clean name; who says nothing about reading reads the group's language."""

    name: str
    reads: Reads | None = None
    contact: str = ""


def enrol(desk: Desk, workshop_id: WorkshopId, people: Sequence[NewPerson]) -> tuple[RosterEntry, ...]:
    """Gives each person the next number nobody ever had. Raises Refused when the workshop keeps no names."""
    entries = newcomers(desk, workshop_id, people)
    desk.records.save(*records_of(workshop_id, entries))
    return entries


def newcomers(desk: Desk, workshop_id: WorkshopId, people: Sequence[NewPerson]) -> tuple[RosterEntry, ...]:
    """The people under their numbers, not saved yet. Raises Refused when the workshop keeps no names."""
    workshop = desk.records.workshop(workshop_id)
    if workshop.form is WorkshopForm.EVENT:
        raise Refused(phrase("{name} is an event counted by heads; it keeps no names.", name=workshop.name))
    first = next_number(desk.records.enrolments(workshop_id))
    return tuple(
        RosterEntry(
            number,
            Participant(
                id=ParticipantId(one := new_id()),
                code=one[:4].upper(),
                name=person.name,
                reads=person.reads or Reads(workshop.languages[0]),
                contact=clean_line(person.contact) or None,
            ),
        )
        for number, person in enumerate(people, first)
    )


def records_of(workshop_id: WorkshopId, entries: Sequence[RosterEntry]) -> tuple[Participant | Enrolment, ...]:
    """What is saved of people on a roster: themselves, and their places."""
    places = [Enrolment(workshop_id, entry.participant.id, entry.number) for entry in entries]
    return (*(entry.participant for entry in entries), *places)
