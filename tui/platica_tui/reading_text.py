"""Sessions and sheets as pieces to read: the same blocks the press prints, in plain rows."""

from collections.abc import Iterable, Iterator

from textual.content import Content
from textual.style import Style

from platica.domain.document import (
    ActivityText,
    Block,
    Fence,
    HandoutText,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    SessionText,
    Table,
    Text,
)
from platica.domain.ids import ActivityId
from platica.domain.short_session import short_session
from platica.domain.workshop import PlannedActivity, PlannedSession
from platica.phrases import Phrase, Phrasebook, mark
from platica_tui.widgets.lines import Look
from platica_tui.widgets.plain import shown, shown_lines
from platica_tui.widgets.reading import Piece

LABELS = {
    "say": mark("Say"),
    "ask": mark("Ask"),
    "answers": mark("Answers"),
    "do": mark("Do"),
    "note": mark("Tip"),
    "seated": mark("Seated"),
    "online": mark("Online"),
    "safety": mark("Safety"),
    "warning": mark("Take care"),
    "key": mark("Remember"),
}
_LABEL_WIDTH = 13
_LINE = "_" * 40


def words_of(text: Text, book: Phrasebook) -> Content:
    """The words of a text; one whose translation is not sound says so."""
    parts: list[tuple[str, Style]] = []
    for run in text.runs:
        words = "________" if run.blank else shown_lines(run.text)
        parts.append((words, Style(bold=run.strong, italic=run.emphasis, underline=run.link is not None)))
    if not text.state.sound:
        note = book.say(" ▲ not translated ({language})", language=text.language)
        parts.append((note, Style(italic=True)))
    return Content.assemble(*parts)


def handout_pieces(handout: HandoutText, book: Phrasebook) -> Iterator[Piece]:
    """A sheet from top to bottom."""
    yield Piece(words_of(handout.title, book), look=Look.HEADING, apart=handout.subtitle is None)
    if handout.subtitle:
        yield Piece(words_of(handout.subtitle, book), look=Look.QUIET)
    yield from block_pieces(handout.blocks, book)


def session_pieces(session: SessionText, book: Phrasebook) -> Iterator[Piece]:
    """A session as its guide has it."""
    yield Piece(words_of(session.title, book), look=Look.HEADING)
    yield from _listed(book.say("By the end, people can"), session.objectives, book)
    if session.materials:
        yield Piece(Content(book.say("To bring")), look=Look.STRONG, apart=False)
        for material in session.materials:
            count = shown(f"{material.quantity} × ") if material.quantity > 1 else ""
            yield Piece(Content(count) + words_of(material.name, book), "• ", 2, apart=False)
        yield Piece(Content(""), apart=False)
    yield from _listed(book.say("Before the session"), session.before, book)
    yield from _listed(book.say("When people arrive"), session.on_arrival, book)
    yield from _short(session, book)
    yield from _flags(session, book)
    yield from _listed(book.say("With an interpreter"), session.interpreter, book)
    yield from _listed(book.say("Words to agree on with an interpreter"), session.terms, book)
    for activity in session.activities:
        yield from activity_pieces(activity, book)
    yield from _questions(session, book)
    yield from _listed(book.say("Afterwards"), session.after, book)


def activity_pieces(activity: ActivityText, book: Phrasebook) -> Iterator[Piece]:
    """An activity with its minutes and what to say, ask and do."""
    minutes = book.say(" · {minutes} min", minutes=activity.minutes)
    choice = book.say(" · optional") if activity.optional else book.say(" · essential") if activity.essential else ""
    yield Piece(words_of(activity.title, book) + Content(minutes + choice), look=Look.HEADING)
    yield from block_pieces(activity.blocks, book)


def _short(session: SessionText, book: Phrasebook) -> Iterator[Piece]:
    """What to do when time is short."""
    planned = PlannedSession(
        session.session.id, tuple(PlannedActivity(ActivityId(one.id), one.minutes) for one in session.activities)
    )
    shorter = short_session(session.session, planned)
    if shorter is None:
        return
    titles = {activity.id: activity.title for activity in session.activities}
    head = book.say_count("If you have only {count} minute", "If you have only {count} minutes", shorter.minutes)
    yield Piece(Content(head), look=Look.STRONG, apart=False)
    for place, one in enumerate(shorter.activities, 1):
        minutes = Content(book.say(" · {minutes} min", minutes=one.minutes))
        yield Piece(words_of(titles[one.id], book) + minutes, "•", 2, apart=place == len(shorter.activities))


