"""One matter to settle: what is known, and the choices as sentences."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import settle
from platica.domain.matter import Choice, Matter, Settled
from platica.phrases import mark, phrase
from platica_tui.dialogs.confirm import ConfirmDialog
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Line, Lines
from platica_tui.widgets.plain import Words


class Choices(Lines):
    """The choices of a matter."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", mark("Choose this"))]


class MatterPage(Page):
    """Shows a matter and does what is chosen."""

    CSS_PATH = "../styles/settle.tcss"
    GUIDE = (
        mark("The arrows go from choice to choice; the whole sentence stands below. Enter chooses."),
        mark("Esc leaves it undecided. What cannot be undone asks once more."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self, matter: Matter, settled: Callable[[Settled], object]) -> None:
        super().__init__()
        self.matter = matter
        self.settled = settled

    def body(self) -> Iterable[Widget]:
        yield Words(id="question")
        yield Words(id="details", classes="quiet")
        yield Choices(id="choices")
        yield Words(id="whole")

    def fill(self) -> None:
        self.head(self.say("To settle"))
        now = settle.to_settle(self.desk, self.app.book.language)
        self.matter = next((one for one in now if one.id == self.matter.id), self.matter)
        self.query_one("#question", Words).put(self.told(self.matter.sentence))
        self.query_one("#details", Words).put("\n".join(map(self.told, self.matter.details)))
        self.query_one(Choices).put([self._line(choice) for choice in self.matter.choices])
        self._say_whole()

    def _line(self, choice: Choice) -> Line:
        advised = self.say("advised") if choice.advised else ""
        return Line((self.told(choice.sentence), advised), key=choice.letter, whole=True)

    def _under_cursor(self) -> Choice | None:
        key = self.query_one(Choices).key
        return next((one for one in self.matter.choices if one.letter == key), None)

    @on(Lines.Moved, "#choices")
    def _say_whole(self) -> None:
        """The whole sentence, as the line may be too short for it."""
        choice = self._under_cursor()
        self.query_one("#whole", Words).put(self.told(choice.sentence) if choice else "")

    @on(Lines.Chosen, "#choices")
    def _chosen(self) -> None:
        choice = self._under_cursor()
        if choice is None:
            return
        if choice.final is None:
            with self.telling():
                self._settle(choice)
        else:
            question = phrase("This cannot be undone. Do it?")
            self.app.push_screen(ConfirmDialog(question, (choice.final,), partial(self._settle, choice, sure=True)))

    def _settle(self, choice: Choice, *, sure: bool = False) -> None:
        settled = settle.choose(self.desk, self.matter, choice.letter, sure=sure)
        self.call_later(self._leave, settled)

    def _leave(self, settled: Settled) -> None:
        self.app.back()
        self.settled(settled)
