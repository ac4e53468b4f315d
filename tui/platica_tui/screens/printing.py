"""Printing: what, in which languages, on which paper, and where the documents go."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widget import Widget

from platica.desk import print_workshop, schedule_workshop
from platica.domain.ids import WorkshopId
from platica.domain.paper import Paper
from platica.domain.printing import Printed, PrintOrder, PrintPlan, PrintRow, What
from platica.domain.spoken import PAPERS as SHEETS
from platica.domain.spoken import ROLES
from platica.errors import PlaticaError, Refused
from platica.phrases import Phrase, mark, phrase, phrases
from platica_tui import doors
from platica_tui.dialogs.ask import AskDialog
from platica_tui.folders import folder_to_write, from_home, open_folder, usual_folder
from platica_tui.screens.page import Page
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.field import Field
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words
from platica_tui.widgets.progress_line import ProgressLine

ALL = "all"
NEEDED = frozenset({What.GUIDE, What.HANDOUTS, What.FORMS, What.SIGN_IN})
PAPERS = {Paper.LETTER: mark("Letter"), Paper.A4: mark("A4")}


class Documents(Lines):
    """The documents to make. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.make", mark("Print")),
        Binding("x,space", "screen.skip", mark("Leave out or put back")),
        Binding("d", "screen.folder", mark("Folder")),
        Binding("o", "screen.open", mark("Open it")),
        Binding("v", "screen.read", mark("Read it")),
    ]


