"""As which kind of file `platica print` leaves papers, and what lays out their pages."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from platica.cli.kinds import ChoiceKind
from platica.cli.parameters import value
from platica.domain.engine import Engine
from platica.domain.file_kind import FileKind
from platica.domain.printing import Printed, PrintPlan
from platica.domain.progress import Progress
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.desk import Desk


def options(book: Phrasebook) -> tuple[click.Option, ...]:
    """The options of `platica print` about files."""
    return (
        value(
            "--as",
            "pdf|html|text",
            book.say(
                "pdf to print, as when nothing is said; html to read on a screen; text to send from a telephone."
                " May be repeated."
            ),
            ChoiceKind(FileKind),
            into="kinds",
            multiple=True,
        ),
        value(
            "--with",
            "weasyprint|browser|html",
            book.say("What lays the pages out; the best that works on this computer when not said."),
            ChoiceKind(Engine),
            into="engine",
        ),
    )


def make(
    desk: "Desk", planned: PrintPlan, output: Path, kinds: Sequence[str], progress: Progress
) -> tuple[Printed, ...]:
    """Makes the papers as each kind of file that was asked for."""
    from platica.desk import leave_texts, print_workshop

    wanted = frozenset(map(FileKind, kinds)) or {FileKind.PDF}
    made: tuple[Printed, ...] = ()
    if FileKind.PDF in wanted:
        made += print_workshop.make(desk, planned, output, progress)
    if wanted - {FileKind.PDF}:
        made += leave_texts.make(desk, planned, output, wanted - {FileKind.PDF}, progress)
    return made


def shown(book: Phrasebook, planned: PrintPlan, made: Sequence[Printed], kinds: Sequence[str]) -> Iterator[str]:
    """What a person should know about files that are not the usual ones."""
    browser = next((one.made_by for one in made if one.made_by), "")
    if browser:
        yield book.say("{browser} made the PDF files.", browser=browser)
    if FileKind.PDF not in (kinds or (FileKind.PDF,)):
        return
    if made and not any(one.path.suffix == ".pdf" for one in made):
        yield book.say("Nothing here makes PDF files. Open each page in a browser and print it from there (Ctrl+P).")
    there = {one.row for one in made}
    for row in planned.rows:
        if row not in there:
            yield book.say("Left out, since it would be one PDF file: {title}", title=row.title)
