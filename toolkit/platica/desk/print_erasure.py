"""Printing the confirmation that a person was erased."""

from pathlib import Path

from platica.desk.desk import Desk
from platica.desk.erase_person import Erased
from platica.desk.leave_documents import leave, slug


def print_erasure(desk: Desk, erased: Erased, folder: Path, language: str) -> Path:
    """Leaves the confirmation, which names nobody, in a folder beside those that are there; gives the file.

    Raises PressError when it cannot be made or written.
    """
    from platica.press.views import Edition, ErasureView

    view = ErasureView(
        organization=desk.settings.name,
        computer=desk.book(language).tell(erased.computer),
        on=erased.on,
        records=erased.records,
        contact=erased.contact,
        consent=erased.consent,
        workshops=erased.workshops,
        marks=erased.marks,
        sheets=erased.sheets,
    )
    part = desk.press.render(view, Edition(language, desk.settings.region, desk.paper))
    return leave(_free(folder, slug(f"{part.title} {erased.on.isoformat()}"), part.suffix), part.body)


def _free(folder: Path, stem: str, suffix: str) -> Path:
    """A name that no other confirmation of that day has."""
    path, again = folder / f"{stem}{suffix}", 1
    while path.exists():
        again += 1
        path = folder / f"{stem}-{again}{suffix}"
    return path
