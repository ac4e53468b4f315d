"""Every error a person may meet. Raised anywhere, caught by the command line's `run` and the interface's notifier.

PlaticaError
├── ContentError            a curriculum, session, handout, fact, pack or catalogue file is not right
├── NotFound                what was asked for is not there
├── Refused                 what was asked for cannot be done as it stands
├── SiteError               the site's folder cannot be used
│   ├── SiteLocked          the records open only with a passphrase or a code
│   ├── KeysLost            the file with the keys is missing or damaged
│   ├── NewerFormat         a file was written by a newer version
│   └── LedgerReadOnly      writing stopped, so that nothing is lost
├── Stopped                 the person stopped slow work; what was finished by then is kept
├── PrinterError            a printer, or the print system, did not do what it was asked
└── PressError              a document could not be made
    └── PressMissing        the libraries that make PDF files are not installed
"""

from platica.phrases import Phrase


class PlaticaError(Exception):
    """A sentence for the person: what was found, where, and what would be right."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase)
        self.phrase = phrase

    def __str__(self) -> str:
        return str(self.phrase)


class ContentError(PlaticaError):
    """A content file is not right."""


class NotFound(PlaticaError):
    """What was asked for is not there."""


class Refused(PlaticaError):
    """What was asked for cannot be done as it stands."""


class Stopped(PlaticaError):
    """The person stopped slow work; what was finished by then is kept."""


class SiteError(PlaticaError):
    """The site's folder cannot be used."""


class SiteLocked(SiteError):
    """The records open only with a passphrase or a code."""


class KeysLost(SiteError):
    """The file with the keys is missing or damaged."""


class NewerFormat(SiteError):
    """A file was written by a newer version."""


class LedgerReadOnly(SiteError):
    """Writing stopped, so that nothing is lost."""


class PressError(PlaticaError):
    """A document could not be made."""


class PressMissing(PressError):
    """The libraries that make PDF files are not installed."""


class PrinterError(PlaticaError):
    """A printer, or the print system, did not do what it was asked."""
