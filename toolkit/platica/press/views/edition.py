"""For whom a document is made, where its text comes from, and what it became."""

from dataclasses import dataclass

from platica.domain.curriculum import ReviewRole
from platica.domain.engine import Engine
from platica.domain.ids import FactId
from platica.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class Edition:
    """For which reader and printer a view becomes a document."""

    language: str
    region: str
    paper: Paper
    large: bool = False
    second: str | None = None
    """A language whose words stand under the first, or beside them, on sheets for people of both languages."""
    half: bool = False
    """Pages of half the paper's size, for a booklet or to cut apart; the letters stay as large as they are."""
    pictures: bool = False
    """One picture and one short line at a time."""
    engine: Engine | None = None
    """What lays the pages out; the best that works here when nobody asked for one."""


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
class Part:
    """A finished document."""

    pdf: bytes
    pages: int
    language: str
    title: str
    left_out: str = ""
    """Signs in names of people and places that no font has and that are not on the pages."""
    engine: Engine = Engine.WEASYPRINT
    made_by: str = ""
    """The browser that laid it out, by the name people know; empty when it was none."""
    html: str = ""
    """The document where no PDF can be made, and `pdf` and `pages` are empty then: a page to open and print."""

    @property
    def body(self) -> bytes:
        """The document as a file, whichever it is."""
        return self.html.encode() if self.html else self.pdf

    @property
    def suffix(self) -> str:
        """The ending of that file's name."""
        return ".html" if self.html else ".pdf"


@dataclass(frozen=True, slots=True)
class BoundPart:
    """A part with the words under which a binder lists it. A part of no section stands before the contents."""

    part: Part
    title: str
    section: str
