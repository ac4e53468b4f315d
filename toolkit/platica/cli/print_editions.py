"""The options of `platica print` that say how a sheet is made: its languages, its letters, its pages."""

from dataclasses import replace

import click

from platica.cli.call import Json
from platica.cli.kinds import ChoiceKind
from platica.cli.parameters import flag, value
from platica.cli.wrong_usage import WrongUsage
from platica.domain.names import folded
from platica.domain.printing import Bilingual, Fold, Printed, PrintOrder
from platica.domain.spoken import TOGETHER
from platica.phrases import Phrasebook, phrase

MADE = "second, bilingual, pictures, fold, to_read"
"""What a document's edition is, in JSON."""


def options(book: Phrasebook) -> tuple[click.Option, ...]:
    """The options."""
    together = {folded(book.tell(said)): way.value for way, said in TOGETHER.items()}
    return (
        value(
            "--bilingual",
            "|".join(Bilingual),
            book.say("How two languages come together: each sheet apart, on two sides of the paper, or side by side."),
            ChoiceKind(Bilingual, also=together),
        ),
        flag("--pictures", book.say("Sheets led by pictures, with one short line for each.")),
        flag("--booklet", book.say("Half-size pages, to fold into booklets; print on both sides, short edge.")),
        flag("--two-up", book.say("Half-size pages, two copies on each sheet of paper, to cut apart.")),
    )


def with_edition(
    order: PrintOrder, *, bilingual: str | None, pictures: bool, booklet: bool, two_up: bool
) -> PrintOrder:
    """The order with what these options ask for. Raises WrongUsage when they contradict each other."""
    if booklet and two_up:
        raise WrongUsage(phrase("--booklet and --two-up cannot both be."))
    fold = Fold.BOOKLET if booklet else Fold.TWO_UP if two_up else Fold.PLAIN
    return replace(order, bilingual=Bilingual(bilingual or Bilingual.APART), pictures=pictures, fold=fold)


def edition_json(one: Printed) -> dict[str, Json]:
    """The edition of a document."""
    row = one.row
    return {
        "second": row.second,
        "bilingual": row.bilingual,
        "pictures": row.pictures,
        "fold": row.fold,
        "to_read": str(one.to_read) if one.to_read else None,
    }
