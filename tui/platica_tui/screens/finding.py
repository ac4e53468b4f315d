"""A page with a list in which a word is looked for."""

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from platica.phrases import mark
from platica_tui.screens.page import Page
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Lines


class FindingPage(Page):
    """Its body has the entry `#find` and one list; what is typed narrows the list at once."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+f", "find", mark("Find"))]

    def on_mount(self) -> None:
        self._go_to_list()

    @on(Entry.Changed, "#find")
    def _finding(self) -> None:
        with self.telling():
            self.fill()

    @on(Entry.Submitted, "#find")
    def _go_to_list(self) -> None:
        self.query_one(Lines).focus()

    def action_find(self) -> None:
        self.query_one("#find", Entry).focus()

    def action_back(self) -> None:
        find = self.query_one("#find", Entry)
        if find.value or find.has_focus:
            find.value = ""
            self._go_to_list()
        else:
            super().action_back()
