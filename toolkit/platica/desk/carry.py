"""Carrying records between computers on a stick or in a shared folder."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platica.desk import backup, computers
from platica.desk.desk import Desk
from platica.domain.device import Device
from platica.domain.names import LONGEST_NAME
from platica.domain.progress import Progress, silent
from platica.errors import SiteError
from platica.ledger.carry import CarriedIn, CarriedOut
from platica.ledger.copies import holds_copies

_KEPT = "carrying"
"""The table, of this computer alone, that remembers where the last carrying went."""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came in, if anything lay in the folder, and what lies there now."""

    came: CarriedIn | None
    out: CarriedOut


@dataclass(frozen=True, slots=True)
class LastCarried:
    """Where records were last carried to, and when, in local time."""

    folder: Path
    at: datetime


def carry_out(desk: Desk, folder: Path, progress: Progress = silent) -> CarriedOut:
    """Copies the records, encrypted as they are, to a folder; every copy was read again when this returns.

    Raises SiteError; what was in the folder before is untouched then.
    """
    out = desk.site.carry_out(folder, progress)
    _remember(desk, folder)
    return out


def carry_in(desk: Desk, folder: Path, progress: Progress = silent) -> CarriedIn:
    """Takes in what other computers left in a folder, and repairs what is damaged here. Raises SiteError.

    When another computer wrote under the name of this one, this one has a name of its own afterwards. A backup of the
    day is put aside first.
    """
    backup.once_a_day(desk, backup.Why.CARRY)
    called = {one.id: one.name for one in desk.records.devices()}.get(desk.site.device)
    came = desk.site.carry_in(folder, progress)
    if came.renamed:
        name = called or computers.own_name()
        if name:
            desk.records.save(Device(desk.site.device, f"{name[: LONGEST_NAME - 2]} 2"))
    return came


def exchange(desk: Desk, folder: Path, progress: Progress = silent) -> Exchanged:
    """Brings in what lies in a folder, then takes everything out to it. Raises SiteError."""
    came = carry_in(desk, folder, progress) if holds_copies(folder) else None
    return Exchanged(came, carry_out(desk, folder, progress))


def last_carried(desk: Desk) -> LastCarried | None:
    """Where and when records were last taken out from this computer."""
    found = desk.site.db.table(_KEPT).all()
    return LastCarried(Path(found[-1]["folder"]), datetime.fromisoformat(found[-1]["at"])) if found else None


def _remember(desk: Desk, folder: Path) -> None:
    """Remembers a carrying; one that cannot be remembered was still done."""
    with suppress(SiteError):
        table = desk.site.db.table(_KEPT)
        kept = {"folder": str(folder), "at": desk.now().isoformat(timespec="minutes")}
        if not table.update(kept):
            table.insert(kept)


__all__ = [
    "CarriedIn",
    "CarriedOut",
    "Exchanged",
    "LastCarried",
    "carry_in",
    "carry_out",
    "exchange",
    "last_carried",
]
