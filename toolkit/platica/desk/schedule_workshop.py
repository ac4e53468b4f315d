"""Workshops, their meetings and dates, as a leader names them."""

from datetime import date, time

from platica.desk.desk import Desk
from platica.domain.ids import MeetingId, WorkshopId
from platica.domain.names import folded
from platica.domain.schedule import moved
from platica.domain.workshop import Meeting, Workshop
from platica.errors import NotFound, Refused
from platica.phrases import phrase


def workshops(desk: Desk) -> tuple[Workshop, ...]:
    """Every workshop of the site."""
    return desk.records.workshops()


def find_workshop(desk: Desk, named: str) -> Workshop:
    """The workshop with this id or name, or the only one whose id, name or any word of it begins so.

    Accents and case do not matter. Raises NotFound, or Refused when several fit.
    """
    everything = desk.records.workshops()
    by_id = [workshop for workshop in everything if named and workshop.id.startswith(named)]
    by_name = [workshop for workshop in everything if folded(workshop.name) == folded(named)]
    begins = [workshop for workshop in everything if folded(named) and folded(workshop.name).startswith(folded(named))]
    words = [workshop for workshop in everything if folded(named) and f" {folded(named)}" in folded(workshop.name)]
    for hits in (by_id, by_name, begins, words):
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise Refused(phrase("“{name}” fits {count} workshops; use the id.", name=named, count=len(hits)))
    raise NotFound(phrase("There is no workshop called “{name}”.", name=named))


def meetings(desk: Desk, workshop_id: WorkshopId) -> tuple[Meeting, ...]:
    """The meetings of a workshop, by number."""
    return desk.records.meetings(workshop_id)


def find_meeting(desk: Desk, workshop_id: WorkshopId, number: int) -> Meeting:
    """The meeting with this number. Raises NotFound."""
    everything = desk.records.meetings(workshop_id)
    found = next((meeting for meeting in everything if meeting.number == number), None)
    if found is None:
        raise NotFound(
            phrase("This workshop has no session {number}; it has {count}.", number=number, count=len(everything))
        )
    return found


class Held(Refused):
    """The meeting took place already."""


def reschedule(
    desk: Desk, meeting_id: MeetingId, on: date | None = None, at: time | None = None, *, force: bool = False
) -> Meeting:
    """Moves a meeting to another date or time. Raises Held when people are marked or counted there, unless forced."""
    meeting = desk.records.meeting(meeting_id)
    changed = moved(meeting, on, at)
    if changed != meeting and is_held(desk, meeting) and not force:
        raise Held(
            phrase(
                "Session {number} took place: people are marked at it, and moving it would say that they came on"
                " another day.",
                number=meeting.number,
            )
        )
    desk.records.save(changed)
    return changed


def is_held(desk: Desk, meeting: Meeting) -> bool:
    """Whether somebody is marked at a meeting, or heads were counted."""
    return meeting.heads is not None or bool(desk.records.marks(meeting.id))
