"""What a leader needs to see first: the next meeting, what is worth doing, the workshops."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence
from platica.domain.participant import ReadingStyle
from platica.domain.roster import Roster, RosterEntry
from platica.domain.schedule import next_meeting
from platica.domain.workshop import Meeting, Workshop


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting to prepare for, or the one going on."""

    workshop: Workshop
    meeting: Meeting
    title: str
    of: int
    people: int
    reads: tuple[tuple[str, int], ...]
    """Languages and how many read them, the most read first."""
    large: int
    marked: int


@dataclass(frozen=True, slots=True)
class WorkshopLine:
    """A workshop in a list, with which of its meetings were held."""

    workshop: Workshop
    meetings: tuple[Meeting, ...]
    held: tuple[bool, ...]
    people: int


@dataclass(frozen=True, slots=True)
class ToCall:
    """Somebody who missed the last two meetings of a workshop."""

    workshop: Workshop
    entry: RosterEntry


@dataclass(frozen=True, slots=True)
class ToAnswer:
    """A workshop in whose box questions wait."""

    workshop: Workshop
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """The first screen."""

    next: NextMeeting | None
    workshops: tuple[WorkshopLine, ...]
    to_call: tuple[ToCall, ...]
    to_answer: tuple[ToAnswer, ...] = ()


def look(desk: Desk, language: str) -> Today:
    """What stands today, with titles in this language."""
    lines: list[WorkshopLine] = []
    calls: list[ToCall] = []
    boxes: list[ToAnswer] = []
    for workshop in desk.records.workshops():
        meetings = desk.records.meetings(workshop.id)
        roster = desk.records.roster(workshop.id)
        marks = desk.records.marks_of_workshop(workshop.id)
        marked = {mark.meeting for mark in marks}
        held = tuple(meeting.id in marked or bool(meeting.heads) for meeting in meetings)
        lines.append(WorkshopLine(workshop, meetings, held, len(roster.active)))
        if questions := desk.records.questions(workshop.id):
            boxes.append(ToAnswer(workshop, len(questions)))
        calls += [ToCall(workshop, entry) for entry in _missed_twice(roster, meetings, marks)]
    coming = next_meeting([meeting for line in lines for meeting in line.meetings], desk.now())
    return Today(_next(desk, lines, coming, language), tuple(lines), tuple(calls), tuple(boxes))


def _next(desk: Desk, lines: Sequence[WorkshopLine], meeting: Meeting | None, language: str) -> NextMeeting | None:
    if meeting is None:
        return None
    line = next(line for line in lines if line.workshop.id == meeting.workshop)
    people = desk.records.roster(meeting.workshop).active
    reads = Counter(entry.participant.reads.language for entry in people)
    return NextMeeting(
        workshop=line.workshop,
        meeting=meeting,
        title=_title(desk, line.workshop, meeting, language),
        of=len(line.meetings),
        people=len(people),
        reads=tuple(reads.most_common()),
        large=sum(entry.participant.reads.style is ReadingStyle.LARGE for entry in people),
        marked=len(desk.records.marks(meeting.id)),
    )


def _title(desk: Desk, workshop: Workshop, meeting: Meeting, language: str) -> str:
    titles = desk.library.titles(workshop.curriculum, desk.translators(language)).session(meeting.session)
    return titles.title.plain if titles else meeting.session


def _missed_twice(roster: Roster, meetings: Sequence[Meeting], marks: Sequence[Mark]) -> tuple[RosterEntry, ...]:
    """People marked absent at both of the last two meetings that were held."""
    held = [meeting.id for meeting in meetings if any(mark.meeting == meeting.id for mark in marks)][-2:]
    if len(held) < 2:
        return ()
    absent = {(mark.meeting, mark.participant) for mark in marks if mark.presence is Presence.ABSENT}
    return tuple(entry for entry in roster.active if all((one, entry.participant.id) in absent for one in held))
