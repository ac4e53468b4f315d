"""`platica device`: the computers of an organization, and making another one of them."""

import sys
from pathlib import Path

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import flag, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.errors import Refused
from platica.phrases import Phrasebook, phrase

OPEN = phrase(
    "This computer asks for no passphrase: whoever takes it can read the records. A passphrase of another computer "
    "does not count here; “platica keys add” sets one."
)


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    file = word("file", book.say("FILE"))
    commands = [
        command(
            book,
            "invite",
            _invite,
            book.say(
                "Writes an invitation for another computer to a file, and shows the code that opens it. FILE may be a "
                "folder."
            ),
            file,
            keys="{file, code}",
        ),
        command(
            book,
            "join",
            _join,
            book.say("Makes this computer one of the organization that invited it. Asks for the code."),
            file,
            flag("--code-stdin", book.say("Reads the code from standard input.")),
            keys="{file, organization, already}",
        ),
        command(
            book,
            "list",
            _list,
            book.say("Lists the computers of the organization, and when each was last heard of."),
            keys="{computers: [{id, name, here, seen}]}",
        ),
        command(
            book,
            "name",
            _name,
            book.say("Gives this computer a name."),
            word("name", book.say("NAME")),
            keys="{id, name}",
        ),
    ]
    return SpokenGroup("device", book, commands, help=book.say("The computers of the organization."))


def _invite(call: Call, file: str) -> None:
    from platica.desk import invite

    path = invite.place_of(Path(file).expanduser().absolute())
    with call.desk() as desk:
        code = invite.invite(desk, path)
    book = call.book
    call.give(
        {"file": str(path), "code": code},
        book.say("The invitation is in {file}.", file=str(path)),
        book.say("Code: {code}", code=code),
        book.say("Write the code down by hand; it is not shown again. It must not travel with the file."),
    )


def _join(call: Call, file: str, code_stdin: bool) -> None:
    from platica.desk import invite, keys, set_up

    path, code = Path(file).expanduser().absolute(), _code(call, from_input=code_stdin)
    already = False
    if set_up.is_set_up(call.places):
        if keys.are_lost(call.places):
            keys.regain(call.places, path, code)
            call.warn(phrase("The keys are here again."))
        with call.desk() as desk:
            already = invite.join(desk, path, code)
            organization = desk.settings.name
    else:
        organization = invite.begin(call.places, path, code).name
    said = (
        phrase("The keys are up to date. Bring the records in again.")
        if already
        else phrase("This computer is one of the organization now. Bring the records in from a USB stick.")
    )
    data: dict[str, Json] = {"file": str(path), "organization": organization, "already": already}
    call.give(data, call.book.tell(said))
    if not keys.needs_passphrase(call.places):
        call.warn(OPEN)


def _code(call: Call, *, from_input: bool) -> str:
    """The code that opens an invitation, asked for at a terminal or read from standard input."""
    if from_input:
        return sys.stdin.readline()
    if not call.secrets.at_terminal:
        raise Refused(phrase("Nobody is here to type the code. With --code-stdin it is read from standard input."))
    return call.secrets.line(phrase("Code of the invitation: "))


def _list(call: Call) -> None:
    from platica.desk import computers

    book = call.book
    with call.desk() as desk:
        found = computers.computers(desk)
        formats = desk.formats(call.language)
    rows = [
        (
            book.tell(one.name),
            book.say("this one") if one.here else "",
            formats.long_date(one.seen.date()) if one.seen else book.say("not yet"),
        )
        for one in found
    ]
    data: list[Json] = [
        {
            "id": one.id,
            "name": book.tell(one.name),
            "here": one.here,
            "seen": one.seen.isoformat(timespec="seconds") if one.seen else None,
        }
        for one in found
    ]
    call.give({"computers": data}, Listing((book.say("Computer"), "", book.say("Last heard of")), rows))


def _name(call: Call, name: str) -> None:
    from platica.desk import computers

    with call.desk() as desk:
        device = computers.rename(desk, name)
    call.give(
        {"id": device.id, "name": device.name}, call.book.say("This computer is called {name}.", name=device.name)
    )
