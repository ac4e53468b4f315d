"""The lock screen: at the start of a site with a passphrase, and over everything when nobody is there."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk import keys, leaders
from platica.desk.open_desk import unlock
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui.attempts import Attempting
from platica_tui.locking import seconds
from platica_tui.patience import Patience
from platica_tui.screens.page import Page
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words
from platica_tui.widgets.secret_entry import SecretEntry


class Cover(Page, Attempting[None]):
    """Says whose records these are and nothing of them, until the right thing is typed."""

    COVERS = True
    CSS_PATH = "../styles/lock.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f3", "turn", mark("Show or hide it"))]

    def __init__(self) -> None:
        super().__init__()
        self.language_then = ""
        """The language of what is underneath."""

    def on_mount(self) -> None:
        self.language_then = self.app.book.language
        self.query_one(SecretEntry).focus()

    def fill(self) -> None:
        self.head(self.say("Plática · {site}", site=self.desk.settings.name), self.app.book.language)

    def offers(self, action: str) -> bool:
        return action not in ("undo", "back", "lock") and super().offers(action)

    def action_back(self) -> None:
        """Nothing is behind the lock."""

    def action_undo(self) -> None:
        """Nothing is done here."""

    def action_turn(self) -> None:
        self.query_one(SecretEntry).turn()

    @on(Entry.Submitted)
    def _submitted(self) -> None:
        typed = self.query_one(SecretEntry).value
        if typed:
            self.attempt(lambda: self.open_with(typed), self._opened)

    def open_with(self, typed: str) -> None:
        """Opens with what was typed. Raises Refused when it is not the right thing."""

    def _opened(self) -> None:
        self.query_one(SecretEntry).clear()
        self.app.call_later(self._leave)

    async def _leave(self) -> None:
        app = self.app
        await app.uncover()
        if self.language_then != app.book.language:
            await app.speak(app.book.language)
        self.opened()

    def opened(self) -> None:
        """What is said once everything is there again."""


class LockPage(Cover):
    """Opens with a passphrase or the recovery code; the records are closed meanwhile."""

    GUIDE = (
        mark("Type the passphrase and press Enter. The recovery code on paper opens the records as well."),
        mark("F3 shows what is typed, when nobody looks over your shoulder."),
        mark("Without a passphrase and without the recovery code nobody can open the records, the makers neither."),
    )

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(
            Words(self.say("The records are locked."), classes="heading"),
            Words(self.say("Everything is saved. Type the passphrase to go on.")),
            Field(self.say("Passphrase"), SecretEntry(id="secret")),
            Words(self.say("Is it lost?"), classes="heading"),
            Words(self.say("Type the recovery code from the paper in its place; capital letters do not matter.")),
            Words(self.say("Or ask another leader of your organization to unlock with their passphrase.")),
            Words(self.say("Without one of these nobody can open the records. They stay as they are.")),
            id="lock",
            can_focus=False,
        )

    def open_with(self, typed: str) -> None:
        unlock(self.desk, self.app.places, typed)

    def opened(self) -> None:
        here = leaders.here(self.desk)
        if here and here.pin:
            leaders.leave_keyboard(self.desk)
            self.app.tell(phrase("Say again who is at the keyboard."))
        if keys.opened_by_code(self.desk):
            self.app.tell(phrase("Opened with the recovery code. Now set a new passphrase under “Organization”."))


class PinPage(Cover):
    """Opens with the PIN of who is at the keyboard; it keeps eyes away, and no thief."""

    GUIDE = (
        mark("Type your PIN and press Enter."),
        mark("After five wrong tries there is a pause, and it grows."),
        mark("Somebody else closes Plática with Ctrl+Q, opens it again and says who they are."),
    )

    def on_mount(self) -> None:
        locking = self.app.locking
        self.patience = Patience(locking.clock if locking else seconds)

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(
            Words(self.say("The screens are locked."), classes="heading"),
            Words(self.say("Everything is saved. Type your PIN to go on.")),
            Field(self.say("PIN"), SecretEntry(id="secret")),
            Words(self.say("Somebody else closes Plática with Ctrl+Q, opens it again and says who they are.")),
            id="lock",
            can_focus=False,
        )

    def open_with(self, typed: str) -> None:
        here = leaders.here(self.desk)
        self.patience.ask()
        if here and not leaders.check_pin(self.desk, here.id, typed):
            self.patience.wrong()
            raise Refused(phrase("This is not the PIN. Try again."))
