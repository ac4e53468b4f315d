"""The sheet of a meeting: printed again under its old code as long as the same people are on it."""

from platica.desk.desk import Desk
from platica.domain.roster import Roster
from platica.domain.sheet import Sheet, new_code
from platica.domain.workshop import Meeting


def sheet_for(desk: Desk, meeting: Meeting, roster: Roster, *, only_seen: bool = False) -> Sheet:
    """The sheet on record for a meeting and these people, or a new one put on record unless it is only looked at."""
    people = tuple(entry.participant.id for entry in roster.active)
    known = desk.records.sheets(meeting.id)
    same = next((sheet for sheet in known if sheet.people == people), None)
    if same:
        return same
    taken = {sheet.code for sheet in known}
    code = new_code(meeting.number)
    while code in taken:
        code = new_code(meeting.number)
    sheet = Sheet(code, meeting.id, desk.now().date(), people)
    if not only_seen:
        desk.records.save(sheet)
    return sheet
