"""One passphrase or several to fill in, and what is done with them."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.errors import Refused
from platica.phrases import Phrase, mark, phrase
from platica_tui.attempts import Attempting
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words
from platica_tui.widgets.secret_entry import SecretEntry

NOW = mark("Passphrase now")
NEW = mark("New passphrase")
AGAIN = mark("The same again")


class SecretsDialog(Dialog[None], Attempting[None]):
    """Asks for secrets, and stays with its sentence while they are refused."""

    GUIDE = (
        mark("Enter goes to the next line and, on the last one, saves. Nothing is shown unless F3 is pressed."),
        mark("Four words that do not belong together are easy to remember and hard to guess."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Save"), show=False),
        Binding("f3", "turn", mark("Show or hide it")),
    ]

    def __init__(
        self,
        question: Phrase,
        about: Sequence[Phrase],
        lines: Sequence[str],
        use: Callable[..., object],
        then: Callable[[], object],
    ) -> None:
        """`use` is given what stands in the lines, beside the screen, and raises Refused when it will not do.

        Where a line is that of the same again, it is compared with the one before, and not given.
        """
        super().__init__()
        self.question = question
        self.about = about
        self.lines = lines
        self.use = use
        self.then = then

    def heading(self) -> str:
        return self.told(self.question)

    def body(self) -> Iterable[Widget]:
        for sentence in self.about:
            yield Words(self.told(sentence), classes="about")
        for place, label in enumerate(self.lines):
            yield Field(self.told(label), SecretEntry(id=f"secret-{place}"))

    @on(Entry.Submitted)
    def _next(self) -> None:
        entries = list(self.query(SecretEntry))
        at = next((place for place, entry in enumerate(entries) if entry.has_focus), len(entries) - 1)
        if at + 1 < len(entries):
            entries[at + 1].focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        typed = [entry.value for entry in self.query(SecretEntry)]
        with self.telling():
            if AGAIN in self.lines:
                again = typed.pop(self.lines.index(AGAIN))
                if again != typed[-1]:
                    self.query(SecretEntry).last().focus()
                    raise Refused(phrase("The two are not the same."))
            self.attempt(lambda: self.use(*typed), self._done)

    def refused(self) -> None:
        """The first line is selected: what is typed now stands in its place, and F3 shows what was wrong."""
        first = self.query(SecretEntry).first()
        first.focus()
        first.select_all()

    def _done(self) -> None:
        self.dismiss()
        self.then()

    def action_turn(self) -> None:
        for entry in self.query(SecretEntry):
            entry.turn()
