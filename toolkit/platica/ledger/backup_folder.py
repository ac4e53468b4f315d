"""Backups that are made by themselves: a few, beside the records, named by their day and nothing else.

They guard against a wrong step, not against a lost computer; so they hold the keyring as it lies beside them.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.backup import holds_erased, keyring_of, read_manifest, rewrite
from platica.ledger.backup_age import BACKUPS, ENDING, NAME
from platica.ledger.backup_file import KEYRING
from platica.ledger.erasures import Erasures
from platica.ledger.frame import Ciphers
from platica.ledger.keyring import slots_in
from platica.ledger.manifest import Manifest
from platica.ledger.state_of import erased_count

KEPT = 5
"""How many stay; the oldest goes when another is made."""


def backups_in(site: Path) -> tuple[Path, ...]:
    """The automatic backups of a site, the newest first."""
    found = sorted(_named(site / BACKUPS), reverse=True)
    return tuple(path for _, _, path in found)


def day_of(file: Path) -> date | None:
    """The day an automatic backup was made, by its name."""
    named = NAME.fullmatch(file.name)
    try:
        return date.fromisoformat(named[1]) if named else None
    except ValueError:
        return None


def next_file(site: Path, day: date) -> Path:
    """What the next automatic backup is called: its day, and a number that rises."""
    numbers = [number for on, number, _ in _named(site / BACKUPS) if on == day.isoformat()]
    return site / BACKUPS / f"{day.isoformat()}-{max(numbers, default=0) + 1}{ENDING}"


def rotate(site: Path) -> None:
    """Takes away all but the newest, and what was left of one that was not written to its end. Raises OSError."""
    for path in (*backups_in(site)[KEPT:], *(site / BACKUPS).glob(f".*{ENDING}.*.new")):
        fs.remove(path)


def forget_old(site: Path, ciphers: Ciphers, erasures: Erasures) -> None:
    """Takes automatic backups away that still hold what is erased, or cannot be looked into. Raises OSError."""
    count = erased_count(erasures)
    for path in backups_in(site) if count else ():
        try:
            holds = read_manifest(path, ciphers).erased < count and holds_erased(path, erasures)
        except SiteError:
            holds = True
        if holds:
            fs.remove(path)


def follow_keyring(site: Path, ciphers: Ciphers, slots: bytes) -> None:
    """Gives the keyring of the site to automatic backups with a way in that it does not have. Raises OSError."""
    ways = _ways(slots, site)

    def follow(entries: dict[str, bytes], told: Manifest) -> Manifest | None:
        if _ways(entries[KEYRING], site) <= ways:
            return None
        entries[KEYRING] = keyring_of(slots_in(slots, site))
        return told

    for path in backups_in(site):
        try:
            rewrite(path, ciphers, follow)
        except SiteError:
            fs.remove(path)


def _ways(slots: bytes, site: Path) -> set[tuple[str, str, str]]:
    """What tells the ways into a keyring apart: a passphrase that was changed is another."""
    return {(slot["kind"], slot.get("public", ""), slot.get("salt", "")) for slot in slots_in(slots, site)}


def _named(folder: Path) -> Iterator[tuple[str, int, Path]]:
    for path in folder.glob(f"*{ENDING}") if folder.is_dir() else ():
        named = NAME.fullmatch(path.name)
        if named:
            yield named[1], int(named[2]), path
