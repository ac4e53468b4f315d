"""The settings as they were before the last change of them, kept so that it can be taken back.

`site.toml.before` holds them behind a first line with the hash of what replaced them: when the settings are others by
now, there is nothing to take back. It goes when they are, so that taking back twice does not bring the change back.
"""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from platica.desk.settings_file import FILE, read_settings, settings_text
from platica.domain.settings import Settings
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.phrases import phrase

_BEFORE = f"{FILE}.before"


def change_settings(site: Path, settings: Settings) -> None:
    """Writes new settings, durably, and keeps those they replace. Raises SiteError when they could not be written."""
    new, old = settings_text(settings), (site / FILE).read_bytes()
    if new == old:
        return
    try:
        fs.replace_durably(site / _BEFORE, _mark(new) + old)
        fs.replace_durably(site / FILE, new)
    except OSError as error:
        raise SiteError(
            phrase("This was not saved: {reason}. Everything is as it was before.", reason=fs.reason(error))
        ) from error


def changed_at(site: Path) -> datetime | None:
    """When the settings were changed, or None when no change of them can be taken back."""
    before = site / _BEFORE
    try:
        return datetime.fromtimestamp(before.stat().st_mtime, UTC) if _kept(site) else None
    except FileNotFoundError:
        return None


def take_back_settings(site: Path) -> Settings:
    """Makes the settings be what they were before their last change. Raises Refused when there is none."""
    kept = _kept(site)
    if kept is None:
        raise Refused(phrase("There is nothing to undo."))
    fs.replace_durably(site / FILE, kept)
    fs.remove(site / _BEFORE)
    return read_settings(site)


def _kept(site: Path) -> bytes | None:
    """The settings before, or None when what replaced them does not stand any more."""
    try:
        mark, _, kept = (site / _BEFORE).read_bytes().partition(b"\n")
        return kept if mark + b"\n" == _mark((site / FILE).read_bytes()) else None
    except FileNotFoundError:
        return None


def _mark(replacing: bytes) -> bytes:
    return b"# before %s\n" % sha256(replacing).hexdigest().encode()
