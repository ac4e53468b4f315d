"""Showing a file or a folder with the program this computer has for it."""

import os
import subprocess
import sys
from pathlib import Path

from platica.errors import PrinterError
from platica.phrases import phrase


def show(place: Path) -> None:
    """Opens it and does not wait. Raises PrinterError when it is not there or nothing can show it."""
    if not place.exists():
        raise PrinterError(phrase("{file} is not there any more.", file=str(place)))
    if sys.platform == "win32":
        os.startfile(place)  # noqa: S606 - the leader's own file
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen(  # noqa: S603 - a fixed program, with a file that exists
            [opener, str(place)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise PrinterError(phrase("Nothing here shows {file}. Open it by hand.", file=str(place))) from error
