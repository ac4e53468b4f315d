"""Who stands on paper that was printed."""

from platica.desk.desk import Desk
from platica.domain.ids import WorkshopId


def on_paper(desk: Desk, workshop: WorkshopId) -> frozenset[str]:
    """Everybody, as they were recorded, who is on a sign-in sheet that was printed for a workshop."""
    return frozenset(
        person
        for meeting in desk.records.meetings(workshop)
        for sheet in desk.records.sheets(meeting.id)
        for person in sheet.people
    )
