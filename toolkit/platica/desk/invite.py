"""Making a computer one of the organization: an invitation in a file, and a code that must not travel with it."""

from collections.abc import Mapping
from pathlib import Path

from platica.desk import backup, computers
from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.desk.set_up import is_set_up
from platica.desk.settings_file import FILE, read_settings, settings_text
from platica.domain.settings import Settings
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.ledger.invitation import enclose, enclosed, is_invitation
from platica.ledger.keys import KEYRING, read_invitation
from platica.ledger.site import Site, create_site, open_site
from platica.phrases import phrase

INVITATION = "platica-invitation.json"
"""What the file of an invitation is called when nobody says."""


def place_of(wished: Path) -> Path:
    """The file an invitation is written to; in a folder it is called `INVITATION`."""
    return wished / INVITATION if wished.is_dir() else wished


def invite(desk: Desk, file: Path) -> str:
    """Writes an invitation for another computer to a file and gives the code that opens it.

    The code must not travel with the file. The settings of the organization are in the file, readable with the code.
    Raises Refused when there is a file that is no invitation, and SiteError.
    """
    if file.exists() and not is_invitation(file):
        raise Refused(phrase("There is a file {file} already. Choose another name.", file=str(file)))
    code = desk.site.keys.invite(file)
    enclose(file, desk.site.keys.keyring, settings_text(desk.settings))
    return code


def join(desk: Desk, file: Path, code: str) -> bool:
    """Makes this computer one of the site that invited it, with the records it has; whether it was one already.

    For one that was, the keys made since are learned. A backup is put aside first. Raises Refused when the code is
    wrong or others share the records of this computer, and SiteError.
    """
    failed = backup.before(desk, backup.Why.JOIN)
    if failed:
        raise SiteError(failed)
    return desk.site.join(file, code)


def begin(places: Places, file: Path, code: str) -> Settings:
    """Sets a computer up that has no site yet, with the keys and the settings of an invitation.

    Raises Refused when the code is wrong, there is a site already, or the invitation brings no settings; SiteError.
    """
    if is_set_up(places):
        raise Refused(phrase("There is a site in {folder} already.", folder=str(places.site)))
    keys = read_invitation(file, code)
    text = enclosed(file, keys)
    if text is None:
        raise Refused(
            phrase("This invitation does not tell what the organization is called. Set this computer up, then join.")
        )
    with _new_site(places, keys) as site:
        try:
            fs.replace_durably(places.site / FILE, text)
        except OSError as error:
            raise SiteError(
                phrase("The file {file} could not be written: {reason}.", file=FILE, reason=fs.reason(error))
            ) from error
        computers.name_at_first(site)
    return read_settings(places.site)


def _new_site(places: Places, keys: Mapping[str, str]) -> Site:
    """A site with these keys, and nothing in it; one that was begun and interrupted is taken up again."""
    if (places.site / KEYRING).exists():
        begun = open_site(places.site)
        if begun.keys.keyring.keys.keys() <= keys.keys():
            begun.keys.learn(keys)
            return begun
        begun.close()
    return create_site(places.site, keys=keys)
