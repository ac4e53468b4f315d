"""Those who lead, and which of them is at the keyboard, so that the history says whose hand it was."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import leaders
from platica.domain.ids import LeaderId
from platica.domain.leader import Leader
from platica.errors import Refused
from platica.phrases import Phrase, mark, phrase
from platica_tui.dialogs.ask import AskDialog
from platica_tui.dialogs.pin import NEW_PIN, PIN, PIN_NOW, PinDialog
from platica_tui.dialogs.secrets import AGAIN
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.plain import Words

NOBODY = "nobody"
"""The key of the line for nobody in particular."""


class LeaderList(Lines):
    """The names. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Sits here")),
        Binding("n,plus", "screen.add", mark("Add")),
        Binding("c", "screen.rename", mark("Name")),
        Binding("p", "screen.pin", mark("PIN")),
        Binding("x", "screen.no_pin", mark("Without PIN")),
    ]


class LeadersPage(Page):
    """Says who is at the keyboard; adds names, and PINs that tell them apart."""

    GUIDE = (
        mark(
            "Enter says that the person under the sign ▸ is at the keyboard. The history then tells whose hand it was."
        ),
        mark("It is remembered on this computer. Whoever has a PIN says so again each time Plática is opened."),
        mark("A PIN keeps one person from saving under the name of another. It does not lock the records."),
    )

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("Say who you are, and the history tells who saved what."), id="about", classes="quiet")
        yield LeaderList((Column(), Column(8, least=40), Column(20, snug=True)), id="leaders")

    def on_mount(self) -> None:
        self.query_one(LeaderList).focus()

    def fill(self) -> None:
        here = leaders.here(self.desk)
        found = leaders.everybody(self.desk)
        self.head(self.say("Who is at the keyboard"), here.name if here else "")
        sits = self.say("at the keyboard")
        lines = [
            Line((one.name, self.say("PIN") if one.pin else "", sits if one == here else ""), key=one.id)
            for one in found
        ]
        nobody = Line((self.say("Nobody in particular"), "", "" if here else sits), key=NOBODY, look=Look.QUIET)
        hint = Line((self.say("The key n adds somebody who leads."),), look=Look.QUIET, whole=True)
        self.query_one(LeaderList).put([*(lines or [hint]), EMPTY, nobody], at=here.id if here else None)
        self.refresh_bindings()

    def _under(self) -> Leader | None:
        """The leader under the cursor."""
        key = next((names.key for names in self.query(LeaderList)), "")
        return next((one for one in leaders.everybody(self.desk) if one.id == key), None)

    @on(Lines.Chosen, "#leaders")
    def _chosen(self, event: Lines.Chosen) -> None:
        with self.telling():
            who = self._under()
            if event.key == NOBODY or who is None:
                leaders.leave_keyboard(self.desk)
                self._sits(None)
            elif who.pin is None:
                self._sits(leaders.at_the_keyboard(self.desk, who.id))
            else:
                self.app.push_screen(
                    PinDialog(
                        phrase("PIN of {name}", name=who.name),
                        [PIN],
                        partial(leaders.at_the_keyboard, self.desk, who.id),
                        partial(self._sits, who),
                    )
                )

    def _sits(self, who: Leader | None) -> None:
        self.fill()
        if who is None:
            self.tell(phrase("Nobody in particular is at the keyboard."))
        else:
            self.tell(phrase("What is saved from now on is by {name}.", name=who.name))

    def action_add(self) -> None:
        self.app.push_screen(AskDialog(self.say("Name of somebody who leads"), "", self._add))

    def _add(self, name: str) -> None:
        self.query_one(LeaderList).wanted = leaders.add(self.desk, name).id
        self.fill()

    def action_rename(self) -> None:
        who = self._somebody()
        self.app.push_screen(AskDialog(self.say("Name"), who.name, partial(self._rename, who.id)))

    def _rename(self, who: LeaderId, name: str) -> None:
        leaders.rename(self.desk, who, name)
        self.fill()

    def action_pin(self) -> None:
        """Sets a PIN; one that is there already must be typed first."""
        who = self._somebody()
        lines = [PIN_NOW, NEW_PIN, AGAIN] if who.pin else [NEW_PIN, AGAIN]
        self.app.push_screen(
            PinDialog(
                phrase("PIN of {name}", name=who.name),
                lines,
                partial(self._set_pin, who),
                partial(self._tell_later, phrase("{name} has a PIN now.", name=who.name)),
            )
        )

    def _set_pin(self, who: Leader, *typed: str) -> None:
        leaders.change_pin(self.desk, who.id, typed[0] if who.pin else None, typed[-1])

    def action_no_pin(self) -> None:
        who = self._somebody()
        if who.pin is None:
            raise Refused(phrase("{name} has no PIN.", name=who.name))
        self.app.push_screen(
            PinDialog(
                phrase("PIN of {name}", name=who.name),
                [PIN_NOW],
                lambda pin: leaders.change_pin(self.desk, who.id, pin, None),
                partial(self._tell_later, phrase("{name} has no PIN any more.", name=who.name)),
            )
        )

    def _tell_later(self, sentence: Phrase) -> None:
        self.fill()
        self.tell(sentence)

    def _somebody(self) -> Leader:
        who = self._under()
        if who is None:
            raise Refused(phrase("Choose a name first."))
        return who

    def offers(self, action: str) -> bool:
        if action in ("rename", "pin", "no_pin"):
            who = self._under()
            return who is not None and (action != "no_pin" or who.pin is not None)
        return super().offers(action)

    @on(Lines.Moved, "#leaders")
    def _moved(self) -> None:
        self.refresh_bindings()
