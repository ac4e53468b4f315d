"""Reading a session or a sheet as it will print, in any language it has."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import browse_curricula
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.phrases import mark
from platica_tui.reading_text import handout_pieces, session_pieces
from platica_tui.screens.page import Page
from platica_tui.widgets.reading import Piece, Reading


class _ReadingPage(Page):
    """The text, and a key to read it in another language than the screen."""

    GUIDE = (
        mark("The words are those that will print. The arrows and the space bar scroll."),
        mark("The key l shows the same text in another language; a text without a sound translation says so."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("l", "other_language", mark("Other language")),
        Binding("escape", "back", mark("Back")),
    ]

    def __init__(self, curriculum: CurriculumId, read_in: str | None = None) -> None:
        super().__init__()
        self.curriculum = curriculum
        self.read_in = read_in

    def body(self) -> Iterable[Widget]:
        yield Reading(id="text")

    def title_and_pieces(self, language: str) -> tuple[str, Iterator[Piece]]:
        """What to show in a language."""
        raise NotImplementedError

    def fill(self) -> None:
        language = self.read_in or self.app.book.language
        title, pieces = self.title_and_pieces(language)
        self.head(title, self.app.language_name(language))
        self.query_one(Reading).put(pieces)

    def action_other_language(self) -> None:
        languages = self.app.desk.catalogues.languages()
        here = self.read_in or self.app.book.language
        at = languages.index(here) if here in languages else -1
        self.read_in = languages[(at + 1) % len(languages)]
        self.fill()


class SessionPage(_ReadingPage):
    """A session with its activities."""

    def __init__(self, curriculum: CurriculumId, session: SessionId, read_in: str | None = None) -> None:
        super().__init__(curriculum, read_in)
        self.session = session

    def title_and_pieces(self, language: str) -> tuple[str, Iterator[Piece]]:
        text = browse_curricula.read_session(self.desk, self.curriculum, self.session, language)
        return text.title.plain, session_pieces(text, self.desk.book(language))


class HandoutPage(_ReadingPage):
    """A sheet for people."""

    def __init__(self, curriculum: CurriculumId, handout: HandoutId, read_in: str | None = None) -> None:
        super().__init__(curriculum, read_in)
        self.handout = handout

    def title_and_pieces(self, language: str) -> tuple[str, Iterator[Piece]]:
        text = browse_curricula.read_handout(self.desk, self.curriculum, self.handout, language)
        return text.title.plain, handout_pieces(text, self.desk.book(language))
