"""How a workshop and a session are named on the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from platica.cli.kinds import NUMBER
from platica.cli.parameters import word
from platica.cli.wrong_usage import WrongUsage
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.document import CurriculumText
    from platica.domain.workshop import Meeting, Workshop


def workshop_argument(book: Phrasebook) -> click.Argument:
    """A workshop by its name, its id or the beginning of either."""
    return word("workshop", book.say("WORKSHOP"))


def meeting_argument(book: Phrasebook) -> click.Argument:
    """A session of the workshop by its number."""
    return word("meeting", book.say("SESSION-NUMBER"), NUMBER)


def find(desk: "Desk", named: str) -> "Workshop":
    """The workshop meant. Raises NotFound, or Refused when several fit."""
    from platica.desk.schedule_workshop import find_workshop

    return find_workshop(desk, named)


def find_session(desk: "Desk", workshop: "Workshop", number: int) -> "Meeting":
    """The meeting with a number. Raises NotFound."""
    from platica.desk.schedule_workshop import find_meeting

    return find_meeting(desk, workshop.id, number)


def titles(desk: "Desk", workshop: "Workshop", language: str) -> "CurriculumText":
    """What the sessions and activities of a workshop are called in a language."""
    return desk.library.titles(workshop.curriculum, desk.translators(language))


def language_named(text: str, spoken: Sequence[str]) -> str:
    """The language of `--in`. Raises WrongUsage when it is not spoken here."""
    if text in spoken:
        return text
    known = ", ".join(spoken)
    raise WrongUsage(phrase("--in: “{found}” is not spoken here. There are: {known}.", found=text, known=known))


def languages_named(text: str | None, spoken: Sequence[str]) -> tuple[str, ...]:
    """The languages of `--in es+en`, each once; none when nothing was said."""
    return tuple(dict.fromkeys(language_named(one, spoken) for one in text.split("+"))) if text else ()
