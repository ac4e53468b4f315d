"""All that can be done here, found by typing a word of any language the program speaks."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.domain.names import folded
from platica.phrases import mark
from platica_tui.commands import Command, commands_here
from platica_tui.dialogs.dialog import Dialog
from platica_tui.speaking import Speaking
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Column, Line, Lines, Look


class PaletteEntry(Entry):
    """Where the word is typed; the arrows move in the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("enter", "submit", mark("Do it")),
    ]


class PaletteDialog(Dialog[None]):
    """Every command with its key."""

    AUTO_FOCUS = "#wanted"
    GUIDE = (mark("Type a word of what you want to do, in any language of the program, and press Enter."),)

    def __init__(self, over: Speaking[object]) -> None:
        super().__init__()
        self.commands: tuple[Command, ...] = commands_here(over)

    def heading(self) -> str:
        return self.say("What do you want to do?")

    def body(self) -> Iterable[Widget]:
        yield PaletteEntry(hint=self.say("Type a word"), id="wanted")
        yield Lines((Column(), Column(12, right=True)), id="commands")

    def fill(self) -> None:
        wanted = folded(self.query_one("#wanted", Entry).value).split()
        found = [
            Line((command.words, command.key), key=str(place))
            for place, command in enumerate(self.commands)
            if all(word in command.searched for word in wanted)
        ]
        nothing = Line((self.say("Nothing is called like that."),), look=Look.QUIET, whole=True)
        self.query_one(Lines).put(found or [nothing])

    @on(Entry.Changed)
    def _searching(self) -> None:
        self.fill()

    @on(Entry.Submitted)
    @on(Lines.Chosen)
    def _chosen(self) -> None:
        key = self.query_one(Lines).key
        if key:
            self.dismiss()
            self.app.call_later(self.commands[int(key)].run)

    def action_step(self, by: int) -> None:
        self.query_one(Lines).action_step(by)
