"""Where things are on a person's computer, and what is known before a site is opened; loads no records."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from platica.language.catalogues import Catalogues
from platica.resources import ContentRoot, layers


def default_site() -> Path:
    """Where the site is when nobody names a folder."""
    return user_data_path("platica", appauthor=False) / "site"


def default_cache() -> Path:
    """Where caches go that may be thrown away; nothing personal is ever in them."""
    return user_cache_path("platica", appauthor=False)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a site, its content and its caches are."""

    site: Path
    content: Path | None
    """A working copy of the content to use before what is installed, or None."""
    cache: Path

    @property
    def roots(self) -> tuple[ContentRoot, ...]:
        """Content folders, the one that wins first."""
        return layers(self.content, self.site / "content")


def local_now() -> datetime:
    """The computer's wall clock, without a zone."""
    return datetime.now()  # noqa: DTZ005 - meetings are at local wall time, as printed


def open_catalogues(places: Places) -> Catalogues:
    """The catalogues alone, for what must be said before there is a site."""
    locales = [root.locales for root in places.roots if root.locales.is_dir()]
    return Catalogues(locales, places.cache / "catalogues")
