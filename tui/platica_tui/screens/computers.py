"""The computers of the organization: their names, when each was heard of, inviting another, joining."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import computers, invite, sticks
from platica.phrases import mark, phrase
from platica_tui.dialogs.ask import AskDialog
from platica_tui.dialogs.invitation import CodeDialog, JoinDialog
from platica_tui.folders import folder_to_write
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words


class ComputerList(Lines):
    """The computers. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Name this one")),
        Binding("i", "screen.invite", mark("Invite another")),
        Binding("j", "screen.join", mark("Join")),
    ]


class ComputersPage(Page):
    """Who writes to the records."""

    CSS_PATH = "../styles/carry.tcss"
    GUIDE = (
        mark("Every computer of the organization keeps all records; a USB stick brings them together."),
        mark("To make another computer one of them, invite it here: a file goes on the stick, and a code on paper."),
        mark("On the other computer, open the file with the code. Then carry the records."),
    )

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def body(self) -> Iterable[Widget]:
        about = self.say("Each of these computers has all the records. To add one, invite it with the key i.")
        yield Words(about, id="about", classes="quiet")
        yield ComputerList((Column(), Column(14, snug=True), Column(34)), id="computers")

    def on_mount(self) -> None:
        self.query_one(ComputerList).focus()

    def fill(self) -> None:
        found = computers.computers(self.desk)
        self.head(
            self.say("Computers of the organization"),
            self.say_count("{count} computer", "{count} computers", len(found)),
        )
        lines = [
            Line(
                (
                    self.told(one.name),
                    self.say("this one") if one.here else "",
                    self.app.formats.long_date(one.seen.date()) if one.seen else self.say("not yet"),
                ),
                key=one.id,
                look=Look.STRONG if one.here else Look.PLAIN,
            )
            for one in found
        ]
        self.query_one(ComputerList).put(lines, header=Line((self.say("computer"), "", self.say("last heard of"))))

    @on(Lines.Chosen, "#computers")
    def _to_name(self) -> None:
        here = next(one for one in computers.computers(self.desk) if one.here)
        self.app.push_screen(AskDialog(self.say("Name of this computer"), self.told(here.name), self._named))

    def _named(self, typed: str) -> None:
        computers.rename(self.desk, typed)
        self.fill()

    def action_invite(self) -> None:
        folder = next(iter(sticks.plugged_in()), Path.home())
        self.app.push_screen(
            AskDialog(self.say("File for the invitation"), str(folder / invite.INVITATION), self._invite, place=True)
        )

    def _invite(self, typed: str) -> None:
        file = invite.place_of(Path(typed.strip()).expanduser())
        folder_to_write(str(file.parent) if typed.strip() else "")
        code = invite.invite(self.desk, file)
        self.app.call_later(partial(self.app.push_screen, CodeDialog(code, file)))

    def action_join(self) -> None:
        self.app.push_screen(JoinDialog(self._join))

    def _join(self, file: Path, code: str) -> None:
        already = invite.join(self.desk, file, code)
        self.fill()
        said = (
            phrase("The keys are up to date. Bring the records in again.")
            if already
            else phrase("This computer is one of the organization now. Bring the records in from a USB stick.")
        )
        self.app.call_later(partial(self.tell, said))
