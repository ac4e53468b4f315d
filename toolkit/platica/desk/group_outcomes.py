"""The numbers of a group, for its leader and whoever pays for the room."""

from platica.desk.desk import Desk
from platica.domain.ids import WorkshopId
from platica.domain.outcomes import Outcomes, outcomes_of


def outcomes(desk: Desk, workshop_id: WorkshopId) -> Outcomes:
    """What a workshop achieved until now. Raises NotFound."""
    records = desk.records
    return outcomes_of(
        records.roster(workshop_id),
        records.meetings(workshop_id),
        records.marks_of_workshop(workshop_id),
        records.measures(workshop_id),
    )