class PrintingPage(Page):
    """Plans, makes, and says where the documents are."""

    CSS_PATH = "../styles/printing.tcss"
    GUIDE = (
        mark("Enter makes the documents as PDF files and leaves them in the folder, to print or to copy."),
        mark("v reads the sheet under the sign ▸ before it is printed; o opens the folder with the documents."),
        mark("Tab goes to the choices; there the arrows left and right change them."),
        mark(
            "Copies are counted from what people read. “▲” means that a text is not translated and prints as a draft."
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "make", mark("Print"))]

    def __init__(self, workshop: WorkshopId, meeting: int | None) -> None:
        super().__init__()
        self.workshop_id = workshop
        self.meeting = meeting
        self.plan: PrintPlan | None = None
        self.skipped: set[int] = set()
        self.printed: dict[int, Printed] = {}
        self.folder: Path | None = None
        self.making = False

    def body(self) -> Iterable[Widget]:
        numbers = [
            (str(one.number), self.say("session {number}", number=one.number))
            for one in schedule_workshop.meetings(self.desk, self.workshop_id)
        ]
        sessions = [*numbers, ("", self.say("the whole workshop"))]
        languages = [("", self.say("what each reads"))]
        languages += [(tag, self.app.language_name(tag)) for tag in self.app.desk.catalogues.languages()]
        papers = [(paper, self.told(words)) for paper, words in PAPERS.items()]
        prints = [("", self.say("as each reads")), ("large", self.say("all large"))]
        whats = [(ALL, self.say("all it needs")), *((what, self.told(words)) for what, words in SHEETS.items())]
        yield Documents(id="documents")
        yield Words(id="warnings")
        yield Grid(
            Field(self.say("Of"), Choice(sessions, str(self.meeting or ""), id="meeting")),
            Field(self.say("What"), Choice(whats, id="what")),
            Field(self.say("Language"), Choice(languages, id="language")),
            Field(self.say("Size"), Choice(prints, id="large")),
            Field(self.say("Paper"), Choice(papers, self.desk.paper, id="paper")),
            id="choices",
        )
        yield Words(id="where", classes="quiet")
        yield ProgressLine(id="progress")

    def on_mount(self) -> None:
        self.query_one(Documents).focus()

    def _order(self) -> PrintOrder:
        what = self._choice("what")
        language = self._choice("language")
        meeting = self._choice("meeting")
        return PrintOrder(
            workshop=self.workshop_id,
            what=NEEDED if what == ALL else frozenset({What(what)}),
            meeting=int(meeting) if meeting else None,
            languages=(language,) if language else (),
            paper=Paper(self._choice("paper")),
            large=bool(self._choice("large")),
        )

    def _choice(self, name: str) -> str:
        return self.query_one(f"#{name}", Choice).value

    def fill(self) -> None:
        order = self._order()
        if self.plan is None or order != self.plan.order:
            self.skipped.clear()
            self.printed.clear()
        self.plan = print_workshop.plan(self.desk, order)
        workshop = self.desk.records.workshop(self.workshop_id)
        self.head(self.say("Print · {workshop}", workshop=workshop.name), self._pages())
        large, pages = any(row.large for row in self.plan.rows), bool(self.printed)
        documents = self.query_one(Documents)
        documents.columns = (
            Column(6, right=True),
            Column(),
            Column(7, snug=True),
            Column(8),
            Column(7, right=True, snug=True),
            Column(14, least=50, snug=True),
        )
        header = Line(
            (
                self.say("copies"),
                self.say("sheet"),
                self.say("print") if large else "",
                self.say("language"),
                self.say("pages") if pages else "",
                self.say("state"),
            )
        )
        documents.put(self._lines(self.plan), header=header)
        self.query_one("#warnings", Words).put("\n".join(self._warnings(self.plan)))
        self.query_one("#where", Words).put(self.say("Folder: {folder}", folder=from_home(self._folder())))

    def _lines(self, plan: PrintPlan) -> Iterator[Line]:
        if not plan.rows:
            yield Line((self.say("There is nothing of that to print."),), look=Look.QUIET, whole=True)
        for place, row in enumerate(plan.rows):
            made = self.printed.get(place)
            cells = (
                "–" if place in self.skipped else str(row.copies),
                self._title(row),
                self.say("large") if row.large else "",
                row.language,
                str(made.pages) if made else "",
                self._state(place, row),
            )
            look = Look.QUIET if place in self.skipped else Look.WARNING if row.unsound else Look.PLAIN
            yield Line(cells, key=str(place), look=look)

    def _title(self, row: PrintRow) -> str:
        title = self.say("Guide: {title}", title=row.title) if row.what is What.GUIDE else row.title
        return self.say("Binder: {title}", title=row.title) if row.what is What.BINDER else title

    def _state(self, place: int, row: PrintRow) -> str:
        if place in self.skipped:
            return self.say("left out")
        if place in self.printed:
            return self.say("✓ made")
        if row.unsafe:
            return self.say("▲ safety text")
        if row.unsound:
            return self.say_count("▲ {count} text", "▲ {count} texts", row.unsound)
        return "✓"

    def _warnings(self, plan: PrintPlan) -> Iterator[str]:
        if any(row.unsound for row in plan.rows):
            yield self.say("▲ Prints with the word DRAFT until these texts are translated and checked.")
        if plan.blanks:
            yield self.say_count(
                "{count} local number is not filled in and prints as a line to write on.",
                "{count} local numbers are not filled in and print as lines to write on.",
                len(plan.blanks),
            )
        if plan.pending:
            roles = self.app.formats.listing([self.told(ROLES[role]) for role in plan.pending])
            yield self.say("Not signed yet: {roles}. The foot of each page says so.", roles=roles)

    def _pages(self) -> str:
        pages = sum(printed.pages * printed.row.copies for printed in self.printed.values())
        return self.say_count("{count} page of paper", "{count} pages of paper", pages) if pages else ""

    def _folder(self) -> Path:
        return self.folder or usual_folder(self.desk.records.workshop(self.workshop_id).name)

    @on(Choice.Changed)
    def _ordered(self) -> None:
        with self.telling():
            self.fill()

    def action_skip(self) -> None:
        key = self.query_one(Documents).key
        if key:
            self.skipped ^= {int(key)}
            self.fill()

    def action_folder(self) -> None:
        self.app.push_screen(AskDialog(self.say("Folder or USB stick"), str(self._folder()), self._into))

    def _into(self, typed: str) -> None:
        self.folder = folder_to_write(typed)
        self.fill()

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        with self.telling():
            self.action_make()

    def action_read(self) -> None:
        """The words of the sheet under the cursor, in its language."""
        key = self.query_one(Documents).key
        row = self.plan.rows[int(key)] if self.plan and key else None
        if row is None:
            return
        curriculum = self.desk.records.workshop(self.workshop_id).curriculum
        if row.handout:
            doors.open_handout(self.app, curriculum, row.handout, row.language)
        elif row.what is What.GUIDE and row.meeting:
            doors.open_session(self.app, curriculum, self.desk.records.meeting(row.meeting).session, row.language)
        else:
            raise Refused(phrase("This one has no text to read here; print it and open it with o."))

    def action_open(self) -> None:
        open_folder(self._folder())

    def action_make(self) -> None:
        if self.plan and not self.making:
            places = [place for place in range(len(self.plan.rows)) if place not in self.skipped]
            if places:
                self.making = True
                rows = tuple(self.plan.rows[place] for place in places)
                self._make(places, replace(self.plan, rows=rows), self._folder())

    @work(thread=True, exclusive=True, group="press")
    def _make(self, places: list[int], plan: PrintPlan, folder: Path) -> None:
        """Slow; runs beside the screen and touches it only through the app."""
        printed: tuple[Printed, ...] = ()
        failed: Exception | None = None
        try:
            printed = print_workshop.make(self.desk, plan, folder, self._progress)
        except Exception as error:  # noqa: BLE001 - told on the screen by `_made`
            failed = error
        self.app.call_from_thread(self._made, places, printed, failed)

    def _progress(self, done: int, steps: int, doing: Phrase) -> None:
        self.app.call_from_thread(self.query_one(ProgressLine).put, done, steps, self.app.book.tell(doing))

    def _made(self, places: list[int], printed: tuple[Printed, ...], failed: Exception | None) -> None:
        self.making = False
        self.query_one(ProgressLine).put(0, 0, "")
        if isinstance(failed, PlaticaError):
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        else:
            self.printed |= dict(zip(places, printed, strict=True))
            self.fill()
            self.tell(
                phrases(
                    "{count} page is ready in the folder. The key o opens it; print it from there.",
                    "{count} pages are ready in the folder. The key o opens it; print them from there.",
                    sum(one.pages for one in printed),
                )
            )
