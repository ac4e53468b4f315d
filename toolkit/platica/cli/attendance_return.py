"""`platica attendance return`: entering what a session on paper brought back."""

import click

from platica.cli.call import Call, Shown
from platica.cli.kinds import NumberKind
from platica.cli.parameters import flag, value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, find_session, meeting_argument, workshop_argument
from platica.phrases import Phrasebook

_RETURNED = "{meeting, marked, questions, heads, came, saved}"


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    text = book.say("TEXT")
    options: tuple[click.Option, ...] = (
        value("--heads", book.say("PEOPLE"), book.say("How many people were counted in the room."), NumberKind(0)),
        value("--marks", book.say("NUMBERS"), book.say("Who came, as on the screen: 1-9,11t."), default=""),
        flag("--rest-absent", book.say("Everybody without a mark stayed away.")),
        value(
            "--new", book.say("NAME"), book.say("Who came and was not on the roster. May be repeated."), multiple=True
        ),
        value(
            "--faces",
            book.say("COUNTS"),
            book.say("How many circled each face, from very bad: “0 1 2 5 7”."),
            default="",
        ),
        value("--confidence", book.say("ANSWERS"), book.say("Who felt how sure, by number: “1=7 4=5”."), default=""),
        value("--question", text, book.say("A question from the box. May be repeated."), multiple=True),
        value("--worked", text, book.say("What worked."), default=""),
        value("--change", text, book.say("What to change next time."), default=""),
    )
    return command(
        book,
        "return",
        _return,
        book.say("Enters the sheet that came back from a session held on paper, in one step."),
        workshop_argument(book),
        meeting_argument(book),
        *options,
        keys=_RETURNED,
    )


def _return(
    call: Call,
    workshop: str,
    meeting: int,
    heads: int | None,
    marks: str,
    rest_absent: bool,
    new: tuple[str, ...],
    faces: str,
    confidence: str,
    question: tuple[str, ...],
    worked: str,
    change: str,
) -> None:
    from platica.desk import return_sheet
    from platica.domain.returned import Returned, faces_from

    sheet = Returned(heads, marks, rest_absent, new, faces_from(faces), confidence, question, worked, change)
    with call.desk() as desk:
        one = find_session(desk, find(desk, workshop), meeting)
        entered = return_sheet.enter(desk, one.id, sheet)
        clock = desk.formats(call.language).time(entered.at.time())
    book = call.book
    shown: list[Shown] = [book.say("Saved at {time}.", time=clock)]
    if entered.heads is not None and entered.marked and entered.heads != entered.came:
        shown.append(
            book.say(
                "{heads} were counted and {came} are marked as having come.", heads=entered.heads, came=entered.came
            )
        )
    call.give(
        {
            "meeting": meeting,
            "marked": entered.marked,
            "questions": entered.questions,
            "heads": entered.heads,
            "came": entered.came,
            "saved": entered.at.isoformat(),
        },
        *shown,
    )
