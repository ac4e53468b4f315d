"""Erasing a person for good, after a look at what is kept of them."""

from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.ids import LeaderId, ParticipantId
from platica.domain.participant import Participant


@dataclass(frozen=True, slots=True)
class KeptOf:
    """What is kept of a person, to be shown before it is erased."""

    participant: Participant
    workshops: tuple[str, ...]
    """Names of the workshops with a place for them."""
    marks: int


def kept_of(desk: Desk, participant_id: ParticipantId) -> KeptOf:
    """What erasing would take away. Raises NotFound."""
    records = desk.records
    participant = records.participant(participant_id)
    workshops = tuple(
        workshop.name
        for workshop in records.workshops()
        if any(one.participant == participant_id for one in records.enrolments(workshop.id))
    )
    marks = sum(
        mark.participant == participant_id
        for workshop in records.workshops()
        for mark in records.marks_of_workshop(workshop.id)
    )
    return KeptOf(participant, workshops, marks)


def erase(desk: Desk, participant_id: ParticipantId, by: LeaderId | None = None) -> KeptOf:
    """Erases a person from this computer, and from others as they learn of it; sessions keep an unnamed head.

    It cannot be undone. Gives what was erased. Raises NotFound, or SiteError when a part is still on the disk and why.
    """
    kept = kept_of(desk, participant_id)
    desk.records.erase(participant_id, by)
    return kept
