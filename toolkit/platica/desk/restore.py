"""Putting a backup back: what it would do is told first, and done when asked again."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from platica.desk import backup as backups
from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.desk.settings_file import read_settings
from platica.domain.ids import CommitId
from platica.errors import SiteError
from platica.ledger.backup import Backup, read
from platica.ledger.manifest import Counts
from platica.ledger.put_back import keyring_reads, put_back, refuse_strangers_there
from platica.ledger.restore import restore_into_new
from platica.ledger.site import open_site
from platica.phrases import Phrase, phrase


class Case(StrEnum):
    """What putting a backup back means for a folder."""

    NEW = "new"
    """There is nothing: the organization is put there."""
    REPAIR = "repair"
    """Something is damaged or missing: it is put right, and nothing else changes."""
    BACK = "back"
    """All is sound: everything goes back to the day of the backup, by a step that can be undone."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a backup is, and what putting it back would do."""

    file: Path
    case: Case
    made: datetime
    """Local time, as `newest`."""
    newest: datetime | None
    """Of the newest step in it."""
    computer: str
    counts: Counts
    damaged: bool
    """Whether a part of it was damaged already when it was made."""
    records: int = 0
    """How many records would go back."""
    returning: tuple[str, ...] = ()
    """Names of people who would be there again."""
    leaving: tuple[str, ...] = ()
    """Names of people who would not be there any more."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done."""

    case: Case
    commit: CommitId
    """The step that went back, for undoing it; empty in the other cases and where nothing had changed."""
    changed: int
    repaired: tuple[str, ...]
    """Files that were damaged and are whole again."""
    notes: tuple[Phrase, ...]
    """What should be known."""


def opens(places: Places) -> bool:
    """Whether there is a site whose settings and keyring can be read, so that a desk can be opened."""
    return keyring_reads(places.site) and _settings_read(places.site)


def preview(there: Desk | Places, file: Path, secret: str | None = None) -> Preview:
    """What a backup would do to an open site, or to a folder where none can be opened; nothing is changed.

    Raises SiteLocked when a secret is needed, Refused when it opens nothing or the backup is of another organization,
    and SiteError when the file cannot be believed.
    """
    if isinstance(there, Places):
        held = _read_for(there, file, secret)
        return _preview(held, Case.NEW if _is_empty(there.site) else Case.REPAIR)
    held = there.site.backups.read(file, secret)
    if there.site.backups.damaged():
        return _preview(held, Case.REPAIR)
    would = there.site.backups.difference(held)
    return replace(_preview(held, Case.BACK), records=would.records, returning=would.returning, leaving=would.leaving)


def restore(there: Desk | Places, file: Path, secret: str | None = None) -> Restored:
    """Puts a backup back, as its preview says. Raises as `preview`, and SiteError when it could not be done.

    In a folder without a site nothing is left when it is interrupted; otherwise it can be done again.
    """
    if isinstance(there, Places):
        held = _read_for(there, file, secret)
        if _is_empty(there.site):
            restore_into_new(there.site, held)
            return Restored(Case.NEW, CommitId(""), 0, (), ())
        return _repaired(there.site, held)
    held = there.site.backups.read(file, secret)
    case = Case.REPAIR if there.site.backups.damaged() else Case.BACK
    warned = backups.before(there, backups.Why.RESTORE)
    joined = there.site.backups.join(held)
    notes = (*((warned,) if warned else ()), *joined.refused)
    if case is Case.REPAIR:
        left = there.site.backups.damaged()
        return Restored(case, CommitId(""), 0, joined.repaired, (*notes, _still_damaged()) if left else notes)
    done = there.site.backups.go_back(held, there.records.hand)
    return Restored(case, done.id, len(done.changes), joined.repaired, notes)


def _repaired(folder: Path, held: Backup) -> Restored:
    """What could not be opened put right, and what is lost of the records joined to them."""
    if not put_back(folder, held, settings=not _settings_read(folder)):
        return Restored(Case.REPAIR, CommitId(""), 0, (), ())
    with open_site(folder, unlocked=held.unlocked) as site:
        joined = site.backups.join(held)
        return Restored(Case.REPAIR, CommitId(""), 0, joined.repaired, (*joined.refused, *site.notices))


def _settings_read(folder: Path) -> bool:
    try:
        read_settings(folder)
    except SiteError:
        return False
    return True


def _read_for(places: Places, file: Path, secret: str | None) -> Backup:
    held = read(file, secret=secret)
    refuse_strangers_there(places.site, held)
    return held


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or not any(folder.iterdir())


def _preview(held: Backup, case: Case) -> Preview:
    told = held.manifest
    return Preview(
        file=held.file,
        case=case,
        made=told.made.astimezone(),
        newest=told.newest.astimezone() if told.newest else None,
        computer=told.computer,
        counts=told.counts,
        damaged=bool(told.damaged),
    )


def _still_damaged() -> Phrase:
    return phrase("This backup does not hold all that is damaged here. Try another backup, or another computer.")
