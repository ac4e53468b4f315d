"""`platica roster`: people who may be one, joining and separating them."""

from typing import TYPE_CHECKING

from platica.cli.call import Call
from platica.cli.kinds import NUMBER
from platica.cli.matters_shown import MATTER, matters_json, matters_shown
from platica.cli.parameters import word
from platica.cli.records import PERSON, person_json
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, workshop_argument
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    import click


def commands(book: Phrasebook) -> "list[SpokenCommand]":
    """The commands, in the language of a phrasebook."""
    workshop = workshop_argument(book)
    number = word("number", book.say("PERSON-NUMBER"), NUMBER)
    other = word("other", book.say("PERSON-NUMBER"), NUMBER)
    anywhere: click.Argument = word("workshop", book.say("[WORKSHOP]"), required=False)
    return [
        command(
            book,
            "suggest-duplicates",
            _suggest,
            book.say("Lists people who may be one, as their names are alike. Nobody is joined by it."),
            anywhere,
            keys=f"[{MATTER}]",
        ),
        command(
            book,
            "join",
            _join,
            book.say("Makes two people one, who is shown as the first. Both numbers mean them from then on."),
            workshop,
            number,
            other,
            keys=PERSON,
        ),
        command(
            book,
            "separate",
            _separate,
            book.say("Makes two people again of one who was joined."),
            workshop,
            number,
            keys="{kept, separated}",
        ),
    ]


def _suggest(call: Call, workshop: str | None) -> None:
    from platica.desk import settle

    with call.desk() as desk:
        one = find(desk, workshop).id if workshop is not None else None
        matters = settle.suspected_duplicates(desk, call.language, one)
    nothing = call.book.say("Nobody’s names are so alike that they may be one person.")
    how = call.book.say("“roster join” makes two people one; “settle” asks about each.")
    call.give(matters_json(call.book, matters), *matters_shown(call.book, matters, nothing, how))


def _join(call: Call, workshop: str, number: int, other: int) -> None:
    from platica.desk import join_people

    with call.desk() as desk:
        entry = join_people.join(desk, find(desk, workshop).id, number, other)
    numbers = ", ".join(map(str, entry.numbers))
    said = call.book.say("{name} is one person: {numbers}.", name=entry.participant.name, numbers=numbers)
    call.give(person_json(entry), said)


def _separate(call: Call, workshop: str, number: int) -> None:
    from platica.desk import join_people

    with call.desk() as desk:
        kept, separated = join_people.separate(desk, find(desk, workshop).id, number)
    said = call.book.say("{name} and {other} are two people again.", name=kept.name, other=separated.name)
    call.give({"kept": kept.name, "separated": separated.name}, said)
