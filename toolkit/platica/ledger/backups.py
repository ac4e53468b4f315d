"""The backups of an open site: made, listed, and put back."""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.backup import Backup, Occasion, make, read, read_manifest, shares_no_key
from platica.ledger.backup_age import BACKUPS
from platica.ledger.backup_folder import backups_in, day_of, next_file, rotate
from platica.ledger.keys import KEYRING
from platica.ledger.ledger import Committed, Ledger
from platica.ledger.manifest import Manifest, Why
from platica.ledger.restore import (
    Difference,
    Joined,
    difference,
    go_back,
    join_lines,
    other_organization,
    refuse_other_organization,
)

_NOTE = "outside.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """An automatic backup; without a manifest when it cannot be looked into."""

    file: Path
    day: date | None
    manifest: Manifest | None


class Backups:
    """Backups of one site. What is asked for goes to a file outside; the others lie in a folder of the site."""

    def __init__(self, folder: Path, ledger: Ledger) -> None:
        self._folder = folder
        self._ledger = ledger

    def make_outside(self, file: Path, settings: bytes, at: datetime, computer: str) -> Manifest:
        """Writes a backup to a new file. Raises NeedsRecovery or SiteError."""
        told = make(self._ledger, self._folder / KEYRING, settings, file, Occasion(Why.ASKED, at, computer))
        note = {"format": 1, "made": told.made.isoformat()}
        with suppress(OSError):  # the backup is made; without the note a leader is only reminded too early
            fs.make_folder(self._folder / BACKUPS)
            fs.replace_durably(self._folder / BACKUPS / _NOTE, json.dumps(note).encode() + b"\n")
        return told

    def make_here(self, settings: bytes, why: Why, at: datetime, computer: str) -> Path:
        """Puts a backup aside in the site's own folder; the oldest of several goes. Raises SiteError."""
        file = next_file(self._folder, at.astimezone().date())
        make(self._ledger, self._folder / KEYRING, settings, file, Occasion(why, at, computer))
        with suppress(OSError):  # one too many does no harm, and goes the next time
            rotate(self._folder)
        return file

    def here(self) -> tuple[Kept, ...]:
        """The automatic backups, the newest first."""
        return tuple(Kept(file, day_of(file), self._manifest(file)) for file in backups_in(self._folder))

    def last_outside(self) -> datetime | None:
        """When a backup was last made that left this folder, UTC; None when none was made on this computer."""
        try:
            told = json.loads((self._folder / BACKUPS / _NOTE).read_bytes())
            return datetime.fromisoformat(told["made"]).astimezone(UTC)
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def stale(self) -> bool:
        """Whether anything was recorded that the newest automatic backup does not hold."""
        newest = next(iter(backups_in(self._folder)), None)
        told = self._manifest(newest) if newest else None
        with self._ledger.reading():
            logs = {name: log.size() for name, log in self._ledger.logs.by_name.items() if log.size()}
        held = {name: size for name, (size, _) in told.entries.items() if name in logs} if told else {}
        return held != logs

    def read(self, file: Path, secret: str | None = None) -> Backup:
        """A backup of this organization. Raises Refused, SiteLocked and SiteError."""
        if shares_no_key(file, self._ledger.ciphers):
            raise other_organization(file)
        backup = read(file, ciphers=self._ledger.ciphers, secret=secret)
        refuse_other_organization(self._ledger, backup)
        return backup

    def damaged(self) -> bool:
        """Whether a log of the site does not check."""
        with self._ledger.reading():
            return bool(self._ledger.damage)

    def difference(self, backup: Backup) -> Difference:
        """What going back would change. Raises SiteError."""
        return difference(self._ledger, backup)

    def join(self, backup: Backup) -> Joined:
        """Adds the lines of a backup that are lost here. Raises SiteError."""
        return join_lines(self._ledger, backup)

    def go_back(self, backup: Backup, leader: str | None) -> Committed:
        """Makes everything what it was. Raises SiteError, LedgerReadOnly while something is damaged."""
        return go_back(self._ledger, backup, leader)

    def _manifest(self, file: Path) -> Manifest | None:
        try:
            return read_manifest(file, self._ledger.ciphers)
        except SiteError:
            return None
