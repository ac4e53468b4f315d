"""`platica questions`: the box of questions that nobody signed."""

from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import flag, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import find, workshop_argument
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.domain.question import Question

_QUESTION = "{number, on, text}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    workshop = workshop_argument(book)
    commands = [
        command(
            book,
            "add",
            _add,
            book.say("Puts a question from the box on the list; who asked is kept nowhere."),
            workshop,
            word("text", book.say("TEXT")),
            keys="{on, text}",
        ),
        command(
            book,
            "list",
            _list,
            book.say("Lists the questions that wait for an answer."),
            workshop,
            keys=f"[{_QUESTION}]",
        ),
        command(
            book,
            "answered",
            _answered,
            book.say("Takes an answered question off the list for good. Without --yes it only shows the question."),
            workshop,
            word("number", book.say("QUESTION-NUMBER"), NUMBER),
            flag("--yes", book.say("Takes it away; without this nothing is changed.")),
            keys="{answered, on, text}",
        ),
    ]
    return SpokenGroup("questions", book, commands, help=book.say("The question box: anonymous questions of a group."))


def _add(call: Call, workshop: str, text: str) -> None:
    from platica.desk import question_box

    with call.desk() as desk:
        question = question_box.add(desk, find(desk, workshop).id, text)
    call.give(_json(question), call.book.say("The question is in the box."))


def _list(call: Call, workshop: str) -> None:
    from platica.desk import question_box

    with call.desk() as desk:
        questions = question_box.waiting(desk, find(desk, workshop).id)
    data: list[Json] = [{"number": number, **_json(one)} for number, one in enumerate(questions, 1)]
    if not questions:
        call.give(data, call.book.say("No question waits."))
        return
    headings = (call.book.say("Number"), call.book.say("Date"), call.book.say("Question"))
    rows = [(str(number), one.on.isoformat(), one.text) for number, one in enumerate(questions, 1)]
    call.give(data, Listing(headings, rows))


def _answered(call: Call, workshop: str, number: int, yes: bool) -> None:
    from platica.desk import question_box

    with call.desk() as desk:
        question = question_box.numbered(desk, find(desk, workshop).id, number)
        if yes:
            question_box.answered(desk, question)
    said = (
        call.book.say("It is answered and gone for good: {text}", text=question.text)
        if yes
        else call.book.say("With --yes this question goes for good: {text}", text=question.text)
    )
    call.give({"answered": yes, **_json(question)}, said)


def _json(question: "Question") -> dict[str, Json]:
    return {"on": question.on.isoformat(), "text": question.text}
