"""Every change to what one stands on: what it did, when, on which computer, by whom; the newest first."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from platica.desk.tell_steps import ToldStep, tell
from platica.domain.history import Step
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.plain import Words, shown


class HistoryDialog(Dialog[None]):
    """The changes of one record, to be read."""

    AUTO_FOCUS = "#steps"
    GUIDE = (
        mark("Every change is kept: the newest is at the top, with the day, the computer and who made it."),
        mark("Nothing can be changed here. Ctrl+Z on the screen before takes your last change back."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,h,f8", "leave", mark("Back"))]

    def __init__(self, about: str, steps: Callable[[], tuple[Step, ...]]) -> None:
        """`about` is what the changes are of, as it is called; `steps` looks for them, the oldest first."""
        super().__init__()
        self.about = about
        self._steps = steps

    def heading(self) -> str:
        return self.say("History · {about}", about=shown(self.about))

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(Words(id="told"), id="steps")

    def fill(self) -> None:
        told = tell(self.desk, self._steps(), self.app.book.language)
        self.query_one("#told", Words).put("\n\n".join(map(self._said, reversed(told))) or self._nothing())

    def _said(self, step: ToldStep) -> str:
        """The sentence, and under it when and by whom."""
        formats = self.app.formats
        when = f"{formats.day(step.at.date())} {step.at.year}, {formats.time(step.at.time())}"
        facts = " · ".join(filter(None, [when, step.leader, step.computer]))
        return f"{shown(self.told(step.sentence))}\n  {shown(facts)}"

    def _nothing(self) -> str:
        return self.say("Nothing was changed here yet.")
