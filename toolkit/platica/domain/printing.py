"""What a leader wants on paper, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from platica.domain.awards import Award
from platica.domain.curriculum import ReviewRole
from platica.domain.ids import HandoutId, MeetingId, WorkshopId
from platica.domain.pack import Slot
from platica.domain.paper import Paper


class What(StrEnum):
    """The kinds of paper a workshop needs."""

    GUIDE = "guide"
    HANDOUTS = "handouts"
    FORMS = "forms"
    SIGN_IN = "signin"
    CERTIFICATES = "certificates"
    TAGS = "tags"
    CALL_LIST = "calls"
    BINDER = "binder"


EVERYTHING = frozenset(What) - {What.CALL_LIST}
"""What is printed when all is asked for; a call list, which bears telephone numbers, is asked for by its name."""


@dataclass(frozen=True, slots=True)
class AboutPeople:
    """What a leader chooses about the papers that name people."""

    numbers: str = ""
    """Who gets a certificate or a name tag, as `1,4-6`; empty for everybody."""
    discreet: bool = False
    """Certificates name no curriculum, whose title may name an illness."""
    titles: bool = False
    """Sign-in sheets, which everybody in the room sees, name the curriculum and the session."""
    same_for_all: bool = False
    """Everybody who came gets the certificate of participation."""
    numbered_tags: bool = False
    """Name tags show the number on the roster."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print of a workshop."""

    workshop: WorkshopId
    what: frozenset[What]
    meeting: int | None = None
    """Number of one meeting; None for the whole workshop."""
    languages: tuple[str, ...] = ()
    """Languages to print; empty for what people read."""
    paper: Paper | None = None
    large: bool = False
    """Everything in large print, not only for those who read it."""
    final: bool = False
    """Refuse unless every required reviewer has signed."""
    force: bool = False
    """Print although a safety text has no sound translation; the source is shown in a labelled box."""
    about_people: AboutPeople = AboutPeople()


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One document of a print plan."""

    what: What
    title: str
    language: str
    large: bool
    copies: int
    unsound: int
    """How many of its texts are missing, stale or failing in its language."""
    unsafe: bool = False
    """Whether one of those is a safety text."""
    pending: tuple[ReviewRole, ...] = ()
    """Reviews nobody has signed yet for its language."""
    meeting: MeetingId | None = None
    handout: HandoutId | None = None
    award: Award | None = None


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """What will be printed, and what the leader should know before."""

    order: PrintOrder
    rows: tuple[PrintRow, ...]
    blanks: tuple[Slot, ...]
    """Local numbers nobody has filled in; they print as a line to write on."""

    @property
    def pending(self) -> tuple[ReviewRole, ...]:
        """Reviews that some document still waits for."""
        return tuple(role for role in ReviewRole if any(role in row.pending for row in self.rows))


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that was made."""

    row: PrintRow
    path: Path
    pages: int
