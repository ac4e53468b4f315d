"""What a leader wants on paper, and what came of it."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from platica.domain.awards import Award
from platica.domain.curriculum import ReviewRole
from platica.domain.engine import Engine
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
    RETURN = "return"
    OUTCOMES = "outcomes"
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


class Bilingual(StrEnum):
    """How a document brings two languages together."""

    APART = "apart"
    """A document for each language."""
    TWO_SIDED = "two-sided"
    """One language on the front of each sheet of paper, the other on its back."""
    SIDE_BY_SIDE = "side-by-side"
    """Both on every page, in two columns, passage by passage."""


class Fold(StrEnum):
    """What becomes of the sheets of paper after they are printed."""

    PLAIN = "plain"
    BOOKLET = "booklet"
    """Half-size pages in the order in which sheets printed on both sides are folded into a booklet."""
    TWO_UP = "two-up"
    """Half-size pages, each twice on a sheet, to cut apart."""


@dataclass(frozen=True, slots=True)
class Reader:
    """What a copy of a sheet must be like for whoever takes it."""

    language: str
    large: bool = False
    pictures: bool = False
    """One picture and one short line at a time."""
    second: str | None = None
    """The other language on the same paper."""


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
    pictures: bool = False
    """Every sheet led by pictures where it can be, not only for those who read that way."""
    bilingual: Bilingual = Bilingual.APART
    """How the first two of the languages come together."""
    fold: Fold = Fold.PLAIN
    final: bool = False
    """Refuse unless every required reviewer has signed."""
    force: bool = False
    """Print although a safety text has no sound translation; the source is shown in a labelled box."""
    about_people: AboutPeople = AboutPeople()
    engine: Engine | None = None
    """What lays the pages out; the best that works on this computer when nobody asked for one."""


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
    second: str | None = None
    """The other language of a document in two languages."""
    bilingual: Bilingual = Bilingual.APART
    """How the two come together; APART when there is one."""
    second_pending: tuple[ReviewRole, ...] = ()
    """Reviews nobody has signed yet for the other language."""
    pictures: bool = False
    fold: Fold = Fold.PLAIN
    award: Award | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the document, the first on top."""
        return (self.language, self.second) if self.second else (self.language,)

    @property
    def in_second(self) -> "PrintRow":
        """The other language's half of the document."""
        return replace(self, language=self.second or self.language, second=None, pending=self.second_pending)


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
        waiting = {role for row in self.rows for role in (*row.pending, *row.second_pending)}
        return tuple(role for role in ReviewRole if role in waiting)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document that was made."""

    row: PrintRow
    path: Path
    """What to print."""
    pages: int
    to_read: Path | None = None
    """The half-size pages one after another, for a screen reader, when `path` has them in another order."""
    made_by: str = ""
    """The browser that laid it out, when it was one."""
    left_out: str = ""
    """Signs in names that no font has and that are not on the pages."""
