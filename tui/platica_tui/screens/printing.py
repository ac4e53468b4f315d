"""Printing: the documents a workshop needs, and where they go."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import print_workshop
from platica.domain.ids import WorkshopId
from platica.domain.printing import PrintOrder, PrintPlan, PrintRow, What
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui import doors, paper_doors
from platica_tui.dialogs.ask import AskDialog
from platica_tui.folders import folder_to_write, from_home, open_folder
from platica_tui.screens.printing_order import first_order, in_words, questions
from platica_tui.screens.printing_rows import Documents, Standing, paper_told, warnings
from platica_tui.screens.printing_work import PrintingWork
from platica_tui.widgets.lines import Lines
from platica_tui.widgets.plain import Words
from platica_tui.widgets.progress_line import ProgressLine


class PrintingPage(PrintingWork):
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
        super().__init__(workshop)
        self.meeting = meeting
        self.order: PrintOrder | None = None

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
        self.show(plan)
        self.count(plan)

    def show(self, plan: PrintPlan) -> None:
        workshop = self.desk.records.workshop(self.workshop_id)
        standings = [self._standing(place) for place in range(len(plan.rows))]
        paper = paper_told(self.app.book, plan.rows, standings)
        self.head(self.say("Print · {workshop}", workshop=workshop.name), paper)
        self.query_one(Documents).put_rows(self.app.book, plan.rows, standings)
        self.query_one("#warnings", Words).put("\n".join(warnings(self.app, plan)))
        choices = in_words(questions(self.app, plan.order), plan.order)
        self.query_one("#order", Words).put(self.say("Prints: {choices}", choices=choices))
        self.query_one("#where", Words).put(self.say("Folder: {folder}", folder=from_home(self.where)))
        self.refresh_bindings()

    def _standing(self, place: int) -> Standing:
        made = self.printed.get(place)
        pages = made.pages if made else self.counted.get(place)
        return Standing(place in self.skipped, pages, made is not None)

    @property
    def _row(self) -> PrintRow | None:
        """The row under the cursor."""
        key = self.query_one(Documents).key
        return self.plan.rows[int(key)] if self.plan and key else None

    def action_change(self) -> None:
        if self.order:
            paper_doors.open_print_choices(self.app, self.order, self._plan)

    def action_skip(self) -> None:
        key = self.query_one(Documents).key
        if key:
            self.skipped ^= {int(key)}
            self.fill()

    def action_folder(self) -> None:
        self.app.push_screen(AskDialog(self.say("Folder or USB stick"), str(self.where), self._into))

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
            paper_doors.open_preview(self.app, self.plan, row, lambda: self._read(row))

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
        open_folder(self.where)

    def action_to_printer(self) -> None:
        made = tuple(one for place, one in self.printed.items() if place not in self.skipped)
        if not made or self.plan is None:
            raise Refused(phrase("Press Enter first: it makes the documents. Then p sends them to a printer."))
        paper_doors.open_to_printer(self.app, made, self.plan.order.paper or self.desk.paper)

    def action_jobs(self) -> None:
        paper_doors.open_print_jobs(self.app)
