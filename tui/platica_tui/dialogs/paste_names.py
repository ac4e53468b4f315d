"""Adding many people at once from a list."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.domain.names import clean_line
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.widgets.many_lines import ManyLines
from platica_tui.widgets.plain import Words


class PasteNamesDialog(Dialog[tuple[str, ...] | None]):
    """One name a line, typed or pasted."""

    GUIDE = (mark("Paste or type one name on each line. Names that are on the roster already are passed over."),)
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f10", "save", mark("Add them"))]

    def heading(self) -> str:
        return self.say("Add many people")

    def body(self) -> Iterable[Widget]:
        yield Words(self.say("One name on each line. Paste with Ctrl+V or Ctrl+Shift+V."), classes="quiet")
        yield ManyLines(id="names")
        yield Words(id="count", classes="quiet")

    def on_text_area_changed(self) -> None:
        count = len(self._names())
        self.query_one("#count", Words).put(self.say_count("{count} name", "{count} names", count))

    def _names(self) -> tuple[str, ...]:
        return tuple(line for line in self.query_one(ManyLines).text.splitlines() if clean_line(line))

    def action_save(self) -> None:
        self.dismiss(self._names())
