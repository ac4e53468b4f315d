"""The keys of a site whose keyring is lost, from an invitation of another computer."""

from collections.abc import Set
from pathlib import Path

from platica.errors import KeysLost, Refused, SiteError, SiteLocked
from platica.ledger import fs
from platica.ledger.join import keys_named
from platica.ledger.keyring import create_keyring, read_keyring
from platica.ledger.keys import KEYRING, read_invitation
from platica.phrases import phrase


def regain(folder: Path, invitation: Path, code: str) -> None:
    """Makes the keyring anew, open to whoever may read the file; a damaged one is kept beside it.

    Raises Refused when the keyring is whole, or the invitation is of another site or opens with another code, and
    SiteError.
    """
    ring = folder / KEYRING
    if not is_lost(folder):
        raise Refused(phrase("The keys of this computer are whole. There is nothing to put back."))
    keys = read_invitation(invitation, code)
    refuse_strangers(keys.keys(), _used(folder))
    try:
        if ring.exists():
            fs.move(ring, ring.with_suffix(".damaged"))
        create_keyring(ring, keys)
    except OSError as error:
        raise SiteError(
            phrase("The file {file} could not be written: {reason}.", file=ring, reason=fs.reason(error))
        ) from error


def refuse_strangers(offered: Set[str], known: Set[str]) -> None:
    """Raises Refused when keys that are offered have nothing in common with those that are known, if there are any."""
    if known and not offered & known:
        raise Refused(phrase("This invitation is of another organization."))


def is_lost(folder: Path) -> bool:
    """Whether the keyring of a site is missing or damaged. Raises SiteError when there is no site."""
    try:
        read_keyring(folder / KEYRING)
    except KeysLost:
        return True
    except SiteLocked:
        return False
    return False


def _used(folder: Path) -> set[str]:
    """The ids of the keys that the logs are written under."""
    return {key for log in (folder / "logs").glob("*.log") for key in keys_named(log.read_bytes())}
