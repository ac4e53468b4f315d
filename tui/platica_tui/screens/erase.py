"""Erasing a person: what is kept of them, what it means, and a number to type before it is done."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from platica.desk import erase_person
from platica.desk.erase_person import Erased
from platica.domain.ids import WorkshopId
from platica.domain.roster import RosterEntry
from platica.errors import PlaticaError, Refused
from platica.phrases import Phrase, mark, phrase
from platica_tui.folders import from_home, open_folder, usual_folder
from platica_tui.screens.page import Page
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.lines import Look
from platica_tui.widgets.plain import shown
from platica_tui.widgets.reading import Piece, Reading


class NumberEntry(Entry):
    """The number of the person; the arrows scroll what is said above it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Erase for good")),
        Binding("up", "screen.scroll_text(-1)", show=False),
        Binding("down", "screen.scroll_text(1)", show=False),
        Binding("pageup", "screen.scroll_text(-8)", show=False),
        Binding("pagedown", "screen.scroll_text(8)", show=False),
    ]


class ErasedText(Reading):
    """What is told afterwards. Letters act here because nothing can be typed any more."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "screen.print", mark("Print the confirmation")),
        Binding("o", "screen.open", mark("Open the folder")),
    ]


class ErasePage(Page):
    """Shows, asks for the number, erases; afterwards a confirmation can be printed."""

    CSS_PATH = "../styles/erase.tcss"
    AUTO_FOCUS = "#number"
    GUIDE = (
        mark("Here a person is erased who asks for it. Who only leaves the group stays on record: that is the key x."),
        mark("Typing the number of the person and Enter erases them. It cannot be undone."),
        mark("The confirmation prints without a name; there is a line to write it by hand."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self, workshop: WorkshopId, entry: RosterEntry) -> None:
        super().__init__()
        self.workshop_id = workshop
        self.person = entry.participant.id
        self.number = entry.number
        self.erased: Erased | None = None
        self.still: tuple[Phrase, ...] = ()
        """What the program cannot reach."""
        self.folder: Path | None = None
        """Where the confirmation was left."""
        self.printing = False

    def body(self) -> Iterable[Widget]:
        if self.erased is not None:
            yield ErasedText(id="text")
            return
        yield Reading(id="text")
        label = self.say("To erase, type {number}", number=self.number)
        yield Field(label, NumberEntry(id="number", digits=True))

    def fill(self) -> None:
        workshop = self.desk.records.workshop(self.workshop_id)
        self.head(self.say("Erase a person · {workshop}", workshop=workshop.name))
        self.query_one(Reading).put(self._afterwards() if self.erased else self._before())
        if self.erased:
            self.query_one(Reading).focus()
        self.refresh_bindings()

    def offers(self, action: str) -> bool:
        if action == "print":
            return self.folder is None
        if action == "open":
            return self.folder is not None
        return super().offers(action)

    def _before(self) -> Iterator[Piece]:
        kept = erase_person.kept_of(self.desk, self.person)
        yield self._heading(self.say("This is kept of number {number}", number=self.number))
        yield from self._points(erase_person.told(kept))
        yield self._heading(self.say("What erasing means"))
        yield from self._points(erase_person.meaning())
        yield self._heading(self.say("What the program cannot reach"))
        yield from self._points(erase_person.limits(kept))

    def _afterwards(self) -> Iterator[Piece]:
        yield self._heading(self.say("Erased. It cannot be brought back."))
        if self.folder is not None:
            yield Piece(Content(shown(self.say("The confirmation is in {folder}.", folder=from_home(self.folder)))))
        else:
            yield Piece(Content(self.say("The key p prints a confirmation to sign; it names nobody.")))
        yield self._heading(self.say("What the program cannot reach"))
        yield from self._points(self.still)

    def _heading(self, words: str) -> Piece:
        return Piece(Content(words), look=Look.HEADING, apart=False)

    def _points(self, sentences: tuple[Phrase, ...]) -> Iterator[Piece]:
        for place, sentence in enumerate(sentences, 1):
            yield Piece(Content(shown(self.told(sentence))), first="•", indent=2, apart=place == len(sentences))

    def action_scroll_text(self, rows: int) -> None:
        self.query_one(Reading).scroll_relative(y=rows, animate=False)

    @on(Entry.Submitted, "#number")
    async def _typed(self, event: Entry.Submitted) -> None:
        with self.telling():
            if event.value.strip() != str(self.number):
                raise Refused(phrase("Nothing was erased. To erase this person, type {number}.", number=self.number))
            self.still = erase_person.limits(erase_person.kept_of(self.desk, self.person))
            self.erased = erase_person.erase(self.desk, self.person)
            await self.retell()

    def action_print(self) -> None:
        if self.erased is not None and not self.printing and self.folder is None:
            self.printing = True
            self.tell(phrase("Making the confirmation…"))
            workshop = self.desk.records.workshop(self.workshop_id)
            self._print(self.erased, usual_folder(workshop.name), self.app.book.language)

    @work(thread=True, exclusive=True, group="press")
    def _print(self, erased: Erased, folder: Path, language: str) -> None:
        """Slow; runs beside the screen and touches it only through the app."""
        from platica.desk.print_erasure import print_erasure

        failed: Exception | None = None
        try:
            print_erasure(self.desk, erased, folder, language)
        except Exception as error:  # noqa: BLE001 - told on the screen by `_printed`
            failed = error
        self.app.call_from_thread(self._printed, folder, failed)

    def _printed(self, folder: Path, failed: Exception | None) -> None:
        self.printing = False
        if isinstance(failed, PlaticaError):
            self.tell(failed.phrase, wrong=True)
        elif failed is not None:
            self.app.unexpected(failed)
        else:
            self.folder = folder
            self.fill()
            self.tell(phrase("The confirmation is ready. The key o opens its folder; print it from there."))

    def action_open(self) -> None:
        if self.folder is not None:
            open_folder(self.folder)
