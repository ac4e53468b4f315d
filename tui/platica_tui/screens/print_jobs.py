"""What was sent to printers: how far each paper is, and what to do after a jam or a stop."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.worker import get_current_worker

from platica.desk import printers
from platica.desk.printers import HowToPrint
from platica.desk.tell_printing import goes_on_told, paper_told, sent_told, troubles_of
from platica.domain.printer import SentPaper, SentState
from platica.domain.printing import Printed
from platica.errors import PlaticaError, Refused
from platica.phrases import Phrase, mark, phrase
from platica_tui.dialogs.ask import AskDialog
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words
from platica_tui.widgets.progress_line import ProgressLine

_SECONDS = 2
"""Between one look at the print system and the next."""
_LOOKS = {SentState.STOPPED: Look.WARNING, SentState.UNKNOWN: Look.WARNING, SentState.CANCELLED: Look.QUIET}

Work = Callable[[], Phrase | None]
"""Something slow; what it says when it is done."""


class SentPapers(Lines):
    """The papers. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "screen.reprint", mark("Reprint")),
        Binding("g", "screen.go_on", mark("Go on")),
        Binding("x", "screen.cancel", mark("Cancel")),
    ]


class PrintJobsPage(Page):
    """The papers of the last week."""

    CSS_PATH = "../styles/print_jobs.tcss"
    GUIDE = (
        mark("Each line is a document that was sent to a printer; it goes there in batches of a few copies."),
        mark("After a jam, r prints a document again from the copy that you type; those before it stay as they are."),
        mark("g sends what the printer did not take, when it is back; nothing comes twice. x cancels a document."),
        mark("The list looks back a week, and holds nobody's name."),
    )

    def __init__(self, made: Sequence[Printed] = (), how: HowToPrint | None = None) -> None:
        """Documents to send first, if there are any."""
        super().__init__()
        self.to_send = (tuple(made), how) if how else None
        self.papers: tuple[SentPaper, ...] | None = None
        self.working = False

    def body(self) -> Iterable[Widget]:
        columns = (Column(7, right=True), Column(), Column(16, least=70, snug=True), Column(24))
        yield SentPapers(columns, id="papers")
        yield Words(id="trouble")
        yield ProgressLine(id="progress")

    def on_mount(self) -> None:
        self.query_one(SentPapers).focus()
        self.set_interval(_SECONDS, self._look)
        if self.to_send:
            made, how = self.to_send
            self._start(lambda: sent_told(printers.send(self.desk, made, how, self._progress)))
        else:
            self._look()

    def fill(self) -> None:
        self.head(self.say("Sent to a printer"), "")
        header = Line((self.say("code"), self.say("copies"), self.say("sheet"), self.say("printer"), self.say("state")))
        nothing = Line((self.say("Nothing was sent to a printer in the last week."),), look=Look.QUIET, whole=True)
        one_moment = Line((self.say("One moment …"),), look=Look.QUIET, whole=True)
        lines = [self._line(one) for one in self.papers or ()]
        empty = one_moment if self.papers is None else nothing
        self.query_one(SentPapers).put(lines or [empty], header=header)
        self.query_one("#trouble", Words).put("\n".join(map(self.told, troubles_of(self.papers or ()))))

    def _line(self, paper: SentPaper) -> Line:
        state = self.told(paper_told(paper))
        cells = (str(paper.copies), paper.title, paper.printer, state)
        return Line(cells, key=paper.code, look=_LOOKS.get(paper.state, Look.PLAIN))

    def _look(self) -> None:
        """Asks the print system, unless something else goes on."""
        if not self.working and self.is_current:
            self._start(lambda: None)

    @property
    def _paper(self) -> SentPaper:
        """The paper under the cursor. Raises Refused when there is none."""
        code = self.query_one(SentPapers).key
        found = next((one for one in self.papers or () if one.code == code), None)
        if found is None:
            raise Refused(phrase("Nothing was sent yet. Press p on the screen for printing."))
        return found

    def action_reprint(self) -> None:
        paper = self._paper
        question = self.say("From which copy on, of {copies}?", copies=paper.copies)
        self.app.push_screen(AskDialog(question, str(min(paper.out + 1, paper.copies)), self._again, digits=True))

    def _again(self, typed: str) -> None:
        paper, copy = self._paper, int(typed) if typed.isdecimal() else 0
        if not 1 <= copy <= paper.copies:
            raise Refused(phrase("Type a number from 1 to {copies}.", copies=paper.copies))
        self._start(lambda: _reprinted(printers.reprint(self.desk, paper.code, copy), copy))

    def action_go_on(self) -> None:
        self._start(lambda: goes_on_told(printers.resume(self.desk, progress=self._progress)))

    def action_cancel(self) -> None:
        paper = self._paper
        self._start(lambda: _cancelled(printers.cancel(self.desk, paper.code)))

    @on(Lines.Chosen)
    def _chosen(self) -> None:
        with self.telling():
            self.action_reprint()

    def _start(self, step: Work) -> None:
        self.working = True
        self._work(step)

    @work(thread=True, group="printers")
    def _work(self, step: Work) -> None:
        """Slow; runs beside the screen and touches it only through the app."""
        said: Phrase | None = None
        papers: tuple[SentPaper, ...] | None = None
        failed: Exception | None = None
        try:
            said = step()
            papers = printers.sent(self.desk)
        except Exception as error:  # noqa: BLE001 - told on the screen by `_worked`
            failed = error
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._worked, said, papers, failed)

    def _progress(self, done: int, steps: int, doing: Phrase) -> None:
        self.app.call_from_thread(self.query_one(ProgressLine).put, done, steps, self.app.book.tell(doing))

    def _worked(self, said: Phrase | None, papers: tuple[SentPaper, ...] | None, failed: Exception | None) -> None:
        self.working = False
        if not self.is_attached:
            return
        self.query_one(ProgressLine).put(0, 0, "")
        if isinstance(failed, PlaticaError):
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        if papers is not None and papers != self.papers:
            self.papers = papers
        elif self.papers is None:
            self.papers = ()
        self.fill()
        if said:
            self.tell(said)


def _reprinted(paper: SentPaper, copy: int) -> Phrase:
    return paper.trouble or phrase("{title} is printed again from copy {copy} on.", title=paper.title, copy=copy)


def _cancelled(paper: SentPaper) -> Phrase:
    return phrase(
        "{title} is cancelled; {out} of {copies} came out.", title=paper.title, out=paper.out, copies=paper.copies
    )
