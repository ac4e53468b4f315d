"""Who can open the records: passphrases, the recovery code, and when the screens lock."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import keys, set_up
from platica.domain.spoken import lock_words
from platica.phrases import Phrase, mark, phrase
from platica_tui.dialogs.ask import AskDialog
from platica_tui.dialogs.confirm import ConfirmDialog
from platica_tui.dialogs.recovery import RecoveryDialog
from platica_tui.dialogs.secrets import AGAIN, NEW, NOW, SecretsDialog
from platica_tui.screens.page import Page
from platica_tui.typed import typed_lock_minutes
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.plain import Words

_COLUMNS = (Column(4, right=True), Column(), Column(24, least=56, snug=True), Column(14, least=70, snug=True))
ADD, CHANGE, CODE, OPEN, MINUTES = "add", "change", "code", "open", "minutes"


class Ways(Lines):
    """The ways in, and what can be done. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Choose")),
        Binding("n,plus", "screen.add", mark("Add a passphrase"), show=False),
        Binding("c", "screen.change", mark("Change a passphrase"), show=False),
        Binding("x", "screen.remove", mark("Take away")),
        Binding("r", "screen.code", mark("Make a recovery code"), show=False),
        Binding("o", "screen.open_or_close", mark("Leave open, or close"), show=False),
        Binding("m", "screen.minutes", mark("Minutes until it locks"), show=False),
    ]


