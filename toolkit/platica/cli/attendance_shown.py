"""Marks as they are shown: a grid of signs for people, rows of words for programs."""

from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.domain.attendance import Mark
from platica.domain.spoken import mark_said
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.take_attendance import Counts, Grid, Marked
    from platica.domain.undone import Undone

_COUNTS = "{in_room, online, make_up, excused, absent, unmarked}"
MARKED = f"{{marked: [], saved_at, counts: {_COUNTS}}}"
_MARK = "{presence, way}"
UNDONE = f"{{undone_at, people: [{{number, name, session, was: {_MARK}, now: {_MARK}}}]}}"
GRID = (
    "{workshop, sessions: [{number, on, heads, counts: " + _COUNTS + "}],"
    " people: [{number, code, name, marks: [{session, presence, way}]}]}"
)


def give_marked(call: Call, marked: "Marked", counts: "Counts", clock: str) -> None:
    """What was saved, and how the session stands now."""
    data: dict[str, Json] = {
        "marked": [entry.number for entry in marked.people],
        "saved_at": marked.at.isoformat(timespec="seconds"),
        "counts": counts_json(counts),
    }
    said = call.book.say_count(
        "Saved at {time}: {count} person marked.",
        "Saved at {time}: {count} people marked.",
        len(marked.people),
        time=clock,
    )
    call.give(data, said, counts_said(call.book, counts))


def counts_json(counts: "Counts") -> dict[str, Json]:
    """How a session stands, for programs."""
    return {
        "in_room": counts.in_room,
        "online": counts.online,
        "make_up": counts.make_up,
        "excused": counts.excused,
        "absent": counts.absent,
        "unmarked": counts.unmarked,
    }


def counts_said(book: Phrasebook, counts: "Counts") -> str:
    """How a session stands, in words."""
    return book.say(
        "In the room: {room}. Online: {online}. Make-up: {make_up}. Excused: {excused}. Absent: {absent}."
        " Without a mark: {unmarked}.",
        room=counts.in_room,
        online=counts.online,
        make_up=counts.make_up,
        excused=counts.excused,
        absent=counts.absent,
        unmarked=counts.unmarked,
    )


def grid_json(grid: "Grid", only: int | None) -> dict[str, Json]:
    """Every session and every person with the marks they have."""
    meetings = [meeting for meeting in grid.meetings if only in (None, meeting.number)]
    people: list[Json] = []
    for row in grid.rows:
        marks: list[Json] = [
            {"session": meeting.number, "presence": mark.presence, "way": mark.way}
            for meeting, mark in zip(grid.meetings, row.marks, strict=True)
            if mark and meeting in meetings
        ]
        person = row.entry.participant
        people.append({"number": row.entry.number, "code": person.code, "name": person.name, "marks": marks})
    sessions: list[Json] = [
        {
            "number": meeting.number,
            "on": meeting.on.isoformat(),
            "heads": meeting.heads,
            "counts": counts_json(grid.counts(meeting.id)),
        }
        for meeting in meetings
    ]
    return {"workshop": grid.workshop.id, "sessions": sessions, "people": people}


def grid_listing(book: Phrasebook, grid: "Grid", only: int | None) -> Listing:
    """A row for each person and a column for each session."""
    places = [place for place, meeting in enumerate(grid.meetings) if only in (None, meeting.number)]
    sessions = [book.say("Session {number}", number=grid.meetings[place].number) for place in places]
    rows = [
        (
            str(row.entry.number),
            row.entry.participant.name,
            *(_said(book, row.marks[place]) for place in places),
        )
        for row in grid.rows
    ]
    return Listing((book.say("Number"), book.say("Name"), *sessions), rows)


def undone_json(undone: "Undone") -> dict[str, Json]:
    """Whose marks were taken back, and what stands now."""
    people: list[Json] = [
        {
            "number": one.entry.number,
            "name": one.entry.participant.name,
            "session": one.meeting.number,
            "was": _mark_json(one.was),
            "now": _mark_json(one.now),
        }
        for one in undone.people
    ]
    return {"undone_at": undone.at.isoformat(timespec="seconds"), "people": people}


def _mark_json(mark: Mark | None) -> Json:
    """Both empty where nothing is marked, so that programs find the same keys everywhere."""
    return {"presence": mark.presence if mark else None, "way": mark.way if mark else None}


def _said(book: Phrasebook, mark: Mark | None) -> str:
    return book.tell(mark_said(mark)) if mark else "–"
