from datetime import time

from builders.people import person
from builders.phrasebook import English
from builders.tables import a_day
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.ids import MeetingId, SessionId, WorkshopId
from platica.domain.workshop import Meeting
from platica.exchange.attendance import AttendanceRow, attendance_table, heads_table

MEETING = Meeting(MeetingId("m"), WorkshopId("w"), SessionId("s"), 2, a_day(), time(18), 60, heads=31)


def row(presence: Presence | None, way: Way = Way.IN_PERSON) -> AttendanceRow:
    entry = person("Ana Peña", 4)
    mark = Mark(MEETING.id, entry.participant.id, presence, way) if presence else None
    return AttendanceRow(MEETING, entry, mark)


def test_a_row_says_the_session_the_day_the_person_and_how_they_came() -> None:
    table = attendance_table([row(Presence.LATE, Way.ONLINE)], "T", English(), names=True)
    assert table.headings == ("Session", "Date", "Number", "Code", "Name", "Attendance", "Way")
    assert table.rows == ((2, a_day(), 4, "C4", "Ana Peña", "late", "online"),)


def test_without_being_asked_no_name_is_in_the_table() -> None:
    table = attendance_table([row(Presence.PRESENT)], "T", English(), names=False)
    assert table.headings == ("Session", "Date", "Number", "Code", "Attendance", "Way")
    assert table.rows == ((2, a_day(), 4, "C4", "present", "in person"),)


def test_a_person_nobody_marked_has_an_empty_cell_and_who_stayed_away_no_way() -> None:
    table = attendance_table([row(None), row(Presence.ABSENT)], "T", English(), names=False)
    assert [cells[-2:] for cells in table.rows] == [(None, None), ("absent", None)]


def test_an_event_is_a_row_of_heads() -> None:
    table = heads_table([MEETING], "T", English())
    assert (table.headings, table.rows) == (("Session", "Date", "People"), ((2, a_day(), 31),))
