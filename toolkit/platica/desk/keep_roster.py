"""Who is in the group: adding, finding, correcting, and letting go."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from platica.desk.desk import Desk
from platica.desk.enrol import NewPerson, enrol
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.names import clean_line, clean_name, folded, without_marker
from platica.domain.participant import Reads
from platica.domain.roster import Enrolment, Roster, RosterEntry
from platica.errors import NotFound
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding names: the people added, and the names that were on the roster already."""

    people: tuple[RosterEntry, ...]
    already: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Removed:
    """Who is off the roster, as they were on it."""

    entry: RosterEntry
    forgotten: bool
    """Whether nothing is kept of them here, as nobody had marked them or printed them on a sheet."""


def roster(desk: Desk, workshop_id: WorkshopId) -> Roster:
    """Everyone enrolled, by number."""
    return desk.records.roster(workshop_id)


def add_each(desk: Desk, workshop_id: WorkshopId, names: Iterable[str], reads: Reads | None = None) -> Added:
    """Enrols people named one by one, in one commit, those too whose name somebody on the roster has already."""
    clean = [clean_name(name) for name in names]
    known = {folded(one.participant.name) for one in desk.records.roster(workshop_id).active}
    already: list[str] = []
    for name in clean:
        if folded(name) in known:
            already.append(name)
        known.add(folded(name))
    return Added(enrol(desk, workshop_id, [NewPerson(name, reads) for name in clean]), tuple(already))


def add(desk: Desk, workshop_id: WorkshopId, name: str, reads: Reads | None = None, contact: str = "") -> RosterEntry:
    """Enrols one person, who may share a name with another. Raises Refused when the name is empty or too long."""
    return enrol(desk, workshop_id, [NewPerson(clean_name(name), reads, contact)])[0]


def add_names(desk: Desk, workshop_id: WorkshopId, lines: Iterable[str], reads: Reads | None = None) -> Added:
    """Enrols a pasted list, one name a line, in one commit; empty lines and names already there are passed over.

    The dash, dot or number before a line of a list is no part of the name.
    """
    known = {folded(entry.participant.name) for entry in desk.records.roster(workshop_id).active}
    fresh: dict[str, str] = {}
    already: list[str] = []
    for name in (clean_name(without_marker(clean_line(line))) for line in lines if clean_line(line)):
        if folded(name) in known or folded(name) in fresh:
            already.append(name)
        else:
            fresh[folded(name)] = name
    people = enrol(desk, workshop_id, [NewPerson(name, reads) for name in fresh.values()])
    return Added(people, tuple(already))


def alike(desk: Desk, workshop_id: WorkshopId, name: str) -> tuple[RosterEntry, ...]:
    """People of the roster with the same name, accents and case aside."""
    return tuple(
        entry for entry in desk.records.roster(workshop_id).active if folded(entry.participant.name) == folded(name)
    )


def rename(desk: Desk, workshop_id: WorkshopId, number: int, name: str) -> RosterEntry:
    """Corrects a name."""
    return _change(desk, workshop_id, number, name=clean_name(name))


def set_reads(desk: Desk, workshop_id: WorkshopId, number: int, reads: Reads) -> RosterEntry:
    """Says what a person reads."""
    return _change(desk, workshop_id, number, reads=reads)


def set_contact(desk: Desk, workshop_id: WorkshopId, number: int, contact: str) -> RosterEntry:
    """Says how a person may be reached; an empty text forgets it."""
    return _change(desk, workshop_id, number, contact=clean_line(contact) or None)


def correct(desk: Desk, workshop_id: WorkshopId, number: int, name: str, reads: Reads, contact: str) -> RosterEntry:
    """Puts right what is known of a person, in one commit; an empty contact forgets it."""
    found = entry(desk, workshop_id, number)
    changed = replace(found.participant, name=clean_name(name), reads=reads, contact=clean_line(contact) or None)
    desk.records.save(changed)
    return replace(found, participant=changed)


def remove(desk: Desk, workshop_id: WorkshopId, number: int) -> Removed:
    """Takes a person off the roster.

    Whoever was marked, or stands on a printed sign-in sheet, has left: the number on paper and the marks stay theirs.
    Of anybody else nothing is kept, so that a name added by mistake leaves no trace and its number is free.
    """
    found = entry(desk, workshop_id, number)
    place = Enrolment(workshop_id, found.participant.id, found.number, active=False)
    if _on_record(desk, workshop_id, found.participant.id):
        desk.records.save(place)
        return Removed(replace(found, active=False), forgotten=False)
    elsewhere = any(
        one.participant == found.participant.id
        for workshop in desk.records.workshops()
        if workshop.id != workshop_id
        for one in desk.records.enrolments(workshop.id)
    )
    desk.records.remove(place, *(() if elsewhere else (found.participant,)))
    return Removed(replace(found, active=False), forgotten=True)


def bring_back(desk: Desk, workshop_id: WorkshopId, number: int) -> RosterEntry:
    """Puts a person who left back under their old number. Raises NotFound when nobody has it."""
    found = entry(desk, workshop_id, number)
    desk.records.save(Enrolment(workshop_id, found.participant.id, found.number, active=True))
    return replace(found, active=True)


def entry(desk: Desk, workshop_id: WorkshopId, number: int) -> RosterEntry:
    """The person with a number. Raises NotFound."""
    found = desk.records.roster(workshop_id).numbered(number)
    if found is None:
        raise NotFound(phrase("Number {part} is not on this roster.", part=number))
    return found


def _change(
    desk: Desk,
    workshop_id: WorkshopId,
    number: int,
    *,
    name: str | None = None,
    reads: Reads | None = None,
    contact: str | None = "",
) -> RosterEntry:
    found = entry(desk, workshop_id, number)
    person = found.participant
    changed = replace(
        person,
        name=name or person.name,
        reads=reads or person.reads,
        contact=person.contact if contact == "" else contact,
    )
    desk.records.save(changed)
    return replace(found, participant=changed)


def _on_record(desk: Desk, workshop_id: WorkshopId, person: ParticipantId) -> bool:
    """Whether somebody has marks in a workshop, was joined with another, or is on a sheet that was printed for it."""
    if len(desk.records.joined().all_of(person)) > 1:
        return True
    return any(mark.participant == person for mark in desk.records.marks_of_workshop(workshop_id)) or any(
        person in sheet.people
        for meeting in desk.records.meetings(workshop_id)
        for sheet in desk.records.sheets(meeting.id)
    )
