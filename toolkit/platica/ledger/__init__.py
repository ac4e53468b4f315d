"""Changes, logs, clock and keys: the records of a site, durable and encrypted, under a TinyDB."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from platica.ledger.keys import unlock
    from platica.ledger.site import Site, create_site, open_site

_FROM = {"Site": "site", "create_site": "site", "open_site": "site", "unlock": "keys"}


def __getattr__(name: str) -> Any:
    """What programmers open a site with; loaded when it is asked for, so that nothing else waits for it."""
    from importlib import import_module

    if name not in _FROM:
        raise AttributeError(name)
    return getattr(import_module(f"platica.ledger.{_FROM[name]}"), name)


__all__ = ["Site", "create_site", "open_site", "unlock"]
