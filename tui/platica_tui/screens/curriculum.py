"""One curriculum: what it is for, its sessions and its sheets."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import browse_curricula
from platica.desk.browse_curricula import CurriculumLine
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.domain.spoken import KINDS
from platica.phrases import mark
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.plain import Words


class CurriculumPage(Page):
    """Sessions and sheets, each to be read with Enter."""

    GUIDE = (
        mark("Enter reads a session or a sheet as it will print. The key n begins a workshop with this curriculum."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", mark("New workshop")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, curriculum: CurriculumId) -> None:
        super().__init__()
        self.curriculum = curriculum

    def body(self) -> Iterable[Widget]:
        yield Words(id="about", classes="quiet")
        yield Lines((Column(), Column(14, right=True)), id="contents")

    def fill(self) -> None:
        found = browse_curricula.show(self.desk, self.curriculum, self.app.book.language)
        self.head(found.text.title.plain, self.told(KINDS[found.curriculum.kind]))
        self.query_one("#about", Words).put(f"{found.text.summary.plain}\n{found.text.audience.plain}")
        self.query_one(Lines).put(self._lines(found))

    def _lines(self, found: CurriculumLine) -> Iterator[Line]:
        yield Line((self.say("Sessions"),), look=Look.HEADING, whole=True)
        for session in found.text.sessions:
            minutes = self.say("{minutes} min", minutes=session.minutes)
            yield Line((session.title.plain, minutes), key=f"session:{session.id}")
        yield EMPTY
        yield Line((self.say("Sheets"),), look=Look.HEADING, whole=True)
        for handout in found.text.handouts:
            yield Line((handout.title.plain, ""), key=f"handout:{handout.id}")

    @on(Lines.Chosen)
    def _chosen(self, event: Lines.Chosen) -> None:
        kind, _, name = event.key.partition(":")
        if kind == "session":
            doors.open_session(self.app, self.curriculum, SessionId(name))
        else:
            doors.open_handout(self.app, self.curriculum, HandoutId(name))

    def action_new(self) -> None:
        doors.open_new_workshop(self.app, self.curriculum)
