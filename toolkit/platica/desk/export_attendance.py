"""Leaving the attendance of a workshop in a file for spreadsheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.ids import WorkshopId
from platica.domain.workshop import Workshop, WorkshopForm
from platica.errors import Refused
from platica.exchange.attendance import AttendanceRow, attendance_table, heads_table
from platica.exchange.table import Table, writer_for
from platica.ledger import fs
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows a file was given, and whether it stands in place of another."""

    rows: int
    replaced: bool


def write(desk: Desk, workshop_id: WorkshopId, path: Path, names: bool = False, language: str | None = None) -> Written:
    """Writes a CSV or XLSX file, readable by its owner only, in place of one that is there.

    Names are left out unless asked for. An event is written as heads. Raises Refused when the file is of another kind,
    its folder is not there or the system will not have it.
    """
    to_bytes = writer_for(path)
    try:
        replaced = _is_replaced(path)
        table = _table(desk, desk.records.workshop(workshop_id), names, language)
        fs.replace_durably(path, to_bytes(table))
    except OSError as error:
        raise Refused(
            phrase("{file} could not be written: {reason}.", file=str(path), reason=fs.reason(error))
        ) from error
    return Written(len(table.rows), replaced)


def _is_replaced(path: Path) -> bool:
    """Whether there is such a file. Raises Refused when there cannot be one, OSError for an impossible name."""
    if not path.parent.is_dir():
        raise Refused(phrase("There is no folder {folder}.", folder=str(path.parent)))
    if path.is_dir():
        raise Refused(phrase("{file} is a folder; name a file.", file=str(path)))
    return path.exists()


def _table(desk: Desk, workshop: Workshop, names: bool, language: str | None) -> Table:
    book = desk.book(language)
    title = book.say("Attendance")
    if workshop.form is WorkshopForm.EVENT:
        return heads_table(desk.records.meetings(workshop.id), title, book)
    return attendance_table(_rows(desk, workshop.id), title, book, names=names)


def _rows(desk: Desk, workshop_id: WorkshopId) -> Iterator[AttendanceRow]:
    """Everyone at every session; people who left only where they have a mark, and at last who was erased, unnamed."""
    roster = desk.records.roster(workshop_id)
    marks = {(mark.meeting, mark.participant): mark for mark in desk.records.marks_of_workshop(workshop_id)}
    people = {entry.participant.id for entry in roster.entries}
    for meeting in desk.records.meetings(workshop_id):
        for entry in roster.entries:
            mark = marks.get((meeting.id, entry.participant.id))
            if entry.active or mark:
                yield AttendanceRow(meeting, entry, mark)
        unnamed = (mark for (at, person), mark in marks.items() if at == meeting.id and person not in people)
        yield from (AttendanceRow(meeting, None, mark) for mark in unnamed)
