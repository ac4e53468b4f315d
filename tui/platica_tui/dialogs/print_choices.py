"""Choosing what is printed and how."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.domain.printing import PrintOrder
from platica.phrases import mark
from platica_tui.dialogs.dialog import Dialog
from platica_tui.screens.printing_order import questions
from platica_tui.screens.printing_question import Question
from platica_tui.widgets.choice import Choice
from platica_tui.widgets.field import Field


class PrintChoicesDialog(Dialog[None]):
    """A line for each question; the arrows go from line to line and change what stands there."""

    GUIDE = (
        mark("The arrows up and down go from line to line; left and right change what stands there."),
        mark("Enter shows the documents of these choices. Nothing is printed yet."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "use", mark("Done"), priority=True),
        Binding("f10", "use", mark("Done"), show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    def __init__(self, order: PrintOrder, use: Callable[[PrintOrder], object]) -> None:
        """`use` raises Refused when there is nothing to print of such an order."""
        super().__init__()
        self.order = order
        self.use = use

    def heading(self) -> str:
        return self.say("What and how to print")

    def body(self) -> Iterable[Widget]:
        for question in self._questions():
            yield Field(question.label, Choice(question.answers, question.now(self.order), id=question.name))

    def _questions(self) -> tuple[Question, ...]:
        return questions(self.app, self.order)

    def action_use(self) -> None:
        order = self.order
        for question in self._questions():
            order = question.put(order, self.query_one(f"#{question.name}", Choice).value)
        with self.telling():
            self.use(order)
            self.dismiss()
