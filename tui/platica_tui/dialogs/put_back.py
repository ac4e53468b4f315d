"""Putting a backup back on a computer without records, as when the old one broke or was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import backup, restore, sticks
from platica.desk.tell_restore import preview_told
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui.attempts import Attempting
from platica_tui.dialogs.confirm import ConfirmDialog
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words
from platica_tui.widgets.secret_entry import SecretEntry

if TYPE_CHECKING:
    from platica.desk.restore import Preview, Restored


class PutBackDialog(Dialog[None], Attempting[None]):
    """Asks for the file of a backup and what opens it, says what is in it, and puts it here."""

    GUIDE = (
        mark("Plug in the USB stick with the backup. A folder will do as well: the newest backup in it is taken."),
        mark("It opens with the passphrase or the recovery code of its day."),
        mark("Nothing happens before you have seen what is in it and agreed."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "save", mark("Go on"), show=False),
        Binding("f3", "turn", mark("Show or hide it")),
    ]

    def __init__(self, then: Callable[[Preview, Restored, str], object]) -> None:
        """`then` is given what was put back, and the secret that opened it."""
        super().__init__()
        self.then = then

    def heading(self) -> str:
        return self.say("Put a backup back on this computer")

    def body(self) -> Iterable[Widget]:
        found = [file for folder in sticks.plugged_in() for file in backup.files_in(folder)]
        yield Words(
            self.say("The file is on the USB stick; what opens it is in your head or on paper."), classes="about"
        )
        yield Field(self.say("File"), Entry(str(found[0]) if found else "", id="file", anew=True))
        yield Field(self.say("Passphrase or code"), SecretEntry(id="secret"))

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one("#secret" if self.query_one("#file", Entry).value else "#file").focus()

    @on(Entry.Submitted)
    def _next(self) -> None:
        if self.query_one("#file", Entry).has_focus:
            self.query_one("#secret", Entry).focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        with self.telling():
            file, secret = self._file(), self.query_one("#secret", Entry).value
            if not secret.strip():
                self.query_one("#secret", Entry).focus()
                raise Refused(phrase("Type the passphrase, or the recovery code from the paper."))
            found: list[Preview] = []
            self.attempt(
                lambda: found.append(restore.preview(self.app.places, file, secret)),
                lambda: self._confirm(found[0], secret),
            )

    def _file(self) -> Path:
        """The backup that was typed; in a folder, the newest."""
        typed = self.query_one("#file", Entry)
        path = Path(typed.value.strip()).expanduser()
        file = next(iter(backup.files_in(path)), path) if path.is_dir() else path
        if not typed.value.strip() or not file.is_file():
            typed.focus()
            if path.is_dir() and typed.value.strip():
                raise Refused(phrase("There is no backup in {folder}.", folder=str(path)))
            if not typed.value.strip():
                raise Refused(phrase("Type where the file of the backup is, or plug its USB stick in and try again."))
            raise Refused(phrase("There is no file {file}.", file=str(file)))
        return file

    def _confirm(self, preview: Preview, secret: str) -> None:
        about = preview_told(self.app.places, preview, self.app.book.language)
        question = phrase("Put this backup back?")
        self.app.push_screen(ConfirmDialog(question, about, lambda: self._restore(preview, secret)))

    def _restore(self, preview: Preview, secret: str) -> None:
        done: list[Restored] = []

        def leave() -> None:
            self.dismiss()
            self.app.call_later(self.then, preview, done[0], secret)

        self.attempt(lambda: done.append(restore.restore(self.app.places, preview.file, secret)), leave)

    def action_turn(self) -> None:
        self.query_one(SecretEntry).turn()
