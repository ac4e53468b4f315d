"""Certificates: one person, one page; one document."""

from dataclasses import dataclass
from datetime import date

from platica.domain.document import Text
from platica.press.views.edition import Stamp


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """Certificates of participation: one person, one page; one document."""

    stamp: Stamp
    names: tuple[str, ...]
    on: date
    sessions: int
    """How many sessions the workshop had."""
    place: str = ""
    hours: str | None = None
    """Hours of the whole workshop as they should print, or None to leave them out."""
    signers: tuple[str, ...] = ()
    """Who signs; an empty line is printed when nobody is named."""
    icon: str | None = None
    words: tuple[Text, ...] = ()
    """What the certificate says to the person, thanks first."""

    @property
    def personal(self) -> bool:
        return True
