"""`platica attendance`: marking who came."""

import click

from platica.cli import attendance_return
from platica.cli.attendance_shown import GRID, MARKED, UNDONE, give_marked, grid_json, grid_listing, undone_json
from platica.cli.call import Call
from platica.cli.kinds import NUMBER, NumberKind
from platica.cli.parameters import flag, value, word
from platica.cli.records import MEETING, meeting_json
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import find, find_session, meeting_argument, workshop_argument
from platica.cli.wrong_usage import WrongUsage
from platica.domain.attendance import Presence, Way
from platica.domain.scope import Scope, What
from platica.phrases import Phrasebook, phrase

_GROUPS = {
    "present": (Presence.PRESENT, Way.IN_PERSON),
    "late": (Presence.LATE, Way.IN_PERSON),
    "online": (Presence.PRESENT, Way.ONLINE),
    "make_up": (Presence.PRESENT, Way.MAKE_UP),
    "excused": (Presence.EXCUSED, Way.IN_PERSON),
    "absent": (Presence.ABSENT, Way.IN_PERSON),
}


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    workshop, meeting = workshop_argument(book), meeting_argument(book)
    commands = [
        command(
            book,
            "mark",
            _mark,
            book.say("Marks people by their numbers, 1-9,11, all at once or not at all."),
            workshop,
            meeting,
            *_mark_options(book),
            keys=MARKED,
        ),
        command(
            book,
            "show",
            _show,
            book.say("Shows everybody's marks, or how one session stands."),
            workshop,
            value("--meeting", book.say("NUMBER"), book.say("One session only."), NUMBER),
            keys=GRID,
        ),
        command(
            book,
            "undo",
            _undo,
            book.say("Takes back this computer's last marking of a workshop."),
            workshop,
            keys=UNDONE,
        ),
        command(
            book,
            "heads",
            _heads,
            book.say("Says how many people came to an event."),
            workshop,
            meeting,
            word("heads", book.say("PEOPLE"), NumberKind(0)),
            keys=MEETING,
        ),
        attendance_return.build(book),
    ]
    return SpokenGroup("attendance", book, commands, help=book.say("Attendance: marking, looking, taking back."))


def _mark_options(book: Phrasebook) -> tuple[click.Option, ...]:
    numbers = book.say("NUMBERS")
    said = {
        "--present": book.say("Who came on time."),
        "--late": book.say("Who came late."),
        "--online": book.say("Who took part online."),
        "--make-up": book.say("Who made the session up another day."),
        "--excused": book.say("Who stayed away with a reason."),
        "--absent": book.say("Who stayed away."),
        "--all-but": book.say("Everybody came but these, who are marked absent."),
    }
    return (
        *(click.Option([name], metavar=numbers, help=text) for name, text in said.items()),
        flag("--rest-absent", book.say("Everybody without a mark stayed away.")),
    )


def _mark(
    call: Call, workshop: str, meeting: int, all_but: str | None, rest_absent: bool, **groups: str | None
) -> None:
    from platica.desk import take_attendance

    named = {name: numbers for name, numbers in groups.items() if numbers is not None}
    if (all_but is not None) + rest_absent + bool(named) != 1:
        raise WrongUsage(
            phrase("Say who came in one way: with --present, --late and the like, or --all-but, or --rest-absent.")
        )
    with call.desk() as desk:
        one = find(desk, workshop)
        meeting_id = find_session(desk, one, meeting).id
        if all_but is not None:
            marked = take_attendance.mark_all_but(desk, meeting_id, all_but)
        elif rest_absent:
            marked = take_attendance.mark_rest_absent(desk, meeting_id)
        else:
            wanted = [(numbers, *_GROUPS[name]) for name, numbers in named.items()]
            marked = take_attendance.mark_groups(desk, meeting_id, wanted)
        counts = take_attendance.grid(desk, one.id).counts(meeting_id)
        at = desk.formats(call.language).time(marked.at.time())
    give_marked(call, marked, counts, at)


def _show(call: Call, workshop: str, meeting: int | None) -> None:
    from platica.desk import take_attendance

    with call.desk() as desk:
        one = find(desk, workshop)
        if meeting is not None:
            find_session(desk, one, meeting)
        grid = take_attendance.grid(desk, one.id)
    shown = grid_listing(call.book, grid, meeting)
    call.give(grid_json(grid, meeting), shown if grid.rows else call.book.say("Nobody is in this group yet."))


def _undo(call: Call, workshop: str) -> None:
    from platica.desk import undo

    with call.desk() as desk:
        undone = undo.undo(desk, Scope(What.ATTENDANCE, find(desk, workshop).id), call.language)
        clock = desk.formats(call.language).time(undone.at.time())
    call.give(undone_json(undone), call.book.tell(undone.sentence), call.book.say("Saved at {time}.", time=clock))


def _heads(call: Call, workshop: str, meeting: int, heads: int) -> None:
    from platica.desk import take_attendance

    with call.desk() as desk:
        changed = take_attendance.count_heads(desk, find_session(desk, find(desk, workshop), meeting).id, heads)
    said = call.book.say_count(
        "{count} person came to session {number}.",
        "{count} people came to session {number}.",
        heads,
        number=changed.number,
    )
    call.give(meeting_json(changed), said)
