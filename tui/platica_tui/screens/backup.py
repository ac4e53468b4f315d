"""Backups: making one on a stick, and putting one back after a look at what that would do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import backup, keys, restore, sticks
from platica.desk.backup import NeedsRecovery
from platica.desk.tell_restore import done_told, made_told, preview_told
from platica.domain.scope import Scope, What
from platica.errors import Refused, SiteLocked
from platica.phrases import mark, phrase
from platica_tui.attempts import Attempting
from platica_tui.dialogs.ask import AskDialog
from platica_tui.dialogs.confirm import ConfirmDialog
from platica_tui.dialogs.recovery import RecoveryDialog
from platica_tui.dialogs.secrets import SecretsDialog
from platica_tui.folders import folder_to_write, from_home
from platica_tui.screens.page import Page
from platica_tui.widgets.lines import EMPTY, Column, Line, Lines, Look
from platica_tui.widgets.plain import Words

if TYPE_CHECKING:
    from platica.desk.backup import Made
    from platica.desk.restore import Preview, Restored
    from platica.domain.ids import CommitId

_TO, _FILE = "to ", "file "
"""What the key of a line begins with: a folder to write to, a backup to put back."""
_SECONDS = 2
"""Between one look for sticks and the next."""
_COLUMNS = (Column(30), Column(), Column(12, right=True, least=60))


class Backups(Lines):
    """Where a backup can go, and those there are. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Choose")),
        Binding("d", "screen.folder", mark("Another folder")),
        Binding("f", "screen.file", mark("Another file")),
    ]


