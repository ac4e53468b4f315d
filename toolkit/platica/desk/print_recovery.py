"""Printing the sheet with a recovery code, for the safe."""

from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.leave_documents import leave, slug


def print_recovery(desk: Desk, code: str, folder: Path, language: str) -> Path:
    """Leaves the sheet in a folder under a name that tells nothing, readable by its owner alone; gives the file.

    Neither the code nor the sheet is kept anywhere else. Raises PressError when it cannot be made or written.
    """
    from platica.press.views import Edition, RecoveryView

    view = RecoveryView(desk.settings.name, tuple(code.split("-")))
    part = desk.press.render(view, Edition(language, desk.settings.region, desk.paper))
    return leave(folder / f"{slug(part.title)}{part.suffix}", part.body)
