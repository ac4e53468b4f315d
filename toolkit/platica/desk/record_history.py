"""The history of a record: when, who, on which computer, from what to what."""

from dataclasses import replace

from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence
from platica.domain.history import Step
from platica.domain.ids import MeetingId, ParticipantId, WorkshopId
from platica.domain.roster import Enrolment


def of_mark(desk: Desk, meeting_id: MeetingId, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to one mark, the oldest first; nothing when it was never made."""
    people = desk.records.joined().all_of(participant_id)
    return desk.records.history(*(Mark(meeting_id, ParticipantId(one), Presence.PRESENT) for one in people))


def of_participant(desk: Desk, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to what is kept of a person. Raises NotFound."""
    return desk.records.history(desk.records.participant(participant_id))


def of_person(desk: Desk, workshop_id: WorkshopId, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to what is kept of a person and to their place in a workshop. Raises NotFound."""
    people = [ParticipantId(one) for one in desk.records.joined().all_of(participant_id)]
    person = desk.records.participant(participant_id)
    places = (Enrolment(workshop_id, one, 0, active=True) for one in people)
    return desk.records.history(*(replace(person, id=one) for one in people), *places)


def of_workshop(desk: Desk, workshop_id: WorkshopId) -> tuple[Step, ...]:
    """Everything that happened to a workshop, its sessions and their sheets. Raises NotFound."""
    meetings = desk.records.meetings(workshop_id)
    sheets = [sheet for meeting in meetings for sheet in desk.records.sheets(meeting.id)]
    return desk.records.history(desk.records.workshop(workshop_id), *meetings, *sheets)


def of_meeting(desk: Desk, meeting_id: MeetingId) -> tuple[Step, ...]:
    """Everything that happened to a session and its sheets. Raises NotFound."""
    return desk.records.history(desk.records.meeting(meeting_id), *desk.records.sheets(meeting_id))
