"""Marking who came. Every call is saved before it returns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence, Way, numbers_from
from platica.domain.completion import completed, sessions_attended
from platica.domain.entry import read_entry
from platica.domain.ids import CommitId, MeetingId, WorkshopId
from platica.domain.roster import Roster, RosterEntry
from platica.domain.workshop import Meeting, Workshop, WorkshopForm
from platica.errors import Refused
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class GridRow:
    """A person and their marks, one for each meeting of the workshop; None where nothing is marked."""

    entry: RosterEntry
    marks: tuple[Mark | None, ...]

    @property
    def absences(self) -> int:
        return sum(mark is not None and mark.presence is Presence.ABSENT for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Counts:
    """How a meeting stands."""

    in_room: int
    online: int
    make_up: int
    excused: int
    absent: int
    unmarked: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The roster of a workshop against its meetings."""

    workshop: Workshop
    meetings: tuple[Meeting, ...]
    rows: tuple[GridRow, ...]

    def counts(self, meeting_id: MeetingId) -> Counts:
        at = next(place for place, meeting in enumerate(self.meetings) if meeting.id == meeting_id)
        marks = [row.marks[at] for row in self.rows]
        came = Counter(mark.way for mark in marks if mark and mark.presence.came)
        kinds = Counter(mark.presence for mark in marks if mark)
        return Counts(
            in_room=came[Way.IN_PERSON],
            online=came[Way.ONLINE],
            make_up=came[Way.MAKE_UP],
            excused=kinds[Presence.EXCUSED],
            absent=kinds[Presence.ABSENT],
            unmarked=marks.count(None),
        )


@dataclass(frozen=True, slots=True)
class Marked:
    """What was just saved."""

    people: tuple[RosterEntry, ...]
    at: datetime
    commit: CommitId


def grid(desk: Desk, workshop_id: WorkshopId) -> Grid:
    """Everybody's marks. People who left are in it when they have marks."""
    workshop = desk.records.workshop(workshop_id)
    meetings = desk.records.meetings(workshop_id)
    marks = {(mark.participant, mark.meeting): mark for mark in desk.records.marks_of_workshop(workshop_id)}
    rows = [
        GridRow(entry, tuple(marks.get((entry.participant.id, meeting.id)) for meeting in meetings))
        for entry in desk.records.roster(workshop_id).entries
    ]
    return Grid(workshop, meetings, tuple(row for row in rows if row.entry.active or any(row.marks)))


def mark(
    desk: Desk, meeting_id: MeetingId, people: Iterable[RosterEntry], presence: Presence, way: Way = Way.IN_PERSON
) -> Marked:
    """Marks people, all in one commit."""
    chosen = tuple(people)
    _must_keep_names(desk, meeting_id)
    if not chosen:
        raise Refused(phrase("Nobody was named."))
    saved = desk.records.save(*(Mark(meeting_id, one.participant.id, presence, way) for one in chosen))
    return Marked(chosen, saved.at, saved.commit)


def mark_typed(desk: Desk, meeting_id: MeetingId, typed: str) -> Marked:
    """Marks whom an entry line names: `1-9,11`, `all but 4`, `4t`, or a name."""
    roster = desk.records.roster(desk.records.meeting(meeting_id).workshop)
    meant = read_entry(typed, roster)
    return mark(desk, meeting_id, meant.people, meant.presence, meant.way)


def mark_numbers(
    desk: Desk, meeting_id: MeetingId, numbers: str, presence: Presence, way: Way = Way.IN_PERSON
) -> Marked:
    """Marks the numbers and ranges given."""
    roster = desk.records.roster(desk.records.meeting(meeting_id).workshop)
    wanted = numbers_from(numbers, [entry.number for entry in roster.active])
    return mark(desk, meeting_id, [entry for entry in roster.active if entry.number in wanted], presence, way)


def mark_groups(desk: Desk, meeting_id: MeetingId, groups: Iterable[tuple[str, Presence, Way]]) -> Marked:
    """Marks several groups of numbers, each in its own way, all in one commit.

    Raises Refused when a number is not on the roster or stands in two groups.
    """
    _must_keep_names(desk, meeting_id)
    roster = desk.records.roster(desk.records.meeting(meeting_id).workshop)
    known = [entry.number for entry in roster.active]
    marks: dict[int, tuple[Presence, Way]] = {}
    for numbers, presence, way in groups:
        for number in numbers_from(numbers, known):
            if number in marks:
                raise Refused(phrase("Number {number} is named twice.", number=number))
            marks[number] = (presence, way)
    people = tuple(entry for entry in roster.active if entry.number in marks)
    if not people:
        raise Refused(phrase("Nobody was named."))
    saved = desk.records.save(*(Mark(meeting_id, one.participant.id, *marks[one.number]) for one in people))
    return Marked(people, saved.at, saved.commit)


def mark_all_but(desk: Desk, meeting_id: MeetingId, numbers: str) -> Marked:
    """Marks everybody present but the numbers given, who are marked absent; one commit."""
    meeting = desk.records.meeting(meeting_id)
    roster = desk.records.roster(meeting.workshop)
    away = set(numbers_from(numbers, [entry.number for entry in roster.active]))
    marks = [
        Mark(meeting_id, entry.participant.id, Presence.ABSENT if entry.number in away else Presence.PRESENT)
        for entry in roster.active
    ]
    saved = desk.records.save(*marks)
    return Marked(roster.active, saved.at, saved.commit)


def mark_rest_absent(desk: Desk, meeting_id: MeetingId) -> Marked:
    """Marks everybody without a mark absent."""
    roster = desk.records.roster(desk.records.meeting(meeting_id).workshop)
    marked = {one.participant for one in desk.records.marks(meeting_id)}
    return mark(desk, meeting_id, [e for e in roster.active if e.participant.id not in marked], Presence.ABSENT)


def count_heads(desk: Desk, meeting_id: MeetingId, heads: int) -> Meeting:
    """Says how many people came to an event."""
    meeting = desk.records.meeting(meeting_id)
    if desk.records.workshop(meeting.workshop).form is not WorkshopForm.EVENT:
        raise Refused(phrase("Heads are counted at events only; this workshop marks people."))
    if not 0 <= heads <= 100_000:
        raise Refused(phrase("{heads} people are not possible.", heads=heads))
    changed = replace(meeting, heads=heads)
    desk.records.save(changed)
    return changed


def undo(desk: Desk, workshop_id: WorkshopId) -> datetime:
    """Takes back the last marking of this computer for a workshop, and says when that was saved."""
    last = desk.records.last_commit(workshop_id)
    if last is None:
        raise Refused(phrase("There is nothing to undo."))
    return desk.records.undo(last).at


def completers(desk: Desk, workshop_id: WorkshopId) -> tuple[RosterEntry, ...]:
    """The people who came often enough to complete the workshop."""
    workshop = desk.records.workshop(workshop_id)
    rule = desk.library.curriculum(workshop.curriculum).completion
    marks = desk.records.marks_of_workshop(workshop_id)
    meetings = len(desk.records.meetings(workshop_id))
    roster: Roster = desk.records.roster(workshop_id)
    return tuple(
        entry for entry in roster.entries if completed(rule, meetings, sessions_attended(marks, entry.participant.id))
    )


def _must_keep_names(desk: Desk, meeting_id: MeetingId) -> None:
    if desk.records.workshop(desk.records.meeting(meeting_id).workshop).form is WorkshopForm.EVENT:
        raise Refused(phrase("An event counts heads; it keeps no names."))
