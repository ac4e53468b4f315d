"""Opening a site: the only place that builds the specialists."""

from collections.abc import Callable
from datetime import datetime

from platica.content.library import Library
from platica.desk.desk import Desk
from platica.desk.places import Places, local_now, open_catalogues
from platica.desk.settings_file import has_settings, read_settings
from platica.domain.settings import Settings
from platica.ledger.keys import unlock
from platica.ledger.site import Site, open_site
from platica.resources import ContentRoot


def open_desk(places: Places, *, now: Callable[[], datetime] = local_now, secret: str | None = None) -> Desk:
    """The desk of a site that was set up before; `secret` is a passphrase or a recovery code.

    Raises SiteLocked when one is needed, Refused when it opens nothing, and SiteError when there is no site in the
    folder or it cannot be read.
    """
    settings = read_settings(places.site)
    unlocked = None if secret is None else unlock(places.site, secret)
    return _desk(places, open_site(places.site, unlocked=unlocked), settings, now)


def open_content(places: Places, language: str, *, now: Callable[[], datetime] = local_now) -> Desk:
    """The desk of the site or, where none was set up, one for the content alone, as authors and translators need."""
    if has_settings(places.site):
        return open_desk(places, now=now)
    return _desk(places, None, Settings("", language, "US"), now)


def _desk(places: Places, site: Site | None, settings: Settings, now: Callable[[], datetime]) -> Desk:
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
    )


__all__ = ["Places", "local_now", "open_catalogues", "open_content", "open_desk"]
