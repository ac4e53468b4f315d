"""`platica erase`: everything that is kept of one person, for good."""

from pathlib import Path
from typing import TYPE_CHECKING

from platica.cli.call import Call, Json, Shown
from platica.cli.parameters import flag, value, words
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.wrong_usage import WrongUsage
from platica.phrases import Phrase, Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.desk.erase_person import KeptOf
    from platica.domain.participant import Participant

_KEYS = "{erased, code, workshops: [], marks, sheets, joined, file}"
_WORKSHOP_AND_NUMBER = 2


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "erase",
        _erase,
        book.say(
            "Erases a person for good: named by workshop and number, by code, or by the whole name. Without --yes it"
            " only shows what is kept."
        ),
        words("person", book.say("WORKSHOP NUMBER | CODE | NAME"), required=True),
        flag("--yes", book.say("Erases; without this nothing is changed.")),
        value("--output", book.say("FOLDER"), book.say("Prints the confirmation into a folder; it names nobody.")),
        keys=_KEYS,
    )


def _erase(call: Call, person: tuple[str, ...], yes: bool, output: str | None) -> None:
    from platica.desk import erase_person

    if output is not None and not yes:
        raise WrongUsage(phrase("--output: there is a confirmation only of what was erased, with --yes."))
    with call.desk() as desk:
        kept = erase_person.kept_of(desk, _meant(desk, person).id)
        if not yes:
            call.give(_json(kept, erased=False, file=None), *_shown(call.book, kept))
            return
        erased = erase_person.erase(desk, kept.participant.id)
        file = None
        if output is not None:
            from platica.desk.print_erasure import print_erasure

            file = print_erasure(desk, erased, Path(output), call.language)
    said: list[Shown] = [call.book.say("Erased. It cannot be brought back."), *_still(call.book, kept)]
    if file is not None:
        said.append(call.book.say("The confirmation is {file}.", file=str(file)))
    call.give(_json(kept, erased=True, file=file), *said)


def _meant(desk: "Desk", person: tuple[str, ...]) -> "Participant":
    from platica.desk.find_person import find_numbered, find_person

    if len(person) == 1:
        return find_person(desk, person[0])
    workshop, number = person[0], person[-1]
    if len(person) > _WORKSHOP_AND_NUMBER or not (number.isascii() and number.isdigit() and len(number) < 10):
        raise WrongUsage(phrase("Say a workshop and a number, a code, or a name; put quotes around words with spaces."))
    return find_numbered(desk, workshop, int(number))


def _shown(book: Phrasebook, kept: "KeptOf") -> list[Shown]:
    from platica.desk.erase_person import meaning, told

    return [
        book.say("This is kept of the person:"),
        *_list(book, told(kept)),
        "",
        book.say("What erasing means:"),
        *_list(book, meaning()),
        *_still(book, kept),
        "",
        book.say("Nothing was changed. With --yes it is erased."),
    ]


def _still(book: Phrasebook, kept: "KeptOf") -> list[Shown]:
    from platica.desk.erase_person import limits

    return ["", book.say("What the program cannot reach:"), *_list(book, limits(kept))]


def _list(book: Phrasebook, sentences: tuple[Phrase, ...]) -> list[Shown]:
    return [f"- {book.tell(sentence)}" for sentence in sentences]


def _json(kept: "KeptOf", *, erased: bool, file: Path | None) -> dict[str, Json]:
    return {
        "erased": erased,
        "code": kept.participant.code,
        "workshops": list(kept.workshops),
        "marks": kept.marks,
        "sheets": kept.sheets,
        "joined": kept.joined,
        "file": None if file is None else str(file),
    }
