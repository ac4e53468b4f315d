"""The history of a record: when, who, on which computer, from what to what."""

from dataclasses import replace

from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence
from platica.domain.history import Step
from platica.domain.ids import MeetingId, ParticipantId, WorkshopId
from platica.domain.measure import Measure
from platica.domain.practice_note import PracticeNote
from platica.domain.roster import Enrolment
from platica.domain.sheet import Sheet


def of_mark(desk: Desk, meeting_id: MeetingId, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to a mark and the answer beside it, the oldest first."""
    people = [ParticipantId(one) for one in desk.records.joined().all_of(participant_id)]
    marks = [Mark(meeting_id, one, Presence.PRESENT) for one in people]
    return desk.records.history(*marks, *(Measure(meeting_id, one) for one in people))


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
    """Everything that happened to a workshop, its sessions, their sheets and notes. Raises NotFound."""
    meetings = desk.records.meetings(workshop_id)
    papers = [paper for meeting in meetings for paper in _papers(desk, meeting.id)]
    return desk.records.history(desk.records.workshop(workshop_id), *meetings, *papers)


def of_meeting(desk: Desk, meeting_id: MeetingId) -> tuple[Step, ...]:
    """Everything that happened to a session, its sheets and notes. Raises NotFound."""
    return desk.records.history(desk.records.meeting(meeting_id), *_papers(desk, meeting_id))


def _papers(desk: Desk, meeting_id: MeetingId) -> tuple[Sheet | PracticeNote, ...]:
    return (*desk.records.sheets(meeting_id), *desk.records.notes(meeting_id))
