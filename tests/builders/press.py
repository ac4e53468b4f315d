"""Builders for the press: short ways to write texts, views and editions."""

import atexit
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from platica.domain.curriculum import Activity, Handout, HandoutType, ReviewRole, Session
from platica.domain.document import (
    ActivityText,
    Block,
    Fence,
    HandoutText,
    Heading,
    ListBlock,
    MaterialText,
    Paragraph,
    Picture,
    Run,
    SessionText,
    Table,
    Text,
    TextState,
)
from platica.domain.ids import ActivityId, CurriculumId, FactId, HandoutId, SessionId
from platica.domain.paper import Paper
from platica.language.catalogues import Catalogues
from platica.phrases import Phrasebook
from platica.press.job import Limits
from platica.press.press import Press
from platica.press.views import Edition, GuideView, HandoutView, Stamp

PRINTABLES = Path(__file__).resolve().parents[2] / "printables"
DIABETES = CurriculumId("diabetes-peer-circle")


def text(words: str, language: str = "en", state: TextState = TextState.SOURCE, *, safety: bool = False) -> Text:
    """A text in which `**bold**` is bold, `{name}` is a blank to fill in, and a new line is a hard break."""
    runs: list[Run] = []
    for place, stretch in enumerate(words.split("**")):
        for number, piece in enumerate(stretch.replace("{", "\0{").replace("}", "\0").split("\0")):
            if piece.startswith("{"):
                runs.append(Run(piece[1:], blank=True))
            elif piece or number == 0:
                lines = piece.split("\n")
                for line_number, line in enumerate(lines):
                    runs += ([Run("\n")] if line_number else []) + ([Run(line, strong=place % 2 == 1)] if line else [])
    return Text(tuple(runs), language, state, safety)


def para(words: str, language: str = "en") -> Paragraph:
    return Paragraph(text(words, language))


def bullets(*entries: str, language: str = "en", ordered: bool = False) -> ListBlock:
    """A list; an entry may begin with `[icon:name]`, which becomes its picture."""
    items: list[tuple[Block, ...]] = []
    for entry in entries:
        if entry.startswith("["):
            source, _, rest = entry[1:].partition("]")
            alt = source.removeprefix("icon:")
            items.append((Picture(source, text(alt, language)), para(rest.strip(), language)))
        else:
            items.append((para(entry, language),))
    return ListBlock(tuple(items), ordered)


def table(header: tuple[str, ...], *rows: tuple[str, ...], language: str = "en") -> Table:
    return Table(
        tuple(text(cell, language) for cell in header),
        tuple(tuple(text(cell, language) for cell in row) for row in rows),
    )


def fence(kind: str, *blocks: Block, **options: object) -> Fence:
    return Fence(kind, blocks, tuple((name, str(value)) for name, value in options.items()))


def heading(words: str, level: int = 2, language: str = "en") -> Heading:
    return Heading(level, text(words, language))


def stamp(
    title: str = "Walking Together with Diabetes",
    pending: tuple[ReviewRole, ...] = tuple(ReviewRole),
    unsound: int = 0,
) -> Stamp:
    sources = ("American Diabetes Association, Standards of Care, 2025",)
    return Stamp(title, "1.0.0", pending, (FactId("DM-06"), FactId("DM-08")), sources, unsound)


def handout(
    *blocks: Block,
    title: str = "Low sugar: what to do",
    subtitle: str | None = None,
    kind: HandoutType = HandoutType.HANDOUT,
    icon: str | None = None,
    language: str = "en",
    unsound: int = 0,
) -> HandoutView:
    about = Handout(HandoutId("sheet"), title, kind, icon)
    under = text(subtitle, language) if subtitle else None
    words = HandoutText(about, text(title, language), under, blocks)
    return HandoutView(stamp(unsound=unsound), DIABETES, words)


def activity(
    title: str, minutes: int, kind: str, *blocks: Block, optional: bool = False, language: str = "en"
) -> ActivityText:
    return ActivityText(title.lower().replace(" ", "-"), text(title, language), minutes, kind, optional, blocks)


def guide(
    *activities: ActivityText,
    title: str = "My numbers without fear",
    objectives: tuple[str, ...] = (),
    materials: tuple[tuple[str, int, str], ...] = (),
    before: tuple[str, ...] = (),
    on_arrival: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
    language: str = "en",
) -> SessionText:
    plan = tuple(Activity(ActivityId(a.id), a.title.plain, a.minutes, a.kind, a.optional) for a in activities)
    session = Session(SessionId("my-numbers"), title, sum(a.minutes for a in activities), objectives, plan)

    def told(some: tuple[str, ...]) -> tuple[Text, ...]:
        return tuple(text(one, language) for one in some)

    return SessionText(
        session,
        text(title, language),
        told(objectives),
        tuple(MaterialText(text(name, language), quantity, per) for name, quantity, per in materials),
        told(before),
        told(on_arrival),
        told(after),
        activities,
    )


def guide_view(session: SessionText, people: int | None = 12) -> GuideView:
    return GuideView(stamp(), DIABETES, session, number=2, people=people, icon="diabetes-measure")


def edition(
    language: str = "en", paper: Paper = Paper.LETTER, *, large: bool = False, second: str | None = None
) -> Edition:
    return Edition(language, "US", paper, large, second)


def books(language: str) -> Phrasebook:
    """The print phrasebook of a language, from the catalogues of this checkout."""
    return Catalogues([PRINTABLES.parent / "locales"], None).phrasebook(language, "print")


def press(folder: Path, limits: Limits | None = None, pictures: Mapping[str, bytes] | None = None) -> Press:
    """A press of this checkout's printables with its cache in a folder."""
    return Press([PRINTABLES], folder / "cache", books, lambda _curriculum, source: (pictures or {})[source], limits)


@cache
def warm_press() -> Press:
    """One press for all tests that only look at what comes out of it."""
    scratch = TemporaryDirectory()
    shared = press(Path(scratch.name))
    atexit.register(scratch.cleanup)
    atexit.register(shared.close)
    return shared


def pages_text(pdf: bytes) -> list[str]:
    """What a reader finds on each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found
