"""`platica history`: every change to a record: when, on which computer, by whom."""

from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import value, word
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, find_session, workshop_argument
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.history import Step


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "history",
        _history,
        book.say(
            "Lists every change to a workshop, a person of it, a session, or a person's mark at a session: the newest"
            " first, with who made it and on which computer."
        ),
        workshop_argument(book),
        word("person", book.say("[PERSON-NUMBER]"), NUMBER, required=False),
        value(
            "--meeting",
            book.say("SESSION-NUMBER"),
            book.say("The session; with a person, their mark at it."),
            NUMBER,
        ),
        keys="[{at, leader, computer, sentence}]",
    )


def _history(call: Call, workshop: str, person: int | None, meeting: int | None) -> None:
    from platica.desk.tell_steps import tell

    book = call.book
    with call.desk() as desk:
        told = tell(desk, _steps(desk, workshop, person, meeting), call.language)[::-1]
        formats = desk.formats(call.language)
        rows = [
            (
                f"{formats.day(one.at.date())} {one.at.year}",
                formats.time(one.at.time()),
                one.leader,
                one.computer,
                book.tell(one.sentence),
            )
            for one in told
        ]
    data: list[Json] = [
        {
            "at": one.at.isoformat(timespec="seconds"),
            "leader": one.leader,
            "computer": one.computer,
            "sentence": book.tell(one.sentence),
        }
        for one in told
    ]
    headings = (book.say("Day"), book.say("Time"), book.say("By"), book.say("Computer"), book.say("What"))
    call.give(data, Listing(headings, rows) if rows else book.say("Nothing of this is on record."))


def _steps(desk: "Desk", workshop: str, person: int | None, meeting: int | None) -> "tuple[Step, ...]":
    """The steps of what is meant. Raises NotFound, or Refused when several workshops fit."""
    from platica.desk import keep_roster, record_history

    found = find(desk, workshop)
    session = None if meeting is None else find_session(desk, found, meeting)
    if person is None:
        return record_history.of_meeting(desk, session.id) if session else record_history.of_workshop(desk, found.id)
    who = keep_roster.entry(desk, found.id, person).participant.id
    if session:
        return record_history.of_mark(desk, session.id, who)
    return record_history.of_person(desk, found.id, who)
