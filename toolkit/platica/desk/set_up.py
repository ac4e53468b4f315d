"""Setting up a site, and changing what it decided."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from platica.desk import computers
from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.desk.settings_before import change_settings
from platica.desk.settings_file import has_settings, write_settings
from platica.domain.names import clean_line
from platica.domain.pack import Slot
from platica.domain.settings import Settings
from platica.errors import Refused, SiteError
from platica.ledger.keyring import SlotKind
from platica.ledger.keys import KEYRING, fit_passphrase, is_locked, unlock
from platica.ledger.site import Site, create_site, open_site
from platica.phrases import phrase


def is_set_up(places: Places) -> bool:
    """Whether the folder holds a site."""
    return has_settings(places.site)


def create(places: Places, settings: Settings, passphrase: str | None = None) -> None:
    """Makes a site: its ledger first, then its settings, so that an interrupted set-up can be run again.

    At last this computer is given the name it has in its network; without one it is “this computer”. With a
    passphrase the records open only with it.

    One that was begun and interrupted is taken up again; had it a passphrase already, that one is needed.

    Raises Refused when there is one already, the name is empty, or the passphrase too short or another one; SiteError.
    """
    if is_set_up(places):
        raise Refused(phrase("There is a site in {folder} already.", folder=str(places.site)))
    named = _named(settings)
    if passphrase is not None:
        fit_passphrase(passphrase)
    with _new_site(places.site, passphrase) as site:
        if passphrase is not None and all(slot.kind is not SlotKind.PASSPHRASE for slot in site.keys.slots()):
            site.keys.add_passphrase(passphrase)
        write_settings(places.site, named)
        with suppress(SiteError):
            computers.name_at_first(site)


def change(desk: Desk, settings: Settings) -> None:
    """Puts new settings to use, now and from now on. Raises Refused when the name is empty."""
    named = _named(settings)
    change_settings(desk.site.folder, named)
    desk.settings = named


def unset_slots(desk: Desk) -> tuple[Slot, ...]:
    """The local numbers nobody has filled in; they print as a blank line."""
    known = desk.slots
    return tuple(slot for slot in desk.pack.slots if slot.key not in known) if desk.pack else ()


def _new_site(folder: Path, passphrase: str | None) -> Site:
    """A site with nothing in it, also where keys were made before and nothing was written with them."""
    if not (folder / KEYRING).exists() or any(log.stat().st_size for log in folder.glob("logs/*.log")):
        return create_site(folder)
    return open_site(folder, unlocked=unlock(folder, passphrase) if passphrase and is_locked(folder) else None)


def _named(settings: Settings) -> Settings:
    name = clean_line(settings.name)
    if not name:
        raise Refused(phrase("The organization needs a name."))
    return replace(settings, name=name)