class BackupPage(Attempting[None], Page):
    """Makes backups and puts them back."""

    CSS_PATH = "../styles/backup.tcss"
    GUIDE = (
        mark("Enter on a USB stick writes everything to it in one file, encrypted, and reads it again."),
        mark("The file opens with a passphrase or the recovery code. Keep the stick away from this computer."),
        mark("Enter on a backup says what putting it back would change; nothing happens before you agree."),
        mark("Before a risky step Plática puts a backup aside here by itself, and keeps the last five."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self) -> None:
        super().__init__()
        self.folder: Path | None = None
        """A folder that was typed here."""
        self.file: Path | None = None
        """A backup that was typed here."""
        self.went_back: CommitId | None = None
        """The step by which everything went back, while this screen is open."""
        self.offered: tuple[Path, ...] = ()

    @property
    def undoes(self) -> Scope | None:
        """Going back, and nothing that was done before or since."""
        from platica.desk import undo

        scope = Scope(What.ANYTHING)
        newest = undo.last(self.desk, scope) if self.went_back else None
        return scope if newest and newest.commit == self.went_back else None

    def body(self) -> Iterable[Widget]:
        yield Words(id="about")
        yield Backups(_COLUMNS, id="backups")

    def on_mount(self) -> None:
        self.query_one(Backups).focus()
        self.set_interval(_SECONDS, self._look_again)

    def fill(self) -> None:
        self.head(self.say("Backup"), "")
        self.offered = sticks.plugged_in()
        self.query_one("#about", Words).put(self.told(backup.state(self.desk)))
        self.query_one(Backups).put([*self._places(), EMPTY, *self._files()])

    def _places(self) -> Iterator[Line]:
        yield Line((self.say("Make a backup on"),), look=Look.HEADING, whole=True)
        for one in self.offered:
            yield Line((one.name or str(one), from_home(one), ""), key=f"{_TO}{one}")
        if self.folder and self.folder not in self.offered:
            yield Line((self.say("folder"), from_home(self.folder), ""), key=f"{_TO}{self.folder}")
        if not (self.offered or self.folder):
            words = self.say("Plug a USB stick in and wait a moment, or press d and type a folder.")
            yield Line((words,), look=Look.QUIET, whole=True)

    def _files(self) -> Iterator[Line]:
        yield Line((self.say("Put back"),), look=Look.HEADING, whole=True)
        folders = [*self.offered, *([self.folder] if self.folder else [])]
        found = [file for folder in folders for file in backup.files_in(folder)]
        for file in dict.fromkeys([*found, *([self.file] if self.file else [])]):
            yield Line((file.name, from_home(file.parent), ""), key=f"{_FILE}{file}")
        formats = self.app.formats
        here = backup.known(self.desk)
        for one in here:
            when = f"{formats.day(one.at.date())}, {formats.time(one.at.time())}" if one.at else one.file.name
            people = self.say_count("{count} person", "{count} people", one.counts.people) if one.counts else ""
            yield Line((when, self.told(one.why), people), key=f"{_FILE}{one.file}")
        if not (here or found or self.file):
            yield Line((self.say("There is no backup here. Press f and type a file."),), look=Look.QUIET, whole=True)

    def _look_again(self) -> None:
        """Shows a stick that was plugged in since."""
        if not self.trying and self.is_current and sticks.plugged_in() != self.offered:
            self.fill()

    @on(Lines.Chosen, "#backups")
    def _chosen(self, event: Lines.Chosen) -> None:
        with self.telling():
            if event.key.startswith(_TO):
                self._make(Path(event.key.removeprefix(_TO)))
            else:
                self._ask(Path(event.key.removeprefix(_FILE)))

    def action_folder(self) -> None:
        self.app.push_screen(
            AskDialog(self.say("Folder or USB stick"), str(self.folder or Path.home()), self._into, place=True)
        )

    def _into(self, typed: str) -> None:
        folder = folder_to_write(typed)
        if not folder.is_dir():
            raise Refused(phrase("The folder {folder} is not there.", folder=str(folder)))
        self.folder = folder
        self.fill()
        self.query_one(Backups).go_to(f"{_TO}{folder}")

    def action_file(self) -> None:
        asked = self.say("File of the backup")
        self.app.push_screen(AskDialog(asked, str(self.file or self.folder or Path.home()), self._from, place=True))

    def _from(self, typed: str) -> None:
        file = Path(typed.strip()).expanduser()
        if not file.is_file():
            raise Refused(phrase("There is no file {file}.", file=str(file)))
        self.file = file
        self.fill()
        self.query_one(Backups).go_to(f"{_FILE}{file}")

    def _make(self, folder: Path) -> None:
        made: list[Made] = []

        def make() -> None:
            try:
                made.append(backup.create(self.desk, folder))
            except NeedsRecovery:
                return

        self.attempt(make, lambda: self._made(made[0]) if made else self._lead_to_code(folder))

    def _made(self, made: Made) -> None:
        self.fill()
        self.tell(made_told(made))

    def _lead_to_code(self, folder: Path) -> None:
        """A recovery code first; the backup is made once it was typed back."""
        about = (
            phrase("The records open without a passphrase, and a backup may not: whoever found it could read it."),
            phrase("A recovery code on paper opens it on another computer. Enter shows a new one to write down."),
            phrase("Once you have typed it back, the backup is made."),
        )

        def draw() -> None:
            self.app.push_screen(RecoveryDialog(keys.draw_recovery_code(self.desk), lambda: self._make(folder)))

        question = phrase("Make a recovery code first?")
        self.app.push_screen(ConfirmDialog(question, about, lambda: self.call_later(draw)))

    def _ask(self, file: Path, secret: str | None = None) -> None:
        """Finds out what putting a backup back would do, and asks."""
        found: list[Preview] = []

        def look() -> None:
            try:
                found.append(restore.preview(self.desk, file, secret))
            except SiteLocked:
                return

        self.attempt(look, lambda: self._confirm(found[0], secret) if found else self._ask_secret(file))

    def _ask_secret(self, file: Path) -> None:
        typed: list[str] = []

        def use(secret: str) -> None:
            restore.preview(self.desk, file, secret)
            typed.append(secret)

        about = (phrase("It opens with the passphrase or the recovery code of its day."),)
        lines = (mark("Passphrase or code"),)
        dialog = SecretsDialog(phrase("Open this backup"), about, lines, use, lambda: self._ask(file, typed[-1]))
        self.app.push_screen(dialog)

    def _confirm(self, preview: Preview, secret: str | None) -> None:
        about = preview_told(self.desk, preview, self.app.book.language)
        if preview.case is restore.Case.BACK and not preview.records:
            self.tell(about[-1])
            return
        question = phrase("Put this backup back?")
        self.app.push_screen(ConfirmDialog(question, about, lambda: self._restore(preview, secret)))

    def _restore(self, preview: Preview, secret: str | None) -> None:
        done: list[Restored] = []
        self.attempt(
            lambda: done.append(restore.restore(self.desk, preview.file, secret)),
            lambda: self._restored(done[0], preview),
        )

    def _restored(self, done: Restored, preview: Preview) -> None:
        self.went_back = done.commit or None
        self.fill()
        told = done_told(self.desk, done, preview, self.app.book.language)
        if done.notes:
            self.tell(phrase("{done} {also}", done=told[0], also=done.notes[0]))
        elif done.commit:
            self.tell(phrase("{done} {also}", done=told[0], also=phrase("Ctrl+Z takes it back.")))
        else:
            self.tell(told[0])
        self.refresh_bindings()
