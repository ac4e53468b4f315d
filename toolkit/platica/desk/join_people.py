"""Joining two people of a group who are one, and separating them again."""

from platica.desk.desk import Desk
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.participant import Participant
from platica.domain.roster import Roster, RosterEntry
from platica.errors import NotFound, Refused
from platica.phrases import phrase


def join(desk: Desk, workshop_id: WorkshopId, kept: int, other: int) -> RosterEntry:
    """Makes the people of two numbers one, who is shown as the first; both numbers mean them from then on.

    The same number twice means the two people who have it. Raises NotFound, or Refused when it is one person.
    """
    roster = desk.records.roster(workshop_id)
    if kept == other and len(held := roster.holders(kept)) == 2:
        one, duplicate = held
    else:
        one, duplicate = _numbered(roster, kept), _numbered(roster, other)
    desk.records.settling.join(one.participant.id, duplicate.participant.id)
    return next(
        entry for entry in desk.records.roster(workshop_id).entries if entry.participant.id == one.participant.id
    )


def duplicates(desk: Desk, participant_id: ParticipantId) -> tuple[ParticipantId, ...]:
    """Who else a person was recorded as."""
    joined = desk.records.joined()
    return tuple(ParticipantId(one) for one in joined.all_of(participant_id)[1:])


def separate(desk: Desk, workshop_id: WorkshopId, number: int) -> tuple[Participant, Participant]:
    """Makes two people of one again: who was kept, and who is a person of their own from now on.

    The number may be that of either. Raises NotFound, or Refused when nobody was joined or it is not clear with whom.
    """
    entry = _numbered(desk.records.roster(workshop_id), number)
    numbers = desk.records.settling.numbers_of(workshop_id, entry.participant.id)
    others = duplicates(desk, entry.participant.id)
    named = [one for one in others if numbers.get(one) == number] or list(others)
    if len(named) > 1:
        known = ", ".join(str(numbers[one]) for one in named if one in numbers)
        raise Refused(
            phrase(
                "{name} was on record several times. Type one of the other numbers: {numbers}.",
                name=entry.participant.name,
                numbers=known,
            )
        )
    desk.records.settling.separate(named[0] if named else entry.participant.id)
    return entry.participant, desk.records.participant(named[0])


def _numbered(roster: Roster, number: int) -> RosterEntry:
    found = roster.numbered(number)
    if found is None:
        raise NotFound(phrase("Number {part} is not on this roster.", part=number))
    return found
