"""Putting back what keeps a site from being opened: its keyring, its settings, and logs that are gone."""

import json
import re
from hashlib import sha256
from pathlib import Path

from platica.errors import SiteError, SiteLocked
from platica.ledger import fs
from platica.ledger.backup import Backup
from platica.ledger.keyring import FORMAT, read_keyring, read_slots
from platica.ledger.keys import KEYRING
from platica.ledger.logs import SHARED
from platica.ledger.restore import SETTINGS_FILE, other_organization, put_missing
from platica.phrases import phrase

_KEY = re.compile(rb'^\{[^\t]*?,"k":"([0-9a-f]{8})",', re.MULTILINE)

_SEALED = ("public", "private", "salt", "keys")
"""What a slot must have to open by a secret."""


def refuse_strangers_there(folder: Path, backup: Backup) -> None:
    """Raises Refused when a folder holds records of which the backup opens none, SiteError when it holds newer keys."""
    found = [path.read_bytes() for path in sorted((folder / SHARED).glob("*.log"))]
    keys = {key.decode() for content in found for key in _KEY.findall(content)}
    if keys and not keys & backup.keys:
        raise other_organization(backup.file)
    if _is_newer(folder / KEYRING):
        read_slots(folder / KEYRING)


def put_back(folder: Path, backup: Backup, *, settings: bool) -> bool:
    """Puts what is missing, a keyring that cannot be read and, when asked to, the settings back into a folder.

    What was there under their names is kept aside. Whether the keyring is the backup's now. Raises SiteError; it can
    be done again then.
    """
    keyring = not keyring_reads(folder)
    try:
        fs.make_folder(folder)
        fs.keep_to_owner(folder)
        if settings:
            _set_aside(folder / SETTINGS_FILE)
        if keyring:
            _set_aside(folder / KEYRING)
        put_missing(folder, backup)
    except OSError as error:
        raise SiteError(
            phrase("The folder {folder} could not be written: {reason}.", folder=folder, reason=fs.reason(error))
        ) from error
    return keyring


def keyring_reads(folder: Path) -> bool:
    """Whether a site has a keyring that opens, by itself or by a secret."""
    try:
        read_keyring(folder / KEYRING)
    except SiteLocked:
        slots = read_slots(folder / KEYRING)
        return all(isinstance(slot.get(name), str) for slot in slots for name in _SEALED)
    except SiteError:
        return False
    return True


def _set_aside(file: Path) -> None:
    """Keeps a file that cannot be used under another name, once for each content."""
    if file.exists():
        content = file.read_bytes()
        fs.replace_durably(file.with_name(f"{file.name}-{sha256(content).hexdigest()[:8]}.damaged"), content)
        fs.remove(file)


def _is_newer(keyring: Path) -> bool:
    try:
        return int(json.loads(keyring.read_bytes())["format"]) > FORMAT
    except (OSError, ValueError, TypeError, KeyError):
        return False
