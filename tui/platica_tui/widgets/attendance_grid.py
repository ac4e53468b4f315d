"""The attendance grid: people by number against meetings, the meeting being marked in words."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from platica.desk.take_attendance import Grid, GridRow
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.spoken import PRESENCES, WAYS
from platica.phrases import Phrasebook, mark
from platica_tui.widgets.lines import Column, Line, Lines, Look

SIGNS = {Presence.PRESENT: "●", Presence.LATE: "◐", Presence.EXCUSED: "j", Presence.ABSENT: "○"}
MOST_MEETINGS = 12
"""Columns of meetings that fit beside the names; the latest are shown."""


class AttendanceGrid(Lines):
    """Everybody and their marks. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Present")),
        Binding("t", "screen.status('t')", mark("Late")),
        Binding("j", "screen.status('j')", mark("Excused")),
        Binding("a", "screen.status('a')", mark("Absent")),
        Binding("o", "screen.status('o')", mark("Online")),
        Binding("m", "screen.status('m')", mark("Made up"), show=False),
        Binding("plus", "screen.walk_in", mark("New person"), show=False),
    ]

    def put_grid(self, grid: Grid, here: int, book: Phrasebook) -> None:
        """Shows the grid; `here` is the place of the meeting being marked among the meetings, from 0."""
        first = max(0, min(here - MOST_MEETINGS + 1, len(grid.meetings) - MOST_MEETINGS))
        shown = grid.meetings[first : first + MOST_MEETINGS]
        self.columns = (
            Column(4, right=True),
            Column(),
            Column(3 * len(shown), least=68),
            Column(11),
            Column(12, least=50),
        )
        numbers = "".join(f"{meeting.number:<3}" for meeting in shown)
        header = Line((book.say("no."), book.say("person"), numbers, book.say("today"), ""))
        contested = frozenset(grid.contested)
        self.put([self._line(row, first, here, book, contested) for row in grid.rows], header=header)

    @staticmethod
    def _line(row: GridRow, first: int, here: int, book: Phrasebook, contested: frozenset[int]) -> Line:
        signs = "".join(f"{sign_of(one):<3}" for one in row.marks[first : first + MOST_MEETINGS])
        note = book.say_count("missed {count}", "missed {count}", row.absences) if row.absences > 1 else ""
        if not row.entry.active:
            note = book.say("left")
        entry = row.entry
        if entry.also and not note:
            note = book.say("also {numbers}", numbers=", ".join(map(str, entry.also)))
        held = not contested.isdisjoint(entry.numbers)
        name = row.entry.participant.name
        return Line(
            (f"▲{entry.number}" if held else str(entry.number), name, signs, word_of(row.marks[here], book), note),
            key=entry.participant.id,
            look=Look.WARNING if held else Look.PLAIN if entry.active else Look.QUIET,
        )


def sign_of(one: Mark | None) -> str:
    """A mark as one sign; different shapes, so that no colour is needed."""
    if one is None:
        return "·"
    return "◉" if one.presence is Presence.PRESENT and one.way is not Way.IN_PERSON else SIGNS[one.presence]


def word_of(one: Mark | None, book: Phrasebook) -> str:
    """A mark in words."""
    return word_for(one.presence, one.way, book) if one else "–"


def word_for(presence: Presence, way: Way, book: Phrasebook) -> str:
    """How somebody came, in words; the way says more than that they were present."""
    other_way = presence is Presence.PRESENT and way is not Way.IN_PERSON
    return book.tell(WAYS[way] if other_way else PRESENCES[presence])
