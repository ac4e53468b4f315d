"""The documents of a print plan as lines of a list, and the sentences to read before printing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from platica.domain.printing import PrintPlan, PrintRow, What
from platica.domain.sheets_of_paper import sheets_of_paper
from platica.domain.spoken import ROLES
from platica.phrases import Phrasebook, mark
from platica_tui.widgets.lines import Column, Line, Lines, Look

if TYPE_CHECKING:
    from platica_tui.app import PlaticaApp

COLUMNS = (
    Column(6, right=True),
    Column(),
    Column(12, snug=True),
    Column(8, snug=True),
    Column(7, right=True, snug=True),
    Column(14, least=50, snug=True),
)


class Documents(Lines):
    """The documents to make. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.make", mark("Print")),
        Binding("o", "screen.open", mark("Open it")),
        Binding("p", "screen.to_printer", mark("To a printer")),
        Binding("v", "screen.see", mark("See it")),
        Binding("c,tab", "screen.change", mark("Change")),
        Binding("x,space", "screen.skip", mark("Leave out or put back")),
        Binding("d", "screen.folder", mark("Folder")),
        Binding("t", "screen.read", mark("Text")),
        Binding("w", "screen.people", mark("For whom")),
        Binding("b", "screen.bundle", mark("For a print shop")),
        Binding("j", "screen.jobs", mark("Sent to a printer")),
    ]

    def put_rows(self, book: Phrasebook, rows: Sequence[PrintRow], standings: Sequence[Standing]) -> None:
        """Shows a line for each row; columns that would say nothing are gone."""
        self.columns = COLUMNS
        lines = [line(book, place, *pair) for place, pair in enumerate(zip(rows, standings, strict=True))]
        large = any(row.large or row.pictures for row in rows)
        pages = any(standing.pages for standing in standings)
        nothing = Line((book.say("There is nothing of that to print."),), look=Look.QUIET, whole=True)
        self.put(lines or [nothing], header=_header(book, large=large, pages=pages))


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a row of the plan is."""

    skipped: bool = False
    """Whether the leader leaves it out."""
    pages: int | None = None
    """Its pages, once somebody has counted them."""
    made: bool = False


def line(book: Phrasebook, place: int, row: PrintRow, standing: Standing) -> Line:
    """A row with its copies, title, print, language, pages and state."""
    cells = (
        "–" if standing.skipped else str(row.copies),
        title(book, row),
        _print(book, row),
        "+".join(row.languages),
        str(standing.pages or ""),
        _state(book, row, standing),
    )
    look = Look.QUIET if standing.skipped else Look.WARNING if row.unsound else Look.PLAIN
    return Line(cells, key=str(place), look=look)


def _print(book: Phrasebook, row: PrintRow) -> str:
    """Large or led by pictures, when it is not like the others."""
    if row.pictures:
        return book.say("pictures")
    return book.say("large") if row.large else ""


def title(book: Phrasebook, row: PrintRow) -> str:
    """What a document is called in a list."""
    match row.what:
        case What.GUIDE:
            return book.say("Guide: {title}", title=row.title)
        case What.BINDER:
            return book.say("Binder: {title}", title=row.title)
        case _:
            return row.title


def paper_told(book: Phrasebook, rows: Sequence[PrintRow], standings: Sequence[Standing]) -> str:
    """How much paper the documents take, as far as their pages are known; nothing while none are."""
    pairs = [pair for pair in zip(rows, standings, strict=True) if not pair[1].skipped]
    sheets = sum(sheets_of_paper(row, standing.pages) for row, standing in pairs if standing.pages)
    if not sheets:
        return ""
    if all(standing.pages for _, standing in pairs):
        return book.say_count("{count} sheet of paper, both sides", "{count} sheets of paper, both sides", sheets)
    return book.say_count(
        "at least {count} sheet of paper, both sides", "at least {count} sheets of paper, both sides", sheets
    )


def warnings(app: PlaticaApp, plan: PrintPlan) -> Iterator[str]:
    """What the leader should know before printing."""
    book = app.book
    if any(row.unsound for row in plan.rows):
        yield book.say("▲ Prints with the word DRAFT until these texts are translated and checked.")
    if plan.blanks:
        yield book.say_count(
            "{count} local number is not filled in and prints as a line to write on.",
            "{count} local numbers are not filled in and print as lines to write on.",
            len(plan.blanks),
        )
    if plan.pending:
        roles = app.formats.listing([book.tell(ROLES[role]) for role in plan.pending])
        yield book.say("Not signed yet: {roles}. The foot of each page says so.", roles=roles)


def _header(book: Phrasebook, *, large: bool, pages: bool) -> Line:
    return Line(
        (
            book.say("copies"),
            book.say("sheet"),
            book.say("print") if large else "",
            book.say("language"),
            book.say("pages") if pages else "",
            book.say("state"),
        )
    )


def _state(book: Phrasebook, row: PrintRow, standing: Standing) -> str:
    if standing.skipped:
        return book.say("left out")
    if standing.made:
        return book.say("✓ made")
    if row.unsafe:
        return book.say("▲ safety text")
    if row.unsound:
        return book.say_count("▲ {count} text", "▲ {count} texts", row.unsound)
    return "✓"
