"""Backups of small sites, and what lies in them."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from platica.ledger.backup import Backup, read
from platica.ledger.manifest import Manifest, Why
from platica.ledger.site import Site

SETTINGS = b'name = "Las Flores"\nlanguage = "es"\nregion = "US"\n\n[slots]\n'
WHEN = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)


def outside(site: Site, file: Path) -> str:
    """A backup outside of the site, and the recovery code that opens it."""
    code = site.keys.add_recovery()
    made_outside(site, file)
    return code


def made_outside(site: Site, file: Path) -> Manifest:
    """A backup outside of a site that has a recovery code."""
    return site.backups.make_outside(file, SETTINGS, WHEN, "Recepción")


def put_aside(site: Site, at: datetime = WHEN) -> Path:
    """A backup in the site's own folder."""
    return site.backups.make_here(SETTINGS, Why.WEEKLY, at, "Recepción")


def entries(file: Path) -> dict[str, bytes]:
    """All entries of a backup as they lie in it."""
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def same(one: Backup, other: Backup) -> bool:
    """Whether two backups say the same."""
    return (one.manifest, one.keyring, one.settings, one.logs) == (
        other.manifest,
        other.keyring,
        other.settings,
        other.logs,
    )


def opened(file: Path, code: str) -> Backup:
    """A backup opened with a secret, as on another computer."""
    return read(file, secret=code)
