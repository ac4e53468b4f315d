"""Entering what a session that was held on paper alone brought back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from platica.desk import question_box
from platica.desk.desk import Desk
from platica.desk.enrol import NewPerson, newcomers, records_of
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.entry import read_entry
from platica.domain.ids import CommitId, MeetingId, NoteId, WorkshopId
from platica.domain.measure import Measure
from platica.domain.names import clean_line, clean_name
from platica.domain.practice_note import PracticeNote
from platica.domain.returned import Returned, answers_from
from platica.domain.roster import Roster
from platica.domain.sheet import is_code
from platica.domain.workshop import Meeting, WorkshopForm
from platica.errors import Refused
from platica.ledger.codecs import Record
from platica.ledger.ids import new_id
from platica.phrases import phrase

LONGEST = 600
"""Characters of one part of a practice note."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What was saved of a return sheet."""

    marked: int
    """People who have a mark by it."""
    questions: int
    at: datetime
    commit: CommitId
    heads: int | None = None
    came: int = 0
    """People of the roster who are marked as having come, by all that is known now."""


def meeting_of(desk: Desk, code: str) -> Meeting:
    """The meeting whose sheet bears a code. Raises Refused for a mistyped one, NotFound for one that is not known."""
    written = code.strip().upper().replace(" ", "-")
    if not is_code(written):
        raise Refused(phrase("“{code}” is not a code of a sheet; look at it once more.", code=code.strip()))
    return desk.records.meeting(desk.records.sheet(written).meeting)


def enter(desk: Desk, meeting_id: MeetingId, sheet: Returned) -> Entered:
    """Saves a sheet: marks, counts, answers and note in one step, and then each question by itself, unsigned.

    Raises Refused, and nothing is saved, when a part cannot be read or nothing was typed.
    """
    meeting = desk.records.meeting(meeting_id)
    questions = [question_box.written(desk, meeting.workshop, text) for text in sheet.questions]
    roster = desk.records.roster(meeting.workshop)
    records = list(_records(desk, meeting, roster, sheet))
    if not records and not questions:
        raise Refused(phrase("Nothing was typed yet."))
    saved = desk.records.save(*records)
    for question in questions:
        desk.records.save(question)
    return Entered(
        marked=sum(isinstance(one, Mark) for one in records),
        questions=len(questions),
        at=saved.at,
        commit=saved.commit,
        heads=desk.records.meeting(meeting_id).heads,
        came=sum(one.presence.came for one in desk.records.marks(meeting_id)),
    )


def note(desk: Desk, meeting_id: MeetingId, worked: str, change: str) -> PracticeNote:
    """Writes down what worked at a meeting and what to change. Raises Refused when nothing is, or one is too long."""
    written = _note(meeting_id, worked, change)
    if written is None:
        raise Refused(phrase("Write what worked, or what to change."))
    desk.records.save(written)
    return written


def notes(desk: Desk, workshop_id: WorkshopId) -> tuple[tuple[Meeting, PracticeNote], ...]:
    """The practice notes of a workshop, session by session."""
    meetings = desk.records.meetings(workshop_id)
    return tuple((meeting, note) for meeting in meetings for note in desk.records.notes(meeting.id))


def _records(desk: Desk, meeting: Meeting, roster: Roster, sheet: Returned) -> Iterator[Record]:
    if desk.records.workshop(meeting.workshop).form is not WorkshopForm.EVENT:
        yield from _people(desk, meeting, roster, sheet)
    elif sheet.marks.strip() or sheet.newcomers or sheet.confidence.strip():
        raise Refused(phrase("At an event people are counted, not named."))
    if sheet.heads is not None or sheet.faces is not None:
        heads = meeting.heads if sheet.heads is None else sheet.heads
        yield replace(meeting, heads=heads, faces=meeting.faces if sheet.faces is None else sheet.faces)
    if written := _note(meeting.id, sheet.worked, sheet.change):
        yield written


def _people(desk: Desk, meeting: Meeting, roster: Roster, sheet: Returned) -> Iterator[Record]:
    named = [NewPerson(clean_name(name)) for name in sheet.newcomers]
    people = newcomers(desk, meeting.workshop, named) if named else ()
    yield from records_of(meeting.workshop, people)
    yield from _marks(meeting, roster, sheet)
    yield from (Mark(meeting.id, one.participant.id, Presence.PRESENT) for one in people)
    known = Roster(roster.workshop, (*roster.entries, *people))
    for number, answer in answers_from(sheet.confidence).items():
        one = known.numbered(number)
        if one is None:
            raise Refused(phrase("Number {part} is not on this roster.", part=number))
        yield Measure(meeting.id, one.participant.id, answer)


def _marks(meeting: Meeting, roster: Roster, sheet: Returned) -> Iterator[Mark]:
    typed = read_entry(sheet.marks, roster).groups if sheet.marks.strip() else ()
    marked = {one.participant.id: (group.presence, group.way) for group in typed for one in group.people}
    if sheet.rest_absent:
        for one in roster.active:
            marked.setdefault(one.participant.id, (Presence.ABSENT, Way.IN_PERSON))
    return (Mark(meeting.id, person, *status) for person, status in marked.items())


def _note(meeting_id: MeetingId, worked: str, change: str) -> PracticeNote | None:
    parts = clean_line(worked), clean_line(change)
    longest = max(map(len, parts))
    if longest > LONGEST:
        raise Refused(phrase("This note has {length} characters; {most} fit.", length=longest, most=LONGEST))
    return PracticeNote(NoteId(new_id()), meeting_id, *parts) if any(parts) else None
