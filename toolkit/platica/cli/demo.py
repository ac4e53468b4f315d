"""`platica demo`: the main job from end to end with a group that does not exist."""

import sys
from dataclasses import replace
from pathlib import Path

from platica.cli.call import Call
from platica.cli.parameters import value
from platica.cli.print_papers import DOCUMENTS, documents_json, documents_listing
from platica.cli.spoken_click import SpokenCommand, command
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "demo",
        _demo,
        book.say("Sets up a made-up group, marks its sessions and prints everything it needs."),
        value(
            "--output",
            book.say("FOLDER"),
            book.say("Where to leave it; platica-demo in this folder when not said."),
            default="platica-demo",
        ),
        keys=f"{{site, workshop, documents: {DOCUMENTS}}}",
    )


def _demo(call: Call, output: str) -> None:
    """The made-up group never goes into the organization's own records."""
    from platica.desk import make_demo

    folder = Path(output).absolute()
    with call.progress() as progress:
        demo = make_demo.make(replace(call.places, site=folder / "site"), folder, progress)
    book = call.book
    call.give(
        {"site": str(demo.site), "workshop": demo.workshop.id, "documents": documents_json(demo.made)},
        documents_listing(book, demo.made, folder),
        book.say("The papers are in {folder}. Open one to look at it.", folder=str(folder)),
        book.say("To see the same group on the screen: {line}", line=f"{_program()} --site {demo.site}"),
        book.say("To begin with a group of your own: {line}", line=_program()),
    )


def _program() -> str:
    """How the person called the program: the launcher of a folder, or an installed command."""
    launcher = Path(__file__).resolve().parents[3] / "platica"
    return "./platica" if launcher.is_file() and Path(sys.argv[0]).name != "platica" else "platica"
