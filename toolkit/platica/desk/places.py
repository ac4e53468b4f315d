"""The folders a person's computer sets aside for a program."""

from pathlib import Path

from platformdirs import user_cache_path, user_data_path


def default_site() -> Path:
    """Where the site is when nobody names a folder."""
    return user_data_path("platica", appauthor=False) / "site"


def default_cache() -> Path:
    """Where caches go that may be thrown away; nothing personal is ever in them."""
    return user_cache_path("platica", appauthor=False)
