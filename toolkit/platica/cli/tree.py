"""All commands, built in one language."""

import click

from platica import __version__
from platica.cli import (
    attendance,
    backup,
    carry,
    curricula,
    demo,
    device,
    doctor,
    erase,
    export,
    history,
    keys,
    leaders,
    print_papers,
    printers,
    questions,
    review,
    roster,
    settle,
    site,
    translate,
    undo,
    workshop,
)
from platica.cli.call import Call
from platica.cli.screens import open_screens
from platica.cli.spoken_click import SpokenGroup
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenGroup:
    """The program; without a command it opens the terminal interface."""
    commands = [
        demo.build(book),
        doctor.build(book),
        site.build(book),
        keys.build(book),
        backup.build(book),
        curricula.build(book),
        workshop.build(book),
        roster.build(book),
        attendance.build(book),
        undo.build(book),
        questions.build(book),
        history.build(book),
        leaders.build(book),
        print_papers.build(book),
        printers.build(book),
        export.build(book),
        translate.build(book),
        review.build(book),
        erase.build(book),
        carry.build(book),
        device.build(book),
        settle.build(book),
    ]
    return SpokenGroup(
        "platica",
        book,
        commands,
        outermost=True,
        invoke_without_command=True,
        callback=click.pass_context(_open),
        params=[_version_option(book)],
        help=book.say("Plática: curricula, attendance and paper for community health workshops, without a network."),
    )


def _open(ctx: click.Context) -> None:
    """The terminal interface or, with --plain, one command after another."""
    if ctx.invoked_subcommand is not None:
        return
    call: Call = ctx.obj
    if call.plain:
        from platica.cli.conversation import converse

        converse(call)
        return
    ctx.exit(open_screens(call.places, call.language))


def _version_option(book: Phrasebook) -> click.Option:
    def show(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(f"platica {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=book.say("Shows the version."),
    )