def _flags(session: SessionText, book: Phrasebook) -> Iterator[Piece]:
    """When to stop and call."""
    if session.red_flags:
        yield Piece(Content("! " + book.say("Stop and call for help")), look=Look.WARNING, apart=False)
        for flag in session.red_flags:
            for piece in block_pieces(flag, book, 2):
                yield Piece(piece.words, piece.first, piece.indent, Look.WARNING, apart=piece.look is not Look.STRONG)


def _questions(session: SessionText, book: Phrasebook) -> Iterator[Piece]:
    """What people may ask, each question over its answer."""
    if session.questions:
        yield Piece(Content(book.say("Questions people may ask")), look=Look.HEADING)
        for likely in session.questions:
            yield Piece(words_of(likely.question, book), look=Look.STRONG, apart=False)
            yield Piece(words_of(likely.answer, book), "", 2)


def block_pieces(blocks: Iterable[Block], book: Phrasebook, indent: int = 0, first: str = "") -> Iterator[Piece]:
    """Blocks one under the other; `first` stands before the first row."""
    for block in blocks:
        for piece in _pieces(block, book, indent, first):
            yield piece
            first = ""


def _pieces(block: Block, book: Phrasebook, indent: int, first: str) -> Iterator[Piece]:
    match block:
        case Heading():
            yield Piece(words_of(block.text, book), first, indent, Look.STRONG)
        case Paragraph():
            yield Piece(words_of(block.text, book), first, indent)
        case Picture():
            picture = book.say("[Picture: {words}]", words=shown(block.alt.plain))
            yield Piece(Content(picture), first, indent, Look.QUIET)
        case ListBlock():
            yield from _list(block, book, indent, first)
        case Table():
            yield from _table(block, book, indent)
        case Fence():
            yield from _fence(block, book, indent)


def _list(block: ListBlock, book: Phrasebook, indent: int, first: str, sign: str = "•") -> Iterator[Piece]:
    for place, blocks in enumerate(block.items, block.start):
        before = f"{place}." if block.ordered else sign
        lead = first.ljust(indent) + before
        yield from block_pieces(blocks, book, indent + len(before) + 1, lead)
        first = ""


def _table(block: Table, book: Phrasebook, indent: int, blank_rows: int = 0) -> Iterator[Piece]:
    join = Content(" │ ")
    yield Piece(join.join([words_of(cell, book) for cell in block.header]), "", indent, Look.STRONG, apart=False)
    for row in block.rows:
        yield Piece(join.join([words_of(cell, book) for cell in row]), "", indent, apart=False)
    empty = book.say_count("({count} empty row)", "({count} empty rows)", blank_rows) if blank_rows else ""
    yield Piece(Content(empty), "", indent, Look.QUIET, apart=bool(empty))


def _fence(block: Fence, book: Phrasebook, indent: int) -> Iterator[Piece]:
    label = LABELS.get(block.kind)
    if label:
        look = Look.WARNING if block.kind in ("safety", "warning") else Look.PLAIN
        lead = ("! " if look is Look.WARNING else "") + book.tell(Phrase(label))
        for piece in block_pieces(block.blocks, book, indent + _LABEL_WIDTH, lead):
            yield Piece(piece.words, piece.first, piece.indent, look if piece.look is Look.PLAIN else piece.look)
        return
    for inner in block.blocks:
        match inner:
            case ListBlock() if block.kind == "checklist":
                yield from _list(inner, book, indent, "", "☐")
            case Table() if block.kind == "log":
                yield from _table(inner, book, indent, int(block.option("rows", "0")))
            case _:
                yield from _pieces(inner, book, indent, "")
    if block.kind == "write":
        yield Piece(Content("\n".join([_LINE] * int(block.option("lines", "1")))), "", indent, Look.QUIET)


def _listed(heading: str, texts: tuple[Text, ...], book: Phrasebook) -> Iterator[Piece]:
    if texts:
        yield Piece(Content(heading), look=Look.STRONG, apart=False)
        for place, text in enumerate(texts, 1):
            yield Piece(words_of(text, book), "•", 2, apart=place == len(texts))
