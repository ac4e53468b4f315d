"""What may be said to `platica print` of papers that name people."""

import click

from platica.cli.parameters import flag, value
from platica.domain.printing import AboutPeople
from platica.phrases import Phrasebook


def options(book: Phrasebook) -> tuple[click.Option, ...]:
    """The options of certificates, name tags and sign-in sheets."""
    return (
        value(
            "--people",
            book.say("NUMBERS"),
            book.say("Certificates and name tags for these people only, such as 1,4-6; for everybody when not said."),
        ),
        flag(
            "--same-certificate",
            book.say("Everybody who came gets the certificate of participation, also who completed it."),
        ),
        flag("--discreet", book.say("Certificates say “a health workshop” and name no program.")),
        flag(
            "--titles",
            book.say("Sign-in sheets name the program and the session. They lie where everybody can read them."),
        ),
        flag("--numbered", book.say("Name tags show the number of each person.")),
    )


def about_people(
    *, people: str | None, same_certificate: bool, discreet: bool, titles: bool, numbered: bool
) -> AboutPeople:
    """What these options ask for."""
    return AboutPeople(people or "", discreet, titles, same_certificate, numbered)
