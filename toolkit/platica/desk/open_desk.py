"""Opening a site: the only place that builds the specialists."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platica.content.library import Library
from platica.desk.desk import Desk
from platica.desk.settings_file import has_settings, read_settings
from platica.domain.settings import Settings
from platica.language.catalogues import Catalogues
from platica.ledger.keys import unlock
from platica.ledger.site import Site, open_site
from platica.resources import ContentRoot, bundled


@dataclass(frozen=True, slots=True)
class Places:
    """Where a site, its content and its caches are."""

    site: Path
    content: Path | None
    """A working copy of the content to use before what is installed, or None."""
    cache: Path

    @property
    def roots(self) -> tuple[ContentRoot, ...]:
        """Content folders, the one that wins first: a working copy, the site's own, the installed."""
        working = (ContentRoot(self.content),) if self.content else ()
        return (*working, ContentRoot(self.site / "content"), bundled())


def local_now() -> datetime:
    """The computer's wall clock, without a zone."""
    return datetime.now()  # noqa: DTZ005 - meetings are at local wall time, as printed


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


def open_catalogues(places: Places) -> Catalogues:
    """The catalogues alone, for what must be said before there is a site."""
    locales = [root.locales for root in places.roots if root.locales.is_dir()]
    return Catalogues(locales, places.cache / "catalogues")
