"""The state of the records: what is well, what is not, and where it is put right."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import site_health
from platica.desk.site_health import ADVICE, Health, HealthLine, Repair
from platica.phrases import Phrase, mark, phrase, phrases
from platica_tui import doors
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import Line, Lines, Look
from platica_tui.widgets.plain import Words

_SIGNS = {Health.OK: "✓", Health.LOOK: "○", Health.WRONG: "✗"}
_LOOKS = {Health.OK: Look.PLAIN, Health.LOOK: Look.PLAIN, Health.WRONG: Look.WARNING}
_ORDER = {Health.WRONG: 0, Health.LOOK: 1, Health.OK: 2}
_WORDS = {Health.OK: mark("Well."), Health.LOOK: mark("Worth seeing to."), Health.WRONG: mark("Wrong.")}
"""How a thing is, in a word before its sentence."""
_HERE: dict[Repair, Phrase] = {
    Repair.RESTORE: phrase("Enter: put a backup back. Or bring in the records of another computer."),
    Repair.INVITE: phrase("Enter: take in an invitation of the other computer."),
    Repair.RIGHTS: phrase("Enter: closes them to everybody but you."),
    Repair.BACKUP: phrase("Enter: make a backup on a USB stick."),
    Repair.KEYS: phrase("Enter: set a passphrase."),
    Repair.RECOVERY: phrase("Enter: make a recovery code to print and put away."),
    Repair.CARRY: phrase("Enter: exchange records with it."),
    Repair.SETTLE: phrase("Enter: settle it."),
}
"""What can be done from the screen itself."""


class Findings(Lines):
    """What was looked at. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Put right")),
        Binding("r", "screen.again", mark("Look again")),
    ]


class HealthPage(Page):
    """Looks at everything and leads to what puts it right."""

    CSS_PATH = "../styles/health.tcss"
    GUIDE = (
        mark("✓ is well, ○ is worth seeing to, ✗ is wrong. Enter on a line leads to where it is put right."),
        mark("Below the list stands the whole sentence, and what can be done."),
        mark("Looking changes nothing."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[HealthLine, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield Findings(id="findings")
        yield Words(id="whole")

    def on_mount(self) -> None:
        self.query_one(Findings).focus()

    def fill(self) -> None:
        self.lines = site_health.look(self.desk)
        wrong = sum(line.state is Health.WRONG for line in self.lines)
        said = phrases("{count} thing is wrong", "{count} things are wrong", wrong) if wrong else phrase("all is well")
        self.head(self.say("State of the records"), self.told(said))
        self.query_one(Findings).put(self._listed())
        self._say_whole()
        self.refresh_bindings()

    def _listed(self) -> Iterator[Line]:
        for place, line in sorted(enumerate(self.lines), key=lambda one: (_ORDER[one[1].state], one[0])):
            words = f"{_SIGNS[line.state]} {self.told(line.sentence)}"
            yield Line((words,), key=str(place), look=_LOOKS[line.state], whole=True)

    def _here(self) -> HealthLine | None:
        key = next((findings.key for findings in self.query(Findings)), "")
        return self.lines[int(key)] if key and int(key) < len(self.lines) else None

    def offers(self, action: str) -> bool:
        if action == "choose":
            line = self._here()
            return bool(line and line.repair in _HERE)
        return super().offers(action)

    @on(Lines.Moved, "#findings")
    def _say_whole(self) -> None:
        line = self._here()
        if line is None:
            return
        words = [self.told(_WORDS[line.state]) + " " + self.told(line.sentence)]
        if line.repair:
            words.append(self.told(_HERE.get(line.repair) or ADVICE[line.repair]))
        self.query_one("#whole", Words).put("\n".join(words))
        self.refresh_bindings()

    @on(Lines.Chosen, "#findings")
    def _chosen(self) -> None:
        line = self._here()
        if line is None or line.repair is None:
            self.tell(phrase("There is nothing to put right here."))
            return
        with self.telling():
            self._put_right(line.repair)

    def _put_right(self, repair: Repair) -> None:
        match repair:
            case Repair.RESTORE | Repair.BACKUP:
                doors.open_backup(self.app)
            case Repair.KEYS | Repair.RECOVERY:
                doors.open_keys(self.app)
            case Repair.CARRY:
                doors.open_carry(self.app)
            case Repair.INVITE:
                doors.open_computers(self.app)
            case Repair.SETTLE:
                doors.open_settle(self.app)
            case Repair.RIGHTS:
                closed = site_health.put_rights_right(self.desk)
                self.fill()
                self.tell(phrases("{count} file was closed.", "{count} files were closed.", closed))
            case _:
                self.tell(ADVICE[repair])

    def action_again(self) -> None:
        self.fill()
        self.tell(phrase("Everything was looked at again."))
