"""From the command line to the screens."""

import sys
from typing import TYPE_CHECKING

from platica.errors import Refused
from platica.phrases import phrase

if TYPE_CHECKING:
    from platica.desk.places import Places


def open_screens(places: "Places", language: str) -> int:
    """Runs the terminal interface; gives its exit code. Raises Refused where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(phrase("The screens need a terminal. “platica --help” lists the commands."))
    from platica_tui.main import run

    return run(places, language)
