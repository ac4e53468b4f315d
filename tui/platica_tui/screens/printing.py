"""Printing: the documents a workshop needs, and where they go."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import print_bundle, print_workshop
from platica.desk.count_pages import known_pages
from platica.domain.ids import WorkshopId
from platica.domain.printing import Printed, PrintOrder, PrintPlan, PrintRow, What
from platica.errors import PlaticaError, Refused, Stopped
from platica.phrases import Phrase, mark, phrase, phrases
from platica_tui import doors
from platica_tui.dialogs.ask import AskDialog
from platica_tui.folders import folder_to_write, from_home, open_folder, usual_folder
from platica_tui.screens.page import Page
from platica_tui.screens.printing_order import first_order, in_words, questions
from platica_tui.screens.printing_rows import Documents, Standing, paper_told, warnings
from platica_tui.widgets.lines import Lines
from platica_tui.widgets.plain import Words
from platica_tui.widgets.progress_line import ProgressLine


class PrintingPage(Page):
    """Plans, makes, and says where the documents are."""

    CSS_PATH = "../styles/printing.tcss"
    GUIDE = (
        mark("Enter makes the documents as PDF files and leaves them in the folder, to print or to copy."),
        mark("Esc stops while they are being made; what is done stays in the folder."),
        mark("v shows the pages of the sheet under the sign ▸ before they are printed; t shows its words."),
        mark("p sends what was made to a printer; j shows what was sent, to go on after a jam or a stop."),
        mark("w chooses who gets a certificate or a name tag."),
        mark("b makes a folder for a print shop, with a ticket that says how many of each; nobody is named in it."),
        mark("d chooses the folder or a USB stick; o opens the folder with the documents."),
        mark("c changes what is printed: which session, which sheets, the language, the size and the paper."),
        mark(
            "Copies are counted from what people read. “▲” means that a text is not translated and prints as a draft."
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "make", mark("Print"))]

    def __init__(self, workshop: WorkshopId, meeting: int | None) -> None:
        super().__init__()
        self.workshop_id = workshop
        self.meeting = meeting
        self.order: PrintOrder | None = None
        self.plan: PrintPlan | None = None
        self.skipped: set[int] = set()
        self.printed: dict[int, Printed] = {}
        self.counted: dict[int, int] = {}
        """Pages known from what was made another time."""
        self.folder: Path | None = None
        self.making = self.stopping = False

    def body(self) -> Iterable[Widget]:
        yield Documents(id="documents")
        yield Words(id="warnings")
        yield Words(id="order")
        yield Words(id="where", classes="quiet")
        yield ProgressLine(id="progress")

    def on_mount(self) -> None:
        self.query_one(Documents).focus()

    def offers(self, action: str) -> bool:
        return bool(self.printed) if action in ("open", "to_printer") else super().offers(action)

    def fill(self) -> None:
        self._plan(self.order or first_order(self.app, self.workshop_id, self.meeting))

    def _plan(self, order: PrintOrder) -> None:
        plan = print_workshop.plan(self.desk, order)
        if order != self.order:
            self.skipped.clear()
            self.printed.clear()
            self.counted.clear()
        self.order, self.plan = order, plan
        self._show(plan)
        self._count(plan)

    def _show(self, plan: PrintPlan) -> None:
        workshop = self.desk.records.workshop(self.workshop_id)
        standings = [self._standing(place) for place in range(len(plan.rows))]
        paper = paper_told(self.app.book, plan.rows, standings)
        self.head(self.say("Print · {workshop}", workshop=workshop.name), paper)
        self.query_one(Documents).put_rows(self.app.book, plan.rows, standings)
        self.query_one("#warnings", Words).put("\n".join(warnings(self.app, plan)))
        choices = in_words(questions(self.app, plan.order), plan.order)
        self.query_one("#order", Words).put(self.say("Prints: {choices}", choices=choices))
        self.query_one("#where", Words).put(self.say("Folder: {folder}", folder=from_home(self._folder())))
        self.refresh_bindings()

    def _standing(self, place: int) -> Standing:
        made = self.printed.get(place)
        pages = made.pages if made else self.counted.get(place)
        return Standing(place in self.skipped, pages, made is not None)

    @work(thread=True, exclusive=True, group="count")
    def _count(self, plan: PrintPlan) -> None:
        """Beside the screen, so that it is there at once; what cannot be counted is told when it is made."""
        with suppress(PlaticaError):
            self.app.call_from_thread(self._counted, plan, known_pages(self.desk, plan))

    def _counted(self, plan: PrintPlan, pages: tuple[int | None, ...]) -> None:
        counted = {place: count for place, count in enumerate(pages) if count}
        if self.is_attached and plan == self.plan and counted != self.counted:
            self.counted = counted
            self._show(plan)

    def _folder(self) -> Path:
        return self.folder or usual_folder(self.desk.records.workshop(self.workshop_id).name)

    @property
    def _row(self) -> PrintRow | None:
        """The row under the cursor."""
        key = self.query_one(Documents).key
        return self.plan.rows[int(key)] if self.plan and key else None

    def action_change(self) -> None:
        if self.order:
            doors.open_print_choices(self.app, self.order, self._plan)

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

    def action_people(self) -> None:
        """Asks who gets a certificate or a name tag."""
        if self.order is None or self.order.what.isdisjoint((What.CERTIFICATES, What.TAGS)):
            raise Refused(phrase("Certificates and name tags may be for single people. Choose them first with c."))
        question = self.say("For whom? Numbers such as 1,4-6; empty for everybody.")
        self.app.push_screen(AskDialog(question, self.order.about_people.numbers, self._for))

    def _for(self, numbers: str) -> None:
        if self.order:
            about = replace(self.order.about_people, numbers=numbers.strip())
            self._plan(replace(self.order, about_people=about))

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        with self.telling():
            self.action_make()

    def action_see(self) -> None:
        """The pages of the document under the cursor."""
        row = self._row
        if self.making:
            raise Refused(phrase("The documents are being made. Look at them when they are done."))
        if self.plan and row:
            doors.open_preview(self.app, self.plan, row, lambda: self._read(row))

    def action_read(self) -> None:
        if row := self._row:
            self._read(row)

    def _read(self, row: PrintRow) -> None:
        """The words of a document, in its language."""
        curriculum = self.desk.records.workshop(self.workshop_id).curriculum
        if row.handout:
            doors.open_handout(self.app, curriculum, row.handout, row.language)
        elif row.what is What.GUIDE and row.meeting:
            doors.open_session(self.app, curriculum, self.desk.records.meeting(row.meeting).session, row.language)
        else:
            raise Refused(phrase("This one has no text to read here. The key v shows its pages."))

    def action_open(self) -> None:
        open_folder(self._folder())

    def action_to_printer(self) -> None:
        made = tuple(one for place, one in self.printed.items() if place not in self.skipped)
        if not made or self.plan is None:
            raise Refused(phrase("Press Enter first: it makes the documents. Then p sends them to a printer."))
        doors.open_to_printer(self.app, made, self.plan.order.paper or self.desk.paper)

    def action_jobs(self) -> None:
        doors.open_print_jobs(self.app)

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
        printed: list[Printed] = []
        failed: Exception | None = None
        try:
            for one in print_workshop.one_by_one(self.desk, plan, folder, self._progress):
                printed.append(one)
        except Exception as error:  # noqa: BLE001 - told on the screen by `_made`
            failed = error
        done = {place: one for place, row in zip(places, plan.rows, strict=True) for one in printed if one.row is row}
        self.app.call_from_thread(self._made, done, failed)

    def action_bundle(self) -> None:
        if self.plan and not self.making:
            skipped = {self.plan.rows[place] for place in self.skipped}
            planned = print_bundle.plan(self.desk, self.plan.order)
            rows = tuple(row for row in planned.rows if row not in skipped)
            self.making = bool(rows)
            if rows:
                self._bundle(replace(planned, rows=rows), self._folder())

    @work(thread=True, exclusive=True, group="press")
    def _bundle(self, plan: PrintPlan, folder: Path) -> None:
        """The documents for a print shop; slow, like `_make`."""
        said: Phrase | Exception
        try:
            bundle = print_bundle.make(self.desk, plan, folder, self.app.book.language, progress=self._progress)
            said = phrases(
                "A folder for a print shop is ready, with {count} sheet of paper: {folder}",
                "A folder for a print shop is ready, with {count} sheets of paper: {folder}",
                bundle.sheets,
                folder=from_home(bundle.folder),
            )
        except Exception as error:  # noqa: BLE001 - told on the screen by `_bundled`
            said = error
        self.app.call_from_thread(self._bundled, said)

    def _bundled(self, said: Phrase | Exception) -> None:
        self.making = self.stopping = False
        self.query_one(ProgressLine).put(0, 0, "")
        if isinstance(said, PlaticaError):
            self.tell(said.phrase, wrong=not isinstance(said, Stopped))
        elif isinstance(said, Exception):
            self.app.unexpected(said)
        else:
            self.tell(said)

    def _progress(self, done: int, steps: int, doing: Phrase) -> None:
        if self.stopping:
            raise Stopped(phrase("Stopped. What was done by then is in the folder."))
        shown = self.say("{doing} · Esc stops", doing=self.told(doing))
        self.app.call_from_thread(self.query_one(ProgressLine).put, done, steps, shown)

    def action_back(self) -> None:
        """While documents are being made, stops; else goes back."""
        if not self.making:
            super().action_back()
        elif not self.stopping:
            self.stopping = True
            self.tell(phrase("Stopping when this part is done …"))

    def _made(self, done: dict[int, Printed], failed: Exception | None) -> None:
        self.making = self.stopping = False
        self.query_one(ProgressLine).put(0, 0, "")
        self.printed |= done
        if failed is not None and done:
            self.fill()
        if isinstance(failed, Stopped):
            self.tell(failed.phrase)
        elif isinstance(failed, PlaticaError):
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        else:
            self.fill()
            self.tell(
                phrases(
                    "{count} page is ready in the folder. The key p sends it to a printer; o opens the folder.",
                    "{count} pages are ready in the folder. The key p sends them to a printer; o opens the folder.",
                    sum(one.pages for one in done.values()),
                )
            )
