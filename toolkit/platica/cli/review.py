"""`platica review`: whose signature a curriculum still waits for, and giving one."""

import click

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import value, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import language_named
from platica.domain.curriculum import ReviewRole
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
    sign = command(
        book,
        "sign",
        _sign,
        book.say("Signs texts that somebody has read, as they are now; any change to a text voids its signature."),
        word("domain", book.say("CATALOGUE")),
        value(
            "--role",
            book.say("ROLE"),
            book.say("clinical (the health content), language (the translation) or community (the whole curriculum)."),
            click.Choice([role.value for role in ReviewRole]),
            required=True,
        ),
        value("--name", book.say("NAME"), book.say("Who has read it."), required=True),
        language,
        value(
            "--only",
            book.say("NUMBERS"),
            book.say(
                "Only these texts, such as 4 or 7-12, by their numbers in “translate extract”; may be said again."
            ),
            multiple=True,
        ),
        value("--note", book.say("TEXT"), book.say("A word to go with the signature.")),
        keys="{domain, language, role, texts, new, waiting}",
    )
    return SpokenGroup(
        "review", book, [status, sign], help=book.say("Reviews by people who know: health, language, community.")
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


def _sign(
    call: Call, domain: str, role: str, name: str, language: str | None, only: tuple[str, ...], note: str | None
) -> None:
    from platica.desk import sign_review

    with call.content_desk() as desk:
        wanted = language_named(language, desk.catalogues.languages()) if language else call.language
        signed = sign_review.sign(desk, domain, wanted, ReviewRole(role), name, only, note or "")
    book = call.book
    data: dict[str, Json] = {
        "domain": domain,
        "language": wanted,
        "role": role,
        "texts": signed.texts,
        "new": signed.new,
        "waiting": signed.waiting,
    }
    said = book.say(
        "Signed by {name}, {role}: {texts}; new: {new}; still waiting: {waiting}.",
        name=name,
        role=book.tell(ROLES[ReviewRole(role)]),
        texts=book.say_count("{count} text", "{count} texts", signed.texts),
        new=signed.new,
        waiting=signed.waiting,
    )
    call.give(data, said)
