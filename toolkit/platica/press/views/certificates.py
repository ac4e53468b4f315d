"""Certificates: one person, one page; one document."""

from dataclasses import dataclass
from datetime import date

from platica.domain.awards import Award
from platica.domain.document import Text
from platica.press.views.edition import Stamp


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """Who gets a certificate, and what they took part in."""

    name: str
    sessions: int
    hours: str | None = None
    """As they should print, or None to leave them out."""


@dataclass(frozen=True, slots=True)
class SponsorMark:
    """An organization that the certificate thanks."""

    name: str
    logo: bytes | None = None
    """A PNG or JPEG picture."""

    @property
    def source(self) -> str:
        """What the template calls the picture."""
        return f"sponsor:{self.name}"


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """Certificates of one kind: one person, one page; one document."""

    stamp: Stamp
    award: Award
    lines: tuple[CertificateLine, ...]
    on: date
    of: int
    """How many sessions the workshop had."""
    needed: int | None = None
    """How many of them complete it, said in small words; None to leave the rule out."""
    organization: str = ""
    place: str = ""
    signers: tuple[str, ...] = ()
    """Who signs; an empty one is a line for the organization."""
    sponsors: tuple[SponsorMark, ...] = ()
    discreet: bool = False
    """Whether it names no curriculum."""
    words: tuple[Text, ...] = ()
    """What the certificate says to the person, thanks first."""

    @property
    def personal(self) -> bool:
        return True
