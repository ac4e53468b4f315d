"""`platica review`: whose signature a curriculum still waits for."""

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import value
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import language_named
from platica.domain.spoken import ROLES
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    language = value("--in", book.say("LANGUAGE"), book.say("The language to look at, such as es."), into="language")
    status = command(
        book,
        "status",
        _status,
        book.say("Shows which reviews each curriculum asks for and which are still to be signed."),
        language,
        keys="[{curriculum, language, required: [], pending: []}]",
    )
    return SpokenGroup(
        "review", book, [status], help=book.say("Reviews by people who know: health, language, community.")
    )


def _status(call: Call, language: str | None) -> None:
    from platica.desk import review_status

    with call.content_desk() as desk:
        wanted = language_named(language, desk.catalogues.languages()) if language else call.language
        found = review_status.look(desk, wanted)
    book = call.book
    data: list[Json] = [
        {
            "curriculum": one.curriculum,
            "language": wanted,
            "required": list[Json](one.required),
            "pending": list[Json](one.pending),
        }
        for one in found
    ]
    rows = [
        (
            one.curriculum,
            ", ".join(book.tell(ROLES[role]) for role in one.required if role not in one.pending) or "–",
            ", ".join(book.tell(ROLES[role]) for role in one.pending) or "–",
        )
        for one in found
    ]
    call.give(data, Listing((book.say("Curriculum"), book.say("Signed"), book.say("Still to be signed")), rows))
