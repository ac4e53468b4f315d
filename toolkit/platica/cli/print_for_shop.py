"""`platica print --bundle`: a folder to bring to a print shop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from platica.cli.call import Call, Json, Shown
from platica.cli.parameters import flag
from platica.cli.wrong_usage import WrongUsage
from platica.domain.printing import Printed, PrintOrder, PrintPlan
from platica.domain.progress import Progress
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.desk.print_bundle import Bundle

KEYS = "ticket, archive"
"""What JSON says of a bundle; both are null without one."""


@dataclass(frozen=True, slots=True)
class ForShop:
    """What was said of a print shop."""

    bundle: bool
    zipped: bool
    with_names: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order."""

    plan: PrintPlan
    documents: Sequence[Printed]
    folder: Path
    bundle: "Bundle | None" = None


def options(book: Phrasebook) -> tuple[click.Option, ...]:
    """The options of `platica print` for a print shop."""
    return (
        flag("--bundle", book.say("For a print shop: a folder with a job ticket that says how many of each file.")),
        flag("--zip", book.say("With --bundle: also as one file."), into="zipped"),
        flag(
            "--with-names",
            book.say("With --bundle: also papers that name people. They stay out of it when this is not said."),
        ),
    )


def asked(*, bundle: bool, zipped: bool, with_names: bool, to_printer: str | None) -> ForShop:
    """What these options ask for. Raises WrongUsage when they contradict each other."""
    if not bundle and (zipped or with_names):
        raise WrongUsage(phrase("--zip and --with-names belong to --bundle."))
    if bundle and to_printer is not None:
        raise WrongUsage(phrase("--bundle is for a print shop and --to-printer for a printer here; say one of them."))
    return ForShop(bundle, zipped, with_names)


def make(
    desk: "Desk",
    order: PrintOrder,
    output: Path,
    wanted: ForShop,
    progress: Progress,
    language: str,
    usual: Callable[[PrintPlan], Sequence[Printed]] | None = None,
) -> Made:
    """Makes the documents for a print shop when that was asked, else in the usual way: PDF files if none is given."""
    from platica.desk import print_bundle, print_workshop

    if not wanted.bundle:
        planned = print_workshop.plan(desk, order)
        documents = usual(planned) if usual else print_workshop.make(desk, planned, output, progress)
        return Made(planned, documents, output)
    planned = print_bundle.plan(desk, order, with_names=wanted.with_names)
    bundle = print_bundle.make(desk, planned, output, language, zipped=wanted.zipped, progress=progress)
    return Made(planned, bundle.made, bundle.folder, bundle)


def shown(call: Call, made: Made) -> list[Shown]:
    """What the person reads of a bundle."""
    if made.bundle is None:
        return []
    book, bundle = call.book, made.bundle
    return [
        book.say_count(
            "{count} sheet of paper. The job ticket is {file}.",
            "{count} sheets of paper. The job ticket is {file}.",
            bundle.sheets,
            file=bundle.ticket.name,
        ),
        *([book.say("The same as one file: {file}", file=str(bundle.archive.resolve()))] if bundle.archive else []),
    ]


def told(made: Made) -> dict[str, Json]:
    """What a program reads of a bundle."""
    bundle = made.bundle
    archive = bundle.archive if bundle else None
    return {
        "ticket": str(bundle.ticket.resolve()) if bundle else None,
        "archive": str(archive.resolve()) if archive else None,
    }