class KeysPage(Page):
    """Lists the ways in and changes them."""

    CSS_PATH = "../styles/keys.tcss"
    GUIDE = (
        mark("Every line with a number is a way to open the records; nobody's name is on it."),
        mark("x takes the way under the sign ▸ away. Your other computers need a new invitation then."),
        mark("Change a passphrase that is hard to remember. One that others know, take away, and add another."),
        mark("Ctrl+L locks at once. After some minutes without a key the program locks by itself."),
        mark("The recovery code belongs on paper, in a safe place, far from the computer."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def body(self) -> Iterable[Widget]:
        yield Words(id="about")
        yield Ways(_COLUMNS, id="ways")

    def fill(self) -> None:
        self.head(self.say("Keys · who can open the records"), "")
        self.query_one("#about", Words).put("\n".join(map(self.told, self._warnings())))
        header = Line((self.say("no."), self.say("asks for"), self.say("since"), ""))
        self.query_one(Ways).put([*self._ways(), EMPTY, *self._actions()], header=header)
        self.refresh_bindings()

    def _warnings(self) -> Iterator[Phrase]:
        ways = keys.ways_in(self.desk)
        if keys.is_open(self.desk):
            yield phrase("▲ No passphrase is asked for. Whoever takes this computer can read the records.")
        elif not any(way.kind is keys.SlotKind.RECOVERY for way in ways):
            yield phrase("▲ There is no recovery code. When every passphrase is forgotten, the records are lost.")

    def _ways(self) -> Iterator[Line]:
        for way in keys.ways_in(self.desk):
            since = self.app.formats.long_date(way.made) if way.made else ""
            used = self.say("used now") if way.mine else ""
            cells = (str(way.number), self.told(keys.KINDS[way.kind]), since, used)
            yield Line(cells, key=str(way.number), look=Look.WARNING if way.kind is keys.SlotKind.OPEN else Look.PLAIN)

    def _actions(self) -> Iterator[Line]:
        yield Line((self.say("Add a passphrase"), "n"), key=ADD, whole=True)
        if keys.has_passphrase(self.desk):
            yield Line((self.say("Change a passphrase"), "c"), key=CHANGE, whole=True)
        yield Line((self.say("Make a recovery code"), "r"), key=CODE, whole=True)
        if not keys.is_open(self.desk):
            yield Line((self.say("Leave the records open, without a passphrase"), "o"), key=OPEN, whole=True)
        elif keys.has_passphrase(self.desk):
            yield Line((self.say("Ask for a passphrase again"), "o"), key=OPEN, whole=True)
        when = self.told(lock_words(self.desk.settings.lock_minutes))
        yield Line((self.say("The screens lock: {when}", when=when), "m"), key=MINUTES, whole=True)

    def offers(self, action: str) -> bool:
        if action == "remove":
            return self._number() is not None
        return super().offers(action)

    def _number(self) -> int | None:
        """The number of the way in under the cursor."""
        key = next((ways.key for ways in self.query(Ways)), "")
        return int(key) if key.isdigit() else None

    @on(Lines.Moved, "#ways")
    def _moved(self) -> None:
        self.refresh_bindings()

    @on(Lines.Chosen, "#ways")
    def _chosen(self, event: Lines.Chosen) -> None:
        with self.telling():
            match event.key:
                case "add":
                    self.action_add()
                case "change":
                    self.action_change()
                case "code":
                    self.action_code()
                case "open":
                    self.action_open_or_close()
                case "minutes":
                    self.action_minutes()

    def _did(self, said: Phrase) -> None:
        self.fill()
        self.tell(said)

    def action_add(self) -> None:
        about = [phrase("Four words that do not belong together are easy to remember and hard to guess.")]
        if not keys.has_passphrase(self.desk):
            about.append(phrase("From then on the records open only with a passphrase. A lost one cannot be found."))
        done = phrase("The passphrase is set. From now on Plática asks for it.")
        if not any(way.kind is keys.SlotKind.RECOVERY for way in keys.ways_in(self.desk)):
            done = phrase("The passphrase is set. Make a recovery code as well: r.")
        self.app.push_screen(
            SecretsDialog(
                phrase("Add a passphrase"),
                about,
                (NEW, AGAIN),
                lambda new: keys.add_passphrase(self.desk, new),
                partial(self._did, done),
            )
        )

    def action_change(self) -> None:
        if not keys.has_passphrase(self.desk):
            self.tell(phrase("There is no passphrase yet. The key n adds one."), wrong=True)
            return
        self.app.push_screen(
            SecretsDialog(
                phrase("Change a passphrase"),
                (),
                (NOW, NEW, AGAIN),
                lambda old, new: keys.change_passphrase(self.desk, old, new),
                partial(self._did, phrase("The passphrase is changed.")),
            )
        )

    def action_remove(self) -> None:
        number = self._number()
        if number is None:
            self.tell(phrase("Put the sign ▸ on a way to open the records."), wrong=True)
            return
        about = [
            phrase("It does not open what is written from now on. It cannot be brought back."),
            phrase("Your other computers need a new invitation then."),
            phrase("What was written before can still be read with it and an old copy of the keys."),
        ]
        if keys.is_only_recovery(self.desk, number):
            about.insert(
                0, phrase("It is the only recovery code. Without one, forgotten passphrases mean lost records.")
            )
        self.app.push_screen(
            ConfirmDialog(phrase("Take number {number} away?", number=number), about, partial(self._remove, number))
        )

    def _remove(self, number: int) -> None:
        keys.remove(self.desk, number)
        self._did(phrase("Number {number} is taken away. Invite your other computers again.", number=number))

    def action_code(self) -> None:
        done = phrase("The recovery code opens the records from now on. Put the paper in a safe place.")
        self.app.push_screen(RecoveryDialog(keys.draw_recovery_code(self.desk), partial(self._did, done)))

    def action_open_or_close(self) -> None:
        if not keys.has_passphrase(self.desk):
            self.tell(phrase("There is no passphrase yet. The key n adds one."), wrong=True)
        elif keys.is_open(self.desk):
            self._ask_to_close()
        else:
            self._ask_to_leave_open()

    def _ask_to_close(self) -> None:
        about = (phrase("From then on the program asks for a passphrase whenever it is opened."),)
        self.app.push_screen(
            SecretsDialog(
                phrase("Ask for a passphrase again"),
                about,
                (NOW,),
                lambda secret: keys.close(self.desk, secret),
                partial(self._did, phrase("From now on the records open only with a passphrase.")),
            )
        )

    def _ask_to_leave_open(self) -> None:
        about = (phrase("Whoever uses this computer's account, or takes the computer, can read the records then."),)

        def leave_open(secret: str) -> None:
            keys.check(self.desk, secret)
            keys.leave_open(self.desk)

        self.app.push_screen(
            SecretsDialog(
                phrase("Leave the records open?"),
                about,
                (NOW,),
                leave_open,
                partial(self._did, phrase("The records are open, without a passphrase.")),
            )
        )

    def action_minutes(self) -> None:
        question = self.say("Lock after how many minutes without a key? 0: never")
        minutes = str(self.desk.settings.lock_minutes)
        self.app.push_screen(AskDialog(question, minutes, self._lock_after, digits=True))

    def _lock_after(self, typed: str) -> None:
        set_up.change(self.desk, replace(self.desk.settings, lock_minutes=typed_lock_minutes(typed)))
        self._did(phrase("The screens lock: {when}", when=lock_words(self.desk.settings.lock_minutes)))
