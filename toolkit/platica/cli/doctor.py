"""`platica doctor`: whether everything a leader will need works on this computer."""

import click

from platica.cli.call import Call, Json
from platica.cli.spoken_click import SpokenCommand, command
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "doctor",
        _doctor,
        book.say("Looks whether everything works on this computer; ends with 1 when something does not."),
        keys="[{sound, sentence}]",
    )


def _doctor(call: Call) -> None:
    from platica.desk import doctor

    found = doctor.examine(call.places)
    book = call.book
    data: list[Json] = [{"sound": one.sound, "sentence": book.tell(one.phrase)} for one in found]
    words = {True: book.say("works"), False: book.say("look here")}
    call.give(data, *(f"{words[one.sound]}: {book.tell(one.phrase)}" for one in found))
    if not all(one.sound for one in found):
        raise click.exceptions.Exit(1)
