"""Backups: one file for a stick, and a few that are put aside by themselves before risky steps."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platica.desk.computers import own_name
from platica.desk.desk import Desk
from platica.desk.settings_file import FILE
from platica.desk.weekly import OFTEN, week_is_over
from platica.errors import Refused, SiteError
from platica.ledger.backup import NeedsRecovery
from platica.ledger.backup_age import ENDING
from platica.ledger.backup_folder import backups_in, day_of
from platica.ledger.manifest import Counts, Manifest, Why
from platica.phrases import Phrase, phrase, phrases

REASONS = {
    Why.ASKED: phrase("asked for"),
    Why.WEEKLY: phrase("once a week"),
    Why.RESTORE: phrase("before putting a backup back"),
    Why.JOIN: phrase("before joining an organization"),
    Why.CARRY: phrase("before bringing records in"),
}
"""What a backup was made for, in words."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was written and read again."""

    file: Path
    at: datetime
    """Local time."""
    size: int
    """Bytes."""
    counts: Counts
    notes: tuple[Phrase, ...]
    """What should be known of it, such as damage it holds."""


@dataclass(frozen=True, slots=True)
class Known:
    """A backup that was put aside here."""

    file: Path
    at: datetime | None
    """Local time; None when it cannot be looked into."""
    why: Phrase
    counts: Counts | None
    computer: str


def create(desk: Desk, where: Path) -> Made:
    """Writes a backup to a new file or, where a folder is named, into it, and reads it again from the disk.

    Raises Refused when the file is there already, NeedsRecovery when nobody could open it elsewhere, and SiteError.
    """
    file = _file(where, desk.now())
    told = desk.site.backups.make_outside(file, _settings(desk), _moment(desk), _computer(desk))
    return Made(file, told.made.astimezone(), file.stat().st_size, told.counts, _notes(told))


def before(desk: Desk, why: Why) -> Phrase | None:
    """Puts a backup aside before a step that can be taken back without it; a sentence when that could not be done."""
    try:
        desk.site.backups.make_here(_settings(desk), why, _moment(desk), _computer(desk))
    except SiteError as error:
        return phrase("No backup was put aside before this: {reason}", reason=error.phrase)
    except OSError as error:
        return phrase("No backup was put aside before this: {reason}", reason=str(error.strerror))
    return None


def once_a_day(desk: Desk, why: Why) -> None:
    """Puts a backup aside before a step that loses nothing, when none was made today; goes on without one."""
    newest = next(iter(backups_in(desk.site.folder)), None)
    if newest is None or day_of(newest) != desk.now().date():
        before(desk, why)


def keep_up(desk: Desk) -> bool:
    """Puts a backup aside when the last one is a week old and something has changed; whether one was made.

    It never raises and never asks: what it could not do is tried again at the next call.
    """
    try:
        if not week_is_over(desk.site.folder, desk.now().date()) or not desk.site.backups.stale():
            return False
    except (SiteError, OSError):
        return False
    return before(desk, Why.WEEKLY) is None


def known(desk: Desk) -> tuple[Known, ...]:
    """The backups that were put aside here by themselves, the newest first."""
    return tuple(
        Known(
            one.file,
            one.manifest.made.astimezone() if one.manifest else None,
            _reason(one.manifest),
            one.manifest.counts if one.manifest else None,
            one.manifest.computer if one.manifest else "",
        )
        for one in desk.site.backups.here()
    )


def last(desk: Desk) -> datetime | None:
    """When a backup was last made that can be kept elsewhere, local time; None when none was made on this computer."""
    at = desk.site.backups.last_outside()
    return at.astimezone().replace(tzinfo=None) if at else None


def days_since(desk: Desk) -> int | None:
    """Days since a backup was last made for elsewhere; None when none was made on this computer."""
    at = last(desk)
    return max(0, (desk.now().date() - at.date()).days) if at else None


def is_due(desk: Desk) -> bool:
    """Whether a leader should be reminded: there are people on record, and the last backup is more than a week old."""
    days = days_since(desk)
    return bool(desk.records.participants()) and (days is None or days > OFTEN.days)


def state(desk: Desk) -> Phrase:
    """One line on the last backup, as Today shows it."""
    return phrase("Backup: {stands}", stands=stands(desk))


def stands(desk: Desk) -> Phrase:
    """When the last backup was made, beside a label."""
    days = days_since(desk)
    if days is None:
        return phrase("none yet")
    return phrases("{count} day ago", "{count} days ago", days) if days else phrase("today")


def files_in(folder: Path) -> tuple[Path, ...]:
    """The backups that lie in a folder, the newest name first; none where it cannot be read."""
    try:
        return tuple(sorted(folder.glob(f"*{ENDING}"), reverse=True))
    except OSError:
        return ()


def _file(where: Path, now: datetime) -> Path:
    if not where.is_dir():
        if where.exists():
            raise Refused(phrase("There is a file {file} already. Choose another name.", file=str(where)))
        return where
    stem = f"platica-{now.date().isoformat()}"
    names = (where / f"{stem}{f'-{nth}' if nth > 1 else ''}{ENDING}" for nth in range(1, 10_000))
    return next(file for file in names if not file.exists())


def _notes(told: Manifest) -> tuple[Phrase, ...]:
    if not told.damaged:
        return ()
    return (
        phrases(
            "{count} history file is damaged here, and in this backup too. What is sound in it can be put back.",
            "{count} history files are damaged here, and in this backup too. What is sound in them can be put back.",
            len(told.damaged),
        ),
    )


def _reason(told: Manifest | None) -> Phrase:
    if told is None:
        return phrase("cannot be read")
    return REASONS[Why(told.why)] if told.why in set(Why) else phrase("a reason of a newer Plática")


def _settings(desk: Desk) -> bytes:
    return (desk.site.folder / FILE).read_bytes()


def _moment(desk: Desk) -> datetime:
    return desk.now().astimezone(UTC)


def _computer(desk: Desk) -> str:
    named = (one.name for one in desk.records.devices() if one.id == desk.site.device)
    return next(named, "") or own_name()


__all__ = [
    "Known",
    "Made",
    "NeedsRecovery",
    "Why",
    "before",
    "create",
    "days_since",
    "files_in",
    "is_due",
    "keep_up",
    "known",
    "last",
    "once_a_day",
    "stands",
    "state",
]
