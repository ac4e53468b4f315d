"""The curricula: which there are, for whom, and in which languages they can be read."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import browse_curricula
from platica.desk.browse_curricula import CurriculumLine
from platica.domain.curriculum import CurriculumKind
from platica.domain.ids import CurriculumId
from platica.domain.names import folded
from platica.domain.spoken import KINDS
from platica.phrases import mark
from platica_tui import doors
from platica_tui.screens.finding import FindingPage
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words

_COLUMNS = (Column(), Column(22, least=104), Column(11, right=True, least=54), Column(18, right=True))


class CurriculumList(Lines):
    """The list. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Open")),
        Binding("k", "screen.kind", mark("Kind")),
        Binding("l", "screen.readable", mark("Languages")),
        Binding("n", "screen.new", mark("New workshop")),
    ]


class CurriculaPage(FindingPage):
    """Browses and filters."""

    CSS_PATH = "../styles/curricula.tcss"
    GUIDE = (
        mark("Enter opens a curriculum: its sessions and every sheet can be read as they will print."),
        mark("The key k shows one kind only; l only those that are whole in a language. Ctrl+F looks for a word."),
    )

    def __init__(self) -> None:
        super().__init__()
        self.kind: CurriculumKind | None = None
        self.readable: str | None = None
        self._lines: tuple[CurriculumLine, ...] = ()
        self._lines_in = ""

    def body(self) -> Iterable[Widget]:
        yield Entry(hint=self.say("Find a word"), id="find")
        yield Words(id="filters", classes="quiet")
        yield CurriculumList(_COLUMNS, id="curricula")
        yield Words(id="summary", classes="quiet")

    def fill(self) -> None:
        language = self.app.book.language
        if self._lines_in != language:
            self._lines, self._lines_in = browse_curricula.list_curricula(self.desk, language), language
        found = [line for line in self._lines if self._wanted(line)]
        self.head(self.say("Curricula"), self.say_count("{count} curriculum", "{count} curricula", len(found)))
        nothing = Line((self.say("No curriculum is like that."),), look=Look.QUIET, whole=True)
        self.query_one(CurriculumList).put([self._line(line) for line in found] or [nothing])
        self.query_one("#filters", Words).put(self._filters())
        self._say_summary()

    def _wanted(self, line: CurriculumLine) -> bool:
        typed = folded(self.query_one("#find", Entry).value)
        text = folded(f"{line.text.title.plain} {line.text.summary.plain} {line.curriculum.title}")
        return (
            typed in text
            and self.kind in (None, line.curriculum.kind)
            and (self.readable is None or line.covers(self.readable))
        )

    def _filters(self) -> str:
        kind = self.told(KINDS[self.kind]) if self.kind else self.say("every kind")
        readable = self.app.language_name(self.readable) if self.readable else self.say("any language")
        return self.say("Showing: {kind} · whole in {language}", kind=kind, language=readable)

    def _line(self, line: CurriculumLine) -> Line:
        sessions = self.say_count("{count} session", "{count} sessions", len(line.curriculum.sessions))
        coverage = {line.curriculum.source_language: 100} | {tag: one.percent for tag, one in line.coverage}
        languages = "  ".join(f"{tag} {percent} %" for tag, percent in sorted(coverage.items()))
        cells = (line.text.title.plain, self.told(KINDS[line.curriculum.kind]), sessions, languages)
        return Line(cells, key=line.curriculum.id)

    @on(Lines.Moved)
    def _say_summary(self) -> None:
        key = self.query_one(CurriculumList).key
        line = next((line for line in self._lines if line.curriculum.id == key), None)
        about = f"{self.told(KINDS[line.curriculum.kind])} · {line.text.audience.plain}" if line else ""
        self.query_one("#summary", Words).put(f"{line.text.summary.plain}\n{about}" if line else "")

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        doors.open_curriculum(self.app, CurriculumId(event.key))

    def action_kind(self) -> None:
        kinds = [None, *CurriculumKind]
        self.kind = kinds[(kinds.index(self.kind) + 1) % len(kinds)]
        self.fill()

    def action_readable(self) -> None:
        tags = [None, *self.app.desk.catalogues.languages()]
        self.readable = tags[(tags.index(self.readable) + 1) % len(tags)]
        self.fill()

    def action_new(self) -> None:
        key = self.query_one(CurriculumList).key
        doors.open_new_workshop(self.app, CurriculumId(key) if key else None)
