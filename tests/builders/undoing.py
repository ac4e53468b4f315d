"""A group to which something is done that is taken back after opening again."""

from pathlib import Path

from builders.site import THURSDAY, clock_at, desk_in, group_on, places_in, workshop_on
from platica.desk import build_workshop, keep_roster, schedule_workshop, take_attendance
from platica.desk.desk import Desk
from platica.desk.open_desk import open_desk
from platica.domain.ids import MeetingId
from platica.domain.workshop import Workshop


def prepared(folder: Path) -> Workshop:
    """A circle of Ana, who was marked, Beto, Caro, and Delia, who left; its minutes are fewer than it needs."""
    with desk_in(folder) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Beto", "Caro", "Delia")
        take_attendance.mark_typed(desk, session(desk, workshop, 1), "1,4")
        keep_roster.remove(desk, workshop.id, 4)
        build_workshop.book_minutes(desk, workshop.id, 80)
        return desk.records.workshop(workshop.id)


def again(folder: Path) -> Desk:
    """The desk of a site that was closed."""
    return open_desk(places_in(folder), now=clock_at(THURSDAY))


def everything(desk: Desk) -> object:
    return desk.site.db.storage.read()


def session(desk: Desk, workshop: Workshop, number: int = 2) -> MeetingId:
    return schedule_workshop.find_meeting(desk, workshop.id, number).id
