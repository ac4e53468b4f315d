"""Reading a session or a sheet as it will print, in any language it has."""

from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import browse_curricula
from platica.desk.desk import Desk
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.phrases import mark
from platica_tui.reading_text import handout_pieces, session_pieces
from platica_tui.screens.page import Page
from platica_tui.widgets.reading import Piece, Reading

Reader = Callable[[Desk, str], tuple[str, Iterator[Piece]]]
"""Gives title and text in a language."""


class ReadingPage(Page):
    """A text, and a key to read it in another language than the screen."""

    GUIDE: ClassVar[tuple[str, ...]] = (
        mark("The words are those that will print. The arrows and the space bar scroll."),
        mark("The key l shows the same text in another language; a text without a sound translation says so."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "other_language", mark("Other language")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, read: Reader, read_in: str | None = None) -> None:
        super().__init__()
        self.read = read
        self.read_in = read_in

    def body(self) -> Iterable[Widget]:
        yield Reading(id="text")

    def fill(self) -> None:
        language = self.read_in or self.app.book.language
        title, pieces = self.read(self.desk, language)
        self.head(title, self.app.language_name(language))
        self.query_one(Reading).put(pieces)

    def action_other_language(self) -> None:
        languages = self.app.desk.catalogues.languages()
        here = self.read_in or self.app.book.language
        at = languages.index(here) if here in languages else -1
        self.read_in = languages[(at + 1) % len(languages)]
        self.fill()


def session_reader(curriculum: CurriculumId, session: SessionId) -> Reader:
    """Reads a session with its activities."""

    def read(desk: Desk, language: str) -> tuple[str, Iterator[Piece]]:
        text = browse_curricula.read_session(desk, curriculum, session, language)
        return text.title.plain, session_pieces(text, desk.book(language))

    return read


def handout_reader(curriculum: CurriculumId, handout: HandoutId) -> Reader:
    """Reads a sheet for people."""

    def read(desk: Desk, language: str) -> tuple[str, Iterator[Piece]]:
        text = browse_curricula.read_handout(desk, curriculum, handout, language)
        return text.title.plain, handout_pieces(text, desk.book(language))

    return read
