"""`platica keys`: passphrases and the recovery code."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from platica.cli.call import Call, Json, Shown
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import value, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.errors import PlaticaError
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk

_WAYS = "[{number, kind, made, mine}]"
LOST = phrase(
    "Whoever forgets every passphrase and has no recovery code can never read the records again. “platica keys "
    "recovery” makes a code to print and put away."
)


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    commands = [
        command(book, "list", _list, book.say("Lists the ways to open the records."), keys=_WAYS),
        command(
            book,
            "add",
            _add,
            book.say("Adds a passphrase; after the first one the records open only with a passphrase."),
            keys=_WAYS,
        ),
        command(
            book,
            "remove",
            _remove,
            book.say("Takes a way to open the records away, by its number in the list."),
            word("number", book.say("KEY-NUMBER"), NUMBER),
            keys=_WAYS,
        ),
        command(book, "change", _change, book.say("Puts a new passphrase in the place of another."), keys=_WAYS),
        command(
            book,
            "recovery",
            _recovery,
            book.say("Makes a recovery code, for the day every passphrase is forgotten. It is shown once."),
            value("--output", book.say("FOLDER"), book.say("Where to leave a sheet with the code, as PDF.")),
            keys="{code, document}",
        ),
    ]
    return SpokenGroup("keys", book, commands, help=book.say("Who can open the records: passphrases and codes."))


def _list(call: Call) -> None:
    with call.desk() as desk:
        _give(call, desk)


def _add(call: Call) -> None:
    from platica.desk import keys

    with call.desk() as desk:
        first = not keys.has_passphrase(desk)
        keys.add_passphrase(desk, call.secrets.new_passphrase(keys.check_new))
        said = call.book.say("From now on the records open only with a passphrase.") if first else ""
        _give(call, desk, *filter(None, [said or call.book.say("The passphrase was added.")]))
    if first:
        call.warn(LOST)


def _remove(call: Call, number: int) -> None:
    from platica.desk import keys

    book = call.book
    with call.desk() as desk:
        keys.remove(desk, number)
        _give(
            call,
            desk,
            book.say("It is taken away. It does not open what is written from now on."),
            book.say("Your other computers need a new invitation now: “platica device invite”."),
            book.say("What was written before can still be read with it and an old copy of the keys."),
        )
        lost = not (keys.is_open(desk) or keys.has_recovery_code(desk))
    if lost:
        call.warn(LOST)


def _change(call: Call) -> None:
    from platica.desk import keys

    with call.desk_by_passphrase() as (desk, old):
        keys.change_passphrase(desk, old, call.secrets.new_passphrase(keys.check_new))
        _give(call, desk, call.book.say("The passphrase is changed."))


def _recovery(call: Call, output: str | None) -> None:
    from platica.desk import keys

    asked = call.secrets.at_terminal
    with call.desk() as desk:
        code = keys.draw_recovery_code(desk)
        sheet = _sheet(call, desk, code, output) if output else None
        try:
            if asked:
                _typed_back(call, code)
            keys.keep_recovery_code(desk, code)
        except BaseException:
            if sheet:
                sheet.unlink(missing_ok=True)
            raise
    document = str(sheet) if sheet else None
    call.give({"code": code, "document": document}, *([] if asked else [code]), *filter(None, [document]))
    call.warn(phrase("The code opens the records from now on. Put it away in a safe place, far from the computer."))


def _typed_back(call: Call, code: str) -> None:
    """Raises Refused or Abort when the code is not typed back in three tries: it does not count then."""
    from platica.desk import keys

    click.echo(code, err=call.json)
    call.secrets.tell(phrase("Write the code down. Then type it from the paper; until then it opens nothing."))
    try:
        call.secrets.tried(
            lambda typed: keys.check_typed_back(code, typed), lambda: call.secrets.line(phrase("The code: "))
        )
    except (PlaticaError, click.Abort, KeyboardInterrupt):
        call.secrets.tell(phrase("The code was not typed back. It opens nothing; throw it away."))
        raise


def _sheet(call: Call, desk: "Desk", code: str, output: str) -> Path:
    from platica.desk.print_recovery import print_recovery

    return print_recovery(desk, code, Path(output).absolute(), call.language)


def _give(call: Call, desk: "Desk", *said: Shown) -> None:
    from platica.desk import keys

    book = call.book
    ways = keys.ways_in(desk)
    data: list[Json] = [
        {
            "number": way.number,
            "kind": way.kind,
            "made": way.made.isoformat() if way.made else None,
            "mine": way.mine,
        }
        for way in ways
    ]
    formats = desk.formats(call.language)
    listing = Listing(
        (book.say("Number"), book.say("Asks for"), book.say("Since"), book.say("Note")),
        tuple(
            (
                str(way.number),
                book.tell(keys.KINDS[way.kind]),
                formats.long_date(way.made) if way.made else "",
                book.say("used now") if way.mine else "",
            )
            for way in ways
        ),
    )
    call.give(data, *said, listing)
