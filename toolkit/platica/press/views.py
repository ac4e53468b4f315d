"""What a document shows, as plain values: the press makes nothing up and looks nothing up."""

from dataclasses import dataclass
from datetime import date, time

from platica.domain.curriculum import ReviewRole
from platica.domain.document import HandoutText, SessionText, Text
from platica.domain.ids import CurriculumId, FactId
from platica.domain.paper import Paper

LARGEST_SMALL_GROUP = 4
"""People who share one set of materials counted by group, when nobody said how many groups there are."""


@dataclass(frozen=True, slots=True)
class Edition:
    """For which reader and printer a view becomes a document."""

    language: str
    region: str
    paper: Paper
    large: bool = False
    second: str | None = None
    """A language whose words stand under the first on sheets that people of both languages fill in."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where the text of a document comes from and what it still lacks."""

    curriculum_title: str
    version: str
    pending: tuple[ReviewRole, ...] = ()
    facts: tuple[FactId, ...] = ()
    sources: tuple[str, ...] = ()
    unsound: int = 0
    """How many of its texts are missing, stale or failing in this language."""


@dataclass(frozen=True, slots=True)
class GuideView:
    """The facilitator's guide to one session."""

    stamp: Stamp
    curriculum: CurriculumId
    """Whose folder the pictures are in."""
    session: SessionText
    number: int | None = None
    """Place of the session in the workshop, from 1."""
    people: int | None = None
    """How many are expected; quantities are worked out for them."""
    groups: int | None = None
    """How many small groups they make; worked out from the people when not given."""
    starts: time | None = None
    handouts: tuple[str, ...] = ()
    """Titles of the sheets to print for it."""
    icon: str | None = None

    @property
    def small_groups(self) -> int | None:
        """Small groups to bring materials for."""
        return self.groups or (None if self.people is None else -(-self.people // LARGEST_SMALL_GROUP))

    @property
    def personal(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class HandoutView:
    """A handout, form, log, checklist, card or poster."""

    stamp: Stamp
    curriculum: CurriculumId
    handout: HandoutText
    session: str | None = None
    """Title of the session it belongs to, for its foot."""

    @property
    def personal(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class SignInLine:
    """A person's line on a sign-in sheet."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class SignInView:
    """The sign-in sheet of one meeting."""

    stamp: Stamp
    title: str
    """Title of the session."""
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


@dataclass(frozen=True, slots=True)
class CoverView:
    """The front of a binder."""

    stamp: Stamp
    title: str
    """Name of the workshop."""
    summary: str = ""
    place: str = ""
    dates: tuple[date, ...] = ()
    leaders: tuple[str, ...] = ()
    icon: str | None = None

    @property
    def personal(self) -> bool:
        return bool(self.leaders)


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """A document of the binder and the page it starts on."""

    title: str
    page: int
    place: int
    """Place of the document in the binder, from 0; its link leads there."""


@dataclass(frozen=True, slots=True)
class ContentsView:
    """The contents page of a binder: sections, each with its documents."""

    title: str
    sections: tuple[tuple[str, tuple[ContentsLine, ...]], ...]

    @property
    def personal(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class NumbersView:
    """Slips with a page number each, to lay over the corners of a binder's pages."""

    first: int
    last: int

    @property
    def personal(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class RecoveryView:
    """The sheet for the safe: a code that opens the records."""

    organization: str
    groups: tuple[str, ...]
    """The groups of the code in order, each with its check sign."""

    @property
    def personal(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class ErasureView:
    """The confirmation that a person was erased; it names nobody, a name is written by hand."""

    organization: str
    computer: str
    on: date
    records: int
    """How often the person was recorded."""
    contact: bool
    consent: bool
    workshops: int
    marks: int
    sheets: int
    """Sign-in sheets on paper that still bear the name."""

    @property
    def personal(self) -> bool:
        return True


View = (
    GuideView
    | HandoutView
    | SignInView
    | CertificatesView
    | CoverView
    | ContentsView
    | NumbersView
    | RecoveryView
    | ErasureView
)


@dataclass(frozen=True, slots=True)
class Part:
    """A finished document."""

    pdf: bytes
    pages: int
    language: str
    title: str


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part with the words under which a binder lists it. A part of no section stands before the contents."""

    part: Part
    title: str
    section: str
