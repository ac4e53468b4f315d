"""A text ready to be read: blocks of runs, each knowing its language and whether its translation is sound.

The content room makes documents; the press turns them into paper, the terminal into lines. No markup crosses: a run is
plain text, and whoever shows it escapes it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platica.domain.curriculum import Handout, Session


class TextState(StrEnum):
    """How sound a text is in the language asked for."""

    SOURCE = "source"
    """The language asked for is the source language."""
    TRANSLATED = "translated"
    MISSING = "missing"
    STALE = "stale"
    FAILING = "failing"

    @property
    def sound(self) -> bool:
        return self in (TextState.SOURCE, TextState.TRANSLATED)


@dataclass(frozen=True, slots=True)
class Message:
    """One translatable text of a content file. Domain, context and source are its identity."""

    source: str
    """Inline Markdown, soft line breaks joined by one space."""
    kind: str
    """What it is, for the translator: `heading 2`, `list item`, `table cell`, `title`, `objectives` …"""
    place: str
    """File and line, `curricula/diabetes-peer-circle/sessions/numbers.md:12`."""
    context: str | None = None
    note: str | None = None
    safety: bool = False
    facts: tuple[str, ...] = ()
    plural: str | None = None
    """The source for other counts than one; only sentences of the program have it."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a translator gave for a message: the text to show, its language and state."""

    text: str
    language: str
    state: TextState


Translate = Callable[[Message], Rendering]
Translators = Callable[[str], Translate]
"""The translator of a domain: of a curriculum by its id, or of the `shared` texts."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    blank: bool = False
    """A local setting nobody has filled in: shown as a line to write on. `text` is then its name."""


@dataclass(frozen=True, slots=True)
class Text:
    """The runs of one message. A hard line break is a run of one newline."""

    runs: tuple[Run, ...]
    language: str
    state: TextState = TextState.SOURCE
    safety: bool = False

    @property
    def plain(self) -> str:
        return "".join("____" if run.blank else run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; an item is itself a row of blocks."""

    items: tuple[tuple["Block", ...], ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """`source` is `icon:NAME` or a path inside the curriculum's folder; `alt` says what is seen."""

    source: str
    alt: Text


@dataclass(frozen=True, slots=True)
class Fence:
    """A `:::` block. Its kind says how it looks and what it is for; options are those the format allows for it."""

    kind: str
    blocks: tuple["Block", ...]
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        return dict(self.options).get(name, default)


Block = Heading | Paragraph | ListBlock | Table | Picture | Fence


@dataclass(frozen=True, slots=True)
class ActivityText:
    """What to say, ask and do in one activity."""

    id: str
    title: Text
    minutes: int
    kind: str
    optional: bool
    blocks: tuple[Block, ...]
    essential: bool = False


@dataclass(frozen=True, slots=True)
class MaterialText:
    name: Text
    quantity: int
    per: str


@dataclass(frozen=True, slots=True)
class LikelyQuestion:
    """A question people may ask, and what the facilitator may answer."""

    question: Text
    answer: Text


@dataclass(frozen=True, slots=True)
class SessionText:
    """A whole session in one language, in the order of the plan it was rendered for."""

    session: "Session"
    title: Text
    objectives: tuple[Text, ...]
    materials: tuple[MaterialText, ...]
    before: tuple[Text, ...]
    on_arrival: tuple[Text, ...]
    after: tuple[Text, ...]
    activities: tuple[ActivityText, ...]
    questions: tuple[LikelyQuestion, ...] = ()
    interpreter: tuple[Text, ...] = ()
    """Notes for somebody who interprets this session."""
    terms: tuple[Text, ...] = ()
    """Words to agree on with whoever interprets."""
    red_flags: tuple[tuple[Block, ...], ...] = ()
    """When to stop and call for help: the blocks of each safety text."""


@dataclass(frozen=True, slots=True)
class HandoutText:
    """A whole handout or form in one language."""

    handout: "Handout"
    title: Text
    subtitle: Text | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TitleText:
    """The title of a session, an activity or a handout, with its id."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class SessionTitles:
    """The title of a session and those of its activities in order."""

    id: str
    title: Text
    minutes: int
    activities: tuple[TitleText, ...]


@dataclass(frozen=True, slots=True)
class CurriculumText:
    """What lists and headings need of a curriculum, in one language."""

    id: str
    title: Text
    summary: Text
    audience: Text
    sessions: tuple[SessionTitles, ...]
    handouts: tuple[TitleText, ...]

    def session(self, session_id: str) -> SessionTitles | None:
        return next((session for session in self.sessions if session.id == session_id), None)

    def handout(self, handout_id: str) -> TitleText | None:
        return next((handout for handout in self.handouts if handout.id == handout_id), None)


def texts_of(blocks: tuple[Block, ...]) -> Iterator[Text]:
    """Every text of some blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Picture():
                yield block.alt
            case Table():
                yield from block.header
                for row in block.rows:
                    yield from row
            case ListBlock():
                for entry in block.items:
                    yield from texts_of(entry)
            case Fence():
                yield from texts_of(block.blocks)


def texts_of_session(session: SessionText) -> Iterator[Text]:
    """Every text of a session, in reading order."""
    yield session.title
    yield from session.objectives
    yield from (material.name for material in session.materials)
    yield from (*session.before, *session.on_arrival, *session.after)
    for flag in session.red_flags:
        yield from texts_of(flag)
    yield from (*session.interpreter, *session.terms)
    for activity in session.activities:
        yield activity.title
        yield from texts_of(activity.blocks)
    for likely in session.questions:
        yield from (likely.question, likely.answer)


def texts_of_handout(handout: HandoutText) -> Iterator[Text]:
    """Every text of a handout, in reading order."""
    yield handout.title
    if handout.subtitle:
        yield handout.subtitle
    yield from texts_of(handout.blocks)
