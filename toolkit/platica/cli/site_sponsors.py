"""`platica site sponsors`: the organizations that certificates thank."""

from pathlib import Path

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.wrong_usage import WrongUsage
from platica.phrases import Phrasebook, phrase


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "sponsors",
        _sponsors,
        book.say("Shows the organizations that certificates thank; adds one or takes one away."),
        value("--add", book.say("NAME"), book.say("Also this one, from now on.")),
        value("--logo", book.say("FILE"), book.say("With --add: its logo, a PNG or JPEG picture of at most 2 MB.")),
        value("--remove", book.say("NAME"), book.say("Not this one any more.")),
        keys="{sponsors: [{name, logo}]}",
    )


def _sponsors(call: Call, add: str | None, logo: str | None, remove: str | None) -> None:
    from platica.desk import sponsors

    if logo and not add:
        raise WrongUsage(phrase("--logo belongs to --add."))
    with call.desk() as desk:
        if remove:
            sponsors.remove(desk, remove)
        if add:
            sponsors.add(desk, add, Path(logo) if logo else None)
        kept = desk.settings.sponsors
    book = call.book
    rows = [(one.name, book.say("yes") if one.logo else book.say("no")) for one in kept]
    data: list[Json] = [{"name": one.name, "logo": one.logo} for one in kept]
    shown = Listing((book.say("Organization"), book.say("Logo")), rows)
    call.give({"sponsors": data}, shown if rows else book.say("Certificates name no other organization."))
