"""`platica workshop notes`: what worked in the sessions of a workshop, and what to change."""

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, workshop_argument
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "notes",
        _notes,
        book.say("Shows what those who led wrote down: what worked, and what to change."),
        workshop_argument(book),
        keys="[{meeting, worked, change}]",
    )


def _notes(call: Call, workshop: str) -> None:
    from platica.desk import return_sheet

    with call.desk() as desk:
        found = return_sheet.notes(desk, find(desk, workshop).id)
    book = call.book
    listing = Listing(
        (book.say("Session"), book.say("What worked"), book.say("What to change")),
        [(str(meeting.number), note.worked, note.change) for meeting, note in found],
    )
    data: list[Json] = [
        {"meeting": meeting.number, "worked": note.worked, "change": note.change} for meeting, note in found
    ]
    call.give(data, listing if found else book.say("Nobody wrote anything down yet."))
