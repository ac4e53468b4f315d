"""A new recovery code: shown, printed if wished, typed back; before that it opens nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import keys
from platica.phrases import mark, phrase
from platica_tui.attempts import Attempting
from platica_tui.dialogs.ask import AskDialog
from platica_tui.dialogs.dialog import Dialog
from platica_tui.folders import folder_to_write, from_home, usual_folder
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words

_A_ROW = 4
"""Groups of the code in one row."""


class TypedBack(Entry):
    """Where the code is typed from the paper."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", mark("Compare"))]


class RecoveryDialog(Dialog[None], Attempting[None]):
    """Shows the code once; Esc takes it away again, with the sheet that was printed."""

    AUTO_FOCUS = "#typed"
    GUIDE = (
        mark("Write the code down, or make a sheet with F5 and print it. Then type it from the paper."),
        mark("Capital letters, hyphens and spaces do not matter. Every fifth sign checks the four before it."),
        mark("The code opens nothing until it was typed back. Esc throws it away."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "sheet", mark("Make a sheet")),
        Binding("escape", "leave", mark("Throw it away")),
    ]

    def __init__(self, code: str, then: Callable[[], object]) -> None:
        super().__init__()
        self.code = code
        self.then = then
        self.sheet: Path | None = None

    def heading(self) -> str:
        return self.say("A new recovery code")

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("It opens the records when every passphrase is forgotten. It is shown only now."))
        groups = self.code.split("-")
        rows = ["   ".join(groups[at : at + _A_ROW]) for at in range(0, len(groups), _A_ROW)]
        yield Words("\n\n".join(rows), id="code")
        yield Words(self.say("Write it down, or make a sheet to print. Then type it from the paper:"), classes="about")
        yield Field(self.say("The code"), TypedBack(id="typed"))

    @on(Entry.Submitted)
    def _compare(self) -> None:
        typed = self.query_one("#typed", Entry).value
        with self.telling():
            keys.check_typed_back(self.code, typed)
            self.attempt(lambda: keys.keep_recovery_code(self.desk, self.code), self._kept)

    def _kept(self) -> None:
        self.sheet = None
        self.dismiss()
        self.then()

    def action_sheet(self) -> None:
        folder = str(usual_folder("").parent)
        self.app.push_screen(AskDialog(self.say("Folder or USB stick"), folder, self._into, place=True))

    def _into(self, typed: str) -> None:
        folder = folder_to_write(typed)
        self.attempt(lambda: self._print(folder), self._printed)

    def _print(self, folder: Path) -> None:
        from platica.desk.print_recovery import print_recovery

        self._throw_away()
        self.sheet = print_recovery(self.desk, self.code, folder, self.app.book.language)

    def _printed(self) -> None:
        if self.sheet:
            self.tell(phrase("The sheet is {file}. Print it, and then delete the file.", file=from_home(self.sheet)))

    def _throw_away(self) -> None:
        if self.sheet:
            self.sheet.unlink(missing_ok=True)
            self.sheet = None

    def action_leave(self) -> None:
        if not self.trying:
            self._throw_away()
            self.dismiss()
            self.app.tell(phrase("The code was thrown away; it opens nothing."))
