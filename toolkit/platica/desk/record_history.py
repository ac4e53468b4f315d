"""The history of a record: when, who, on which computer, from what to what."""

from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence
from platica.domain.history import Step
from platica.domain.ids import MeetingId, ParticipantId, WorkshopId


def of_mark(desk: Desk, meeting_id: MeetingId, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to one mark, the oldest first; nothing when it was never made."""
    return desk.records.history(Mark(meeting_id, participant_id, Presence.PRESENT))


def of_participant(desk: Desk, participant_id: ParticipantId) -> tuple[Step, ...]:
    """Everything that happened to what is kept of a person. Raises NotFound."""
    return desk.records.history(desk.records.participant(participant_id))


def of_workshop(desk: Desk, workshop_id: WorkshopId) -> tuple[Step, ...]:
    """Everything that happened to a workshop. Raises NotFound."""
    return desk.records.history(desk.records.workshop(workshop_id))


def of_meeting(desk: Desk, meeting_id: MeetingId) -> tuple[Step, ...]:
    """Everything that happened to a session. Raises NotFound."""
    return desk.records.history(desk.records.meeting(meeting_id))


def leader_name(desk: Desk, step: Step) -> str:
    """The name of the leader whose hand it was; empty when nobody said."""
    return next((leader.name for leader in desk.records.leaders() if leader.id == step.leader), "")
