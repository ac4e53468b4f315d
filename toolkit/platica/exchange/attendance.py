"""Attendance as a table: one row for a person and a session, without names unless they are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from platica.domain.attendance import Mark
from platica.domain.roster import RosterEntry
from platica.domain.spoken import PRESENCES, WAYS
from platica.domain.workshop import Meeting
from platica.exchange.table import Cell, Table
from platica.phrases import Phrasebook


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """A person's mark at a session."""

    meeting: Meeting
    entry: RosterEntry | None
    """None for somebody who was erased."""
    mark: Mark | None
    """None where nothing is marked."""


def attendance_table(rows: Iterable[AttendanceRow], title: str, book: Phrasebook, *, names: bool) -> Table:
    """The columns session, date, number, code, name (only with `names`), attendance, way.

    What is not marked is an empty cell; of who was erased number, code and name are.
    """
    headings = (
        book.say("Session"),
        book.say("Date"),
        book.say("Number"),
        book.say("Code"),
        *((book.say("Name"),) if names else ()),
        book.say("Attendance"),
        book.say("Way"),
    )
    return Table(title, headings, tuple(_cells(row, book, names) for row in rows))


def heads_table(meetings: Iterable[Meeting], title: str, book: Phrasebook) -> Table:
    """The columns session, date, people, for events counted by heads."""
    headings = (book.say("Session"), book.say("Date"), book.say("People"))
    return Table(title, headings, tuple((one.number, one.on, one.heads) for one in meetings))


def _cells(row: AttendanceRow, book: Phrasebook, names: bool) -> tuple[Cell, ...]:
    entry = row.entry
    person = entry.participant if entry else None
    return (
        row.meeting.number,
        row.meeting.on,
        entry.number if entry else None,
        person.code if person else None,
        *((person.name if person else None,) if names else ()),
        book.tell(PRESENCES[row.mark.presence]) if row.mark else None,
        book.tell(WAYS[row.mark.way]) if row.mark and row.mark.presence.came else None,
    )
