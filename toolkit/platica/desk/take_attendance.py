"""Marking who came. Every call is saved before it returns."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from platica.desk.desk import Desk
from platica.desk.enrol import NewPerson, newcomers, records_of
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.completion import completed, sessions_attended
from platica.domain.entry import read_entry
from platica.domain.ids import CommitId, MeetingId, WorkshopId
from platica.domain.names import clean_name
from platica.domain.participant import Reads
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
    contested: tuple[int, ...] = ()
    """Numbers that several people have; typing one is refused."""
    unnamed: tuple[Mark, ...] = ()
    """Marks of people who were erased: they go on counting, without a row."""

    def counts(self, meeting_id: MeetingId) -> Counts:
        at = next(place for place, meeting in enumerate(self.meetings) if meeting.id == meeting_id)
        marks: list[Mark | None] = [row.marks[at] for row in self.rows]
        marks += [mark for mark in self.unnamed if mark.meeting == meeting_id]
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
    roster = desk.records.roster(workshop_id)
    people = {entry.participant.id for entry in roster.entries}
    unnamed = tuple(mark for mark in marks.values() if mark.participant not in people)
    rows = [
        GridRow(entry, tuple(marks.get((entry.participant.id, meeting.id)) for meeting in meetings))
        for entry in roster.entries
    ]
    shown = tuple(row for row in rows if row.entry.active or any(row.marks))
    return Grid(workshop, meetings, shown, roster.contested, unnamed)


def mark(
    desk: Desk, meeting_id: MeetingId, people: Iterable[RosterEntry], presence: Presence, way: Way = Way.IN_PERSON
) -> Marked:
    """Marks people, all in one commit."""
    _must_keep_names(desk, meeting_id)
    return _save(desk, meeting_id, dict.fromkeys(people, (presence, way)))


def mark_typed(desk: Desk, meeting_id: MeetingId, typed: str) -> Marked:
    """Marks whom an entry line names, all in one commit: `1-9,11`, `1-3j,4a`, `all but 4`, `rosa t`."""
    meant = read_entry(typed, _roster_at(desk, meeting_id))
    return _save(desk, meeting_id, {one: (group.presence, group.way) for group in meant.groups for one in group.people})


def mark_numbers(
    desk: Desk, meeting_id: MeetingId, numbers: str, presence: Presence, way: Way = Way.IN_PERSON
) -> Marked:
    """Marks the numbers and ranges given."""
    return mark(desk, meeting_id, _roster_at(desk, meeting_id).chosen(numbers), presence, way)


def mark_groups(desk: Desk, meeting_id: MeetingId, groups: Iterable[tuple[str, Presence, Way]]) -> Marked:
    """Marks several groups of numbers, each in its own way, all in one commit.

    Raises Refused when a number is not on the roster or stands in two groups.
    """
    roster = _roster_at(desk, meeting_id)
    marks: dict[RosterEntry, tuple[Presence, Way]] = {}
    for numbers, presence, way in groups:
        for one in roster.chosen(numbers):
            if one in marks:
                raise Refused(phrase("Number {number} is named twice.", number=one.number))
            marks[one] = (presence, way)
    return _save(desk, meeting_id, marks)


def mark_all_but(desk: Desk, meeting_id: MeetingId, numbers: str) -> Marked:
    """Marks everybody present but the numbers given, who are marked absent; one commit."""
    roster = _roster_at(desk, meeting_id)
    away = roster.chosen(numbers)
    return _save(
        desk,
        meeting_id,
        {one: (Presence.ABSENT if one in away else Presence.PRESENT, Way.IN_PERSON) for one in roster.active},
    )


def mark_rest_absent(desk: Desk, meeting_id: MeetingId) -> Marked:
    """Marks everybody without a mark absent. Raises Refused when there is nobody without one."""
    roster = _roster_at(desk, meeting_id)
    marked = {one.participant for one in desk.records.marks(meeting_id)}
    rest = [one for one in roster.active if one.participant.id not in marked]
    if roster.active and not rest:
        raise Refused(phrase("Everybody is marked already."))
    return mark(desk, meeting_id, rest, Presence.ABSENT)


def mark_new(desk: Desk, meeting_id: MeetingId, name: str, reads: Reads | None = None, contact: str = "") -> Marked:
    """Enrols a person who came and was not on the roster, and marks them present; one commit."""
    workshop_id = desk.records.meeting(meeting_id).workshop
    people = newcomers(desk, workshop_id, [NewPerson(clean_name(name), reads, contact)])
    marks = [Mark(meeting_id, one.participant.id, Presence.PRESENT) for one in people]
    saved = desk.records.save(*records_of(workshop_id, people), *marks)
    return Marked(people, saved.at, saved.commit)


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


def _roster_at(desk: Desk, meeting_id: MeetingId) -> Roster:
    """The roster a meeting is marked by. Raises Refused at an event."""
    _must_keep_names(desk, meeting_id)
    return desk.records.roster(desk.records.meeting(meeting_id).workshop)


def _save(desk: Desk, meeting_id: MeetingId, marks: Mapping[RosterEntry, tuple[Presence, Way]]) -> Marked:
    if not marks:
        raise Refused(phrase("Nobody was named."))
    people = tuple(sorted(marks, key=lambda one: one.number))
    saved = desk.records.save(*(Mark(meeting_id, one.participant.id, *marks[one]) for one in people))
    return Marked(people, saved.at, saved.commit)


def _must_keep_names(desk: Desk, meeting_id: MeetingId) -> None:
    if desk.records.workshop(desk.records.meeting(meeting_id).workshop).form is WorkshopForm.EVENT:
        raise Refused(phrase("An event counts heads; it keeps no names."))
