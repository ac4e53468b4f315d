"""`platica settle`: what a person must decide."""

from collections.abc import Sequence

import click

from platica.cli.call import Call, Json
from platica.cli.matters_shown import MATTER, matters_json, matters_shown
from platica.cli.parameters import flag, value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.wrong_usage import WrongUsage
from platica.domain.matter import Matter
from platica.errors import NotFound
from platica.phrases import Phrasebook, phrase


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "settle",
        _settle,
        book.say("Lists what a person must decide, or settles one of it."),
        click.Argument(["matter"], metavar=book.say("[MATTER]"), required=False),
        value("--choose", book.say("LETTER"), book.say("The choice, such as A.")),
        flag("--yes", book.say("Does also what cannot be undone."), into="sure"),
        keys=f"{{settled, matters: [{MATTER}]}}",
    )


def _settle(call: Call, matter: str | None, choose: str | None, sure: bool) -> None:
    from platica.desk import settle

    if (matter is None) != (choose is None):
        raise WrongUsage(phrase("Name a matter and a choice: platica settle 1 --choose A"))
    with call.desk() as desk:
        matters = settle.to_settle(desk, call.language)
        settled = ""
        if matter is not None and choose is not None:
            done = settle.choose(desk, _named(matters, matter), choose, sure=sure)
            settled = call.book.tell(done.sentence)
            matters = settle.to_settle(desk, call.language)
    data: dict[str, Json] = {"settled": settled or None, "matters": matters_json(call.book, matters)}
    nothing = call.book.say("There is nothing to settle.")
    how = call.book.say("Settle one with: platica settle 1 --choose A")
    call.give(data, *([settled] if settled else matters_shown(call.book, matters, nothing, how)))


def _named(matters: Sequence[Matter], named: str) -> Matter:
    """The matter with a number of the list, or an id, which means the same however the list changed."""
    found = next((one for one in matters if one.id == named.casefold()), None)
    if found is None and named.isdecimal() and 1 <= int(named) <= len(matters):
        found = matters[int(named) - 1]
    if found is None:
        raise NotFound(phrase("There is no matter {named} to settle.", named=named))
    return found
