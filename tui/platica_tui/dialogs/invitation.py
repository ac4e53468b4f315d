"""An invitation for another computer: the code that opens it, and opening one."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import sticks
from platica.desk.invite import INVITATION, place_of
from platica.errors import Refused
from platica.phrases import mark, phrase
from platica_tui.dialogs.dialog import Dialog
from platica_tui.folders import from_home
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.field import Field
from platica_tui.widgets.plain import Words


class CodeDialog(Dialog[None]):
    """Shows the code once."""

    GUIDE = (mark("Write the code on paper, and send it another way than the file: by telephone, or in your pocket."),)

    def __init__(self, code: str, file: Path) -> None:
        super().__init__()
        self.code = code
        self.file = file

    def heading(self) -> str:
        return self.say("Invitation for another computer")

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("The invitation is in {file}.", file=from_home(self.file)))
        yield Words(self.code, id="code")
        yield Words(self.say("Write the code down by hand; it is not shown again. It must not travel with the file."))
        yield Words(self.say("Next: carry the records to the stick. On the new computer press F6 and type the code."))


class JoinDialog(Dialog[bool]):
    """Asks for the file of an invitation and its code."""

    GUIDE = (
        mark("The file is on the USB stick of the computer that invited this one; the code is on paper."),
        mark("Spaces, hyphens and capital letters of the code do not matter."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", mark("Join"), priority=True),
        Binding("f10", "save", mark("Join"), show=False),
    ]

    def __init__(self, use: Callable[[Path, str], object]) -> None:
        """`use` raises Refused or SiteError when this is no invitation, or the code is wrong."""
        super().__init__()
        self.use = use

    def heading(self) -> str:
        return self.say("Join an organization that is there already")

    def body(self) -> Iterable[Widget]:
        offered = [folder / INVITATION for folder in sticks.plugged_in()]
        file = next((one for one in offered if one.is_file()), None)
        yield Field(
            self.say("File"), Entry(str(file or ""), hint=from_home(Path.home() / INVITATION), id="file", anew=True)
        )
        yield Field(self.say("Code"), Entry(id="code-typed"))

    def on_mount(self) -> None:
        super().on_mount()
        if self.query_one("#file", Entry).value:
            self.query_one("#code-typed", Entry).focus()

    def action_save(self) -> None:
        with self.telling():
            file, code = self.query_one("#file", Entry), self.query_one("#code-typed", Entry)
            if not file.value.strip():
                file.focus()
                raise Refused(phrase("Type where the file of the invitation is, such as {file}.", file=INVITATION))
            if not code.value.strip():
                code.focus()
                raise Refused(phrase("Type the code of the invitation."))
            self.use(place_of(Path(file.value.strip()).expanduser()), code.value)
            self.dismiss(True)
