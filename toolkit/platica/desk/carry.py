"""Carrying records between computers on a stick or in a shared folder, and joining a site."""

from contextlib import suppress
from pathlib import Path

from platica.desk import computers
from platica.desk.desk import Desk
from platica.errors import SiteError
from platica.ledger.carry import CarriedIn, CarriedOut


def carry_out(desk: Desk, folder: Path) -> CarriedOut:
    """Copies the records, encrypted as they are, to a folder; every copy was read again when this returns.

    Raises SiteError; what was in the folder before is untouched then.
    """
    return desk.site.carry_out(folder)


def carry_in(desk: Desk, folder: Path) -> CarriedIn:
    """Takes in what other computers left in a folder, and repairs what is damaged here. Raises SiteError."""
    return desk.site.carry_in(folder)


def invite(desk: Desk, file: Path) -> str:
    """Writes an invitation for another computer to a file and gives the code that opens it. Raises SiteError.

    The code must not travel with the file.
    """
    return desk.site.keys.invite(file)


def join(desk: Desk, file: Path, code: str) -> None:
    """Makes this computer one of the site that invited it, with the records it has.

    Raises Refused when the code is wrong or others share the records of this computer, and SiteError.
    """
    desk.site.join(file, code)
    with suppress(SiteError):
        computers.name_at_first(desk.site)
