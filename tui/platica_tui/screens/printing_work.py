"""The slow work of the print screen: counting pages, making documents, and a folder for a print shop."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from textual import work
from textual.worker import get_current_worker

from platica.desk import print_bundle, print_workshop
from platica.desk.count_pages import known_pages
from platica.desk.missing_signs import missing_signs
from platica.domain.ids import WorkshopId
from platica.domain.printing import Printed, PrintPlan
from platica.errors import PlaticaError, Stopped
from platica.phrases import Phrase, phrase, phrases
from platica_tui.folders import from_home, usual_folder
from platica_tui.screens.page import Page
from platica_tui.widgets.progress_line import ProgressLine


class PrintingWork(Page):
    """Runs beside the screen and touches it only through the app; one thing at a time, which Esc stops."""

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop_id = workshop
        self.plan: PrintPlan | None = None
        self.skipped: set[int] = set()
        """Places in the plan that the leader leaves out."""
        self.printed: dict[int, Printed] = {}
        self.counted: dict[int, int] = {}
        """Pages known from what was made another time."""
        self.folder: Path | None = None
        self.making = self.stopping = False

    @property
    def where(self) -> Path:
        """The folder for the documents."""
        return self.folder or usual_folder(self.desk.records.workshop(self.workshop_id).name)

    def show(self, plan: PrintPlan) -> None:
        """Shows what is known of a plan."""

    @work(thread=True, exclusive=True, group="count")
    def count(self, plan: PrintPlan) -> None:
        """Beside the screen, so that it is there at once; what cannot be counted is told when it is made."""
        with suppress(PlaticaError):
            pages = known_pages(self.desk, plan)
            if not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._counted, plan, pages)

    def _counted(self, plan: PrintPlan, pages: tuple[int | None, ...]) -> None:
        counted = {place: count for place, count in enumerate(pages) if count}
        if plan == self.plan and counted != self.counted:
            self.counted = counted
            self.show(plan)

    def action_make(self) -> None:
        if self.plan and not self.making:
            places = [place for place in range(len(self.plan.rows)) if place not in self.skipped]
            if places:
                self.making = True
                rows = tuple(self.plan.rows[place] for place in places)
                self._make(places, replace(self.plan, rows=rows), self.where)

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
                self._bundle(replace(planned, rows=rows), self.where)

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
            self.tell(missing_signs(done.values()) or _ready(tuple(done.values())))


def _ready(made: tuple[Printed, ...]) -> Phrase:
    """What lies in the folder, and who made it when it was not WeasyPrint."""
    if not any(one.path.suffix == ".pdf" for one in made):
        return phrase("Nothing here makes PDF files: these are pages. o opens the folder; print each with Ctrl+P.")
    pages, browser = sum(one.pages for one in made), next((one.made_by for one in made if one.made_by), "")
    if browser:
        return phrases(
            "{count} page is ready, made by {browser}. p sends it to a printer; o opens the folder.",
            "{count} pages are ready, made by {browser}. p sends them to a printer; o opens the folder.",
            pages,
            browser=browser,
        )
    return phrases(
        "{count} page is ready in the folder. The key p sends it to a printer; o opens the folder.",
        "{count} pages are ready in the folder. The key p sends them to a printer; o opens the folder.",
        pages,
    )
