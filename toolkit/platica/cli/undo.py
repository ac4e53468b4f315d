"""`platica undo`: taking back the last step of this computer in a workshop."""

from platica.cli.call import Call, Json
from platica.cli.kinds import ChoiceKind
from platica.cli.parameters import value
from platica.cli.spoken_click import SpokenCommand, command
from platica.cli.workshop_named import find, workshop_argument
from platica.phrases import Phrasebook

_WHAT = ("attendance", "people", "plan", "workshop")


def build(book: Phrasebook) -> SpokenCommand:
    """The command, in the language of a phrasebook."""
    return command(
        book,
        "undo",
        _undo,
        book.say("Takes back the last thing done in a workshop on this computer; once more, what was done before."),
        workshop_argument(book),
        value("--what", "|".join(_WHAT), book.say("Only of this; of everything when not said."), ChoiceKind(_WHAT)),
        keys="{undone_at, said}",
    )


def _undo(call: Call, workshop: str, what: str | None) -> None:
    from platica.desk import undo
    from platica.domain.scope import Scope, What

    with call.desk() as desk:
        scope = Scope(What(what) if what else What.ANYTHING, find(desk, workshop).id)
        undone = undo.undo(desk, scope, call.language)
        clock = desk.formats(call.language).time(undone.at.time())
    said = call.book.tell(undone.sentence)
    data: dict[str, Json] = {"undone_at": undone.at.isoformat(timespec="seconds"), "said": said}
    call.give(data, said, call.book.say("Saved at {time}.", time=clock))
