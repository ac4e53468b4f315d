"""The program as one question after another, for those who listen to it."""

import shlex

import click

from platica.cli.call import Call
from platica.cli.listing import printable
from platica.cli.main import run_line
from platica.phrases import phrase

_ENDS = ("quit", "exit", "salir", "fin")
_HELP = ("help", "ayuda", "?")


def converse(call: Call) -> None:
    """Says what comes next, then runs one typed command after another until the person ends it."""
    from platica.desk.settings_file import has_settings

    book = call.book
    if has_settings(call.places.site):
        _say_next(call)
    else:
        click.echo(book.say("There is no site yet. “platica site init” sets one up."))
    click.echo(book.say("Type a command such as workshop list. “help” lists them, “quit” ends."))
    while True:
        try:
            words = shlex.split(input(book.say("What now? ")))
        except (EOFError, KeyboardInterrupt):
            return
        except ValueError:
            call.warn(phrase("A quotation mark is not closed."))
            continue
        if not words:
            continue
        if words[0].lower() in _ENDS:
            return
        run_line(call, ["--help"] if words[0].lower() in _HELP else words)


def _say_next(call: Call) -> None:
    from platica.desk import today

    book = call.book
    with call.desk() as desk:
        coming = today.look(desk, call.language).next
        formats = desk.formats(call.language)
        if coming is None:
            click.echo(book.say("No session is coming up."))
            return
        said = book.say(
            "Next: {workshop}, session {number} of {all}, {title}, at {time} on {day}. {people} people in the group.",
            workshop=coming.workshop.name,
            number=coming.meeting.number,
            all=coming.of,
            title=coming.title,
            day=formats.long_day(coming.meeting.on),
            time=formats.time(coming.meeting.at),
            people=coming.people,
        )
    click.echo(printable(said))
