"""The sign-in sheet of one meeting."""

from dataclasses import dataclass
from datetime import date, time

from platica.domain.document import Text
from platica.press.views.edition import Stamp


@dataclass(frozen=True, slots=True)
class SignInLine:
    """A person's line on a sign-in sheet."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class SignInView:
    """The sign-in sheet of one meeting."""

    stamp: Stamp
    organization: str
    title: str
    """Titles of the curriculum and the session; empty on a sheet that says nothing of what the group is about."""
    number: int
    """Place of the meeting in the workshop, from 1."""
    on: date
    at: time
    place: str
    code: str
    """The sheet's code, printed large and in the QR."""
    lines: tuple[SignInLine, ...]
    first_free: int
    """Number of the first empty line, one that nobody of the workshop ever had."""
    empty_lines: int = 5
    welcome: tuple[Text, ...] = ()
    """What the sheet says above the lines."""
    welcome_second: tuple[Text, ...] = ()
    """The same in the edition's second language."""

    @property
    def personal(self) -> bool:
        return True
