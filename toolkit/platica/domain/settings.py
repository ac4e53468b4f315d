"""What a site has decided about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

RETENTION_MONTHS = 24
"""For how long records of a person are kept who is not heard of any more, unless a site decides otherwise."""
MOST_RETENTION_MONTHS = 100 * 12
LOCK_MINUTES = 10
MOST_LOCK_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Sponsor:
    """An organization that certificates thank."""

    name: str
    logo: str | None = None
    """Name of a PNG or JPEG file in the site's folder of logos."""


@dataclass(frozen=True, slots=True)
class Settings:
    """A site's name, the language of its screens, its region and its local numbers."""

    name: str
    language: str
    region: str
    """Two-letter code of the country whose dates, paper and local numbers are used."""
    paper: str | None = None
    """`letter` or `a4`; None for what the region uses."""
    slots: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Local numbers filled in for this site, by slot name."""
    sponsors: tuple[Sponsor, ...] = ()
    """Organizations that certificates name, in this order."""
    lock_minutes: int = LOCK_MINUTES
    """After so many minutes without a key the screens lock; 0 for never."""
    retention_months: int = RETENTION_MONTHS
    """After so many months without a mark a person's records are proposed to be erased; 0 for never."""
