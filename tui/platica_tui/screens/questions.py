"""The question box of a workshop: what was asked on slips, to be answered in front of the group."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget

from platica.desk import question_box
from platica.domain.ids import WorkshopId
from platica.domain.question import Question
from platica.phrases import Phrase, mark, phrase
from platica_tui.dialogs.confirm import ConfirmDialog
from platica_tui.screens.page import Page
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.lines import Column, Line, Lines, Look
from platica_tui.widgets.plain import Words


class Waiting(Lines):
    """The questions. Letters act here because nothing can be typed in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "screen.answered", mark("It was answered")),
        Binding("n,plus", "screen.write", mark("Add")),
    ]


class QuestionEntry(Entry):
    """A question as it stands on its slip; Enter puts it on the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Put it in the box")),
        Binding("tab", "app.focus_previous", mark("To the list"), show=False),
    ]


class QuestionsPage(Page):
    """Lists, adds, and lets go of what was answered."""

    CSS_PATH = "../styles/questions.tcss"
    GUIDE = (
        mark("Write the questions of the box here when the group has left. No name is kept with them, not even yours."),
        mark("The whole question under the sign ▸ stands below the list. Tab goes from the line to the list and back."),
        mark("When a question was answered in front of the group, x takes it away for good, on every computer."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", mark("Back"))]

    def __init__(self, workshop: WorkshopId) -> None:
        super().__init__()
        self.workshop = workshop

    def body(self) -> Iterable[Widget]:
        yield Waiting((Column(20, snug=True), Column()), id="questions")
        yield Words(id="whole")
        yield QuestionEntry(hint=self.say("Write a question and press Enter"), id="question")

    def on_mount(self) -> None:
        self.query_one("#question" if not self._questions() else Waiting).focus()

    def fill(self) -> None:
        name = self.desk.records.workshop(self.workshop).name
        questions = self._questions()
        count = self.say_count("{count} question", "{count} questions", len(questions))
        self.head(self.say("Question box · {workshop}", workshop=name), count)
        lines = [Line((self.app.formats.day(one.on), one.text), key=one.id) for one in questions]
        nothing = Line((self.say("No question waits."),), look=Look.QUIET, whole=True)
        what_for = self.say("What somebody asked without a name waits here until you have answered it.")
        self.query_one(Waiting).put(lines or [nothing, Line((what_for,), look=Look.QUIET, whole=True)])
        self._show_whole()

    def _questions(self) -> tuple[Question, ...]:
        return question_box.waiting(self.desk, self.workshop)

    def _here(self) -> Question | None:
        """The question under the cursor."""
        key = next((lines.key for lines in self.query(Waiting)), "")
        return next((one for one in self._questions() if one.id == key), None)

    @on(Lines.Moved)
    def _show_whole(self) -> None:
        question = self._here()
        self.query_one("#whole", Words).put(question.text if question else "")
        self.refresh_bindings()

    def offers(self, action: str) -> bool:
        return self._here() is not None if action == "answered" else super().offers(action)

    def action_write(self) -> None:
        self.query_one("#question", Entry).focus()

    def action_back(self) -> None:
        entry = self.query_one("#question", Entry)
        if entry.has_focus and self._questions():
            self.query_one(Waiting).focus()
        else:
            super().action_back()

    @on(Entry.Submitted, "#question")
    def _asked(self, event: Entry.Submitted) -> None:
        with self.telling():
            question = question_box.add(self.desk, self.workshop, event.value)
            self.query_one("#question", Entry).value = ""
            self.query_one(Waiting).wanted = question.id
            self.fill()
            self.tell(phrase("The question is in the box. Who asked is kept nowhere."))

    def action_answered(self) -> None:
        question = self._here()
        if question is not None:
            asked = Phrase("{text}", {"text": question.text}), phrase("It goes for good and cannot be brought back.")
            self.app.push_screen(
                ConfirmDialog(phrase("Was this question answered?"), asked, partial(self._gone, question))
            )

    def _gone(self, question: Question) -> None:
        question_box.answered(self.desk, question)
        self.fill()
        self.tell(phrase("The question is gone for good."))
