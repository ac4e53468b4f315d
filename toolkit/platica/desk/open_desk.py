"""Opening a site: the only place that builds the specialists."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from platica.content.library import Library
from platica.desk import keyboard
from platica.desk.core_dumps import no_core_dumps
from platica.desk.desk import Desk
from platica.desk.places import Places, local_now, open_catalogues
from platica.desk.settings_file import has_settings, read_settings
from platica.domain.settings import Settings
from platica.errors import SiteLocked
from platica.ledger.keys import unlock as unlocked
from platica.ledger.site import Site, open_site
from platica.resources import ContentRoot


def open_desk(places: Places, *, now: Callable[[], datetime] = local_now, secret: str | None = None) -> Desk:
    """The desk of a site that was set up before; `secret` is a passphrase or a recovery code.

    Raises SiteLocked when one is needed, Refused when it opens nothing, and SiteError when there is no site in the
    folder or it cannot be read.
    """
    settings = read_settings(places.site)
    desk = _desk(places, _open_site(places, secret), settings, now)
    keyboard.recall(desk)
    return desk


def open_locked(places: Places, *, now: Callable[[], datetime] = local_now) -> Desk:
    """The desk of a site whose records stay closed until `unlock`. Raises SiteError when there is no site."""
    return _desk(places, None, read_settings(places.site), now, locked=places.site)


def unlock(desk: Desk, places: Places, secret: str) -> None:
    """Opens the records at a locked desk; at one that is open, only looks at the secret. Raises as `open_desk`."""
    if desk.locked:
        desk.unlock(_open_site(places, secret))
        if desk.records.hand is None:
            keyboard.recall(desk)
    else:
        unlocked(places.site, secret)


def open_content(places: Places, language: str, *, now: Callable[[], datetime] = local_now) -> Desk:
    """The desk of the site or, where none was set up, one for the content alone, as authors and translators need.

    The records of a site that asks for a passphrase stay closed: content is read and written without them.
    """
    if has_settings(places.site):
        try:
            return open_desk(places, now=now)
        except SiteLocked:
            return open_locked(places, now=now)
    return _desk(places, None, Settings("", language, "US"), now)


def _open_site(places: Places, secret: str | None) -> Site:
    no_core_dumps()
    return open_site(places.site, unlocked=None if secret is None else unlocked(places.site, secret))


def _desk(
    places: Places, site: Site | None, settings: Settings, now: Callable[[], datetime], *, locked: Path | None = None
) -> Desk:
    roots = places.roots
    return Desk(
        site=site,
        settings=settings,
        library=Library(roots, places.cache / "content"),
        catalogues=open_catalogues(places),
        roots=roots,
        working_copy=ContentRoot(places.content) if places.content else None,
        cache=places.cache,
        now=now,
        locked=locked,
    )


__all__ = ["Places", "local_now", "open_catalogues", "open_content", "open_desk", "open_locked", "unlock"]
