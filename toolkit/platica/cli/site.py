"""`platica site`: setting an organization up and looking at what it decided."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

import click

from platica.cli import site_health, site_sponsors
from platica.cli.call import Call, Json
from platica.cli.keys import LOST
from platica.cli.kinds import REGION, ChoiceKind, NumberKind
from platica.cli.listing import Facts, Listing
from platica.cli.parameters import value
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import language_named
from platica.cli.wrong_usage import WrongUsage
from platica.domain.pack import Slot
from platica.domain.paper import Paper
from platica.domain.settings import MOST_LOCK_MINUTES, MOST_RETENTION_MONTHS, Settings
from platica.domain.spoken import local_number, lock_words, retention_words
from platica.errors import Refused
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk

_SITE = (
    "{name, folder, language, region, paper, locked, lock_minutes, retention_months, "
    "numbers: [{key, value, note}], workshops}"
)
_LOCKED = "{locked}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    commands = [
        command(
            book,
            "init",
            _init,
            book.say("Sets up an organization in the site's folder. Its screens speak the language of --language."),
            value("--name", book.say("NAME"), book.say("What it is called."), required=True),
            *_decisions(book),
            keys=_SITE,
        ),
        command(book, "show", _show, book.say("Shows the organization's settings and local numbers."), keys=_SITE),
        command(
            book,
            "change",
            _change,
            book.say("Changes the organization's settings."),
            value("--name", book.say("NAME"), book.say("What it is called.")),
            value("--in", book.say("LANGUAGE"), book.say("The language of its screens."), into="speaks"),
            *_decisions(book),
            value(
                "--lock-minutes",
                book.say("MINUTES"),
                book.say("After so many minutes without a key the screens lock; 0 for never."),
                NumberKind(0, MOST_LOCK_MINUTES),
            ),
            value(
                "--retention-months",
                book.say("MONTHS"),
                book.say("So long records of a person are kept who is not heard of any more; 0 for always."),
                NumberKind(0, MOST_RETENTION_MONTHS),
            ),
            keys=_SITE,
        ),
        site_health.build(book),
        site_sponsors.build(book),
        command(
            book,
            "lock",
            _lock,
            book.say("Lets the records open only with a passphrase; sets the first one when there is none."),
            keys=_LOCKED,
        ),
        command(
            book,
            "unlock",
            _unlock,
            book.say("Leaves the records open to whoever uses this computer's account, without a passphrase."),
            keys=_LOCKED,
        ),
    ]
    return SpokenGroup("site", book, commands, help=book.say("The organization: its name, language and local numbers."))


def _decisions(book: Phrasebook) -> tuple[click.Option, ...]:
    return (
        value(
            "--region",
            book.say("REGION"),
            book.say("The country whose dates, paper and local numbers are used, such as US."),
            REGION,
        ),
        value(
            "--paper",
            "letter|a4",
            book.say("The paper in the printer, when it is not the region's."),
            ChoiceKind(Paper),
        ),
        value(
            "--number",
            book.say("KEY=VALUE"),
            book.say("A local number to print, such as crisis_line=988. May be repeated."),
            into="numbers",
            multiple=True,
        ),
    )


def _init(call: Call, name: str, region: str | None, paper: str | None, numbers: tuple[str, ...]) -> None:
    from platica.desk import set_up

    with call.content_desk() as desk:
        slots = _pairs(numbers, desk)
    settings = Settings(name, call.language, region or "US", paper, MappingProxyType(slots))
    if call.secrets.from_stdin:
        from platica.desk import keys

        set_up.create(call.places, settings, call.secrets.new_passphrase(keys.check_new))
    else:
        set_up.create(call.places, settings)
    _show(call)


def _show(call: Call) -> None:
    from platica.desk import keys

    with call.desk() as desk:
        locked, said = not keys.is_open(desk), keys.state(desk)
        settings = desk.settings
        slots = _slots(desk.pack.slots if desk.pack else (), desk.slots)
        workshops = len(desk.records.workshops())
    numbers: list[Json] = [{"key": slot.key, "value": slot.value, "note": slot.note} for slot in slots]
    data: dict[str, Json] = {
        "name": settings.name,
        "folder": str(call.places.site),
        "language": settings.language,
        "region": settings.region,
        "paper": settings.paper,
        "locked": locked,
        "lock_minutes": settings.lock_minutes,
        "retention_months": settings.retention_months,
        "numbers": numbers,
        "workshops": workshops,
    }
    book = call.book
    facts = Facts(
        (
            (book.say("Organization"), settings.name),
            (book.say("Folder"), str(call.places.site)),
            (book.say("Language"), settings.language),
            (book.say("Region"), settings.region),
            (book.say("Paper"), settings.paper or book.say("as in the region")),
            (book.say("Keys"), book.tell(said)),
            (book.say("The screens lock"), book.tell(lock_words(settings.lock_minutes))),
            (book.say("Records of a person are kept"), book.tell(retention_words(settings.retention_months))),
            (book.say("Workshops"), str(workshops)),
        ),
    )
    blank = book.say("not set; prints as a line to write on")
    local = Listing(
        (book.say("Local number"), book.say("Value")),
        tuple((f"{book.tell(local_number(slot.key))} ({slot.key})", slot.value or blank) for slot in slots),
    )
    call.give(data, facts, "", local)


def _change(
    call: Call,
    name: str | None,
    speaks: str | None,
    region: str | None,
    paper: str | None,
    numbers: tuple[str, ...],
    lock_minutes: int | None,
    retention_months: int | None,
) -> None:
    from platica.desk import set_up

    if (name, lock_minutes, retention_months) == (None, None, None) and not (speaks or region or paper or numbers):
        raise WrongUsage(
            phrase(
                "Say what to change: --name, --in, --region, --paper, --number, --lock-minutes or --retention-months."
            )
        )
    with call.desk() as desk:
        now = desk.settings
        changed = replace(
            now,
            name=now.name if name is None else name,
            language=language_named(speaks, desk.catalogues.languages()) if speaks else now.language,
            region=region or now.region,
            paper=paper or now.paper,
            slots=MappingProxyType({**now.slots, **_pairs(numbers, desk)}),
            lock_minutes=now.lock_minutes if lock_minutes is None else lock_minutes,
            retention_months=now.retention_months if retention_months is None else retention_months,
        )
        set_up.change(desk, changed)
    _show(call)


def _lock(call: Call) -> None:
    from platica.desk import keys

    book = call.book
    if keys.needs_passphrase(call.places):
        call.give({"locked": True}, book.say("It is so already: the records open only with a passphrase."))
        return
    with call.desk() as desk:
        if keys.has_passphrase(desk):
            call.secrets.tried(lambda secret: keys.close(desk, secret), call.secrets.passphrase_of_now)
        else:
            keys.add_passphrase(desk, call.secrets.new_passphrase(keys.check_new))
    call.give({"locked": True}, book.say("From now on the records open only with a passphrase."))
    call.warn(LOST)


def _unlock(call: Call) -> None:
    from platica.desk import keys

    with call.desk() as desk:
        if not keys.is_open(desk):
            keys.leave_open(desk)
    said = phrase(
        "The records are open now: whoever uses this computer's account, or takes the computer, can read them."
    )
    call.give({"locked": False}, call.book.tell(said))


def _pairs(numbers: tuple[str, ...], desk: "Desk") -> dict[str, str]:
    known = {slot.key for pack in desk.library.packs() for slot in pack.slots}
    found: dict[str, str] = {}
    for one in numbers:
        key, equals, value = one.partition("=")
        if not equals:
            raise WrongUsage(phrase("--number: “{found}” is not KEY=VALUE, such as crisis_line=988.", found=one))
        if key not in known:
            raise Refused(phrase("No text names “{key}”. There are: {known}.", key=key, known=", ".join(sorted(known))))
        found[key] = value
    return found


def _slots(offered: tuple[Slot, ...], known: Mapping[str, str]) -> tuple[Slot, ...]:
    """Every local number the pack or the site names, with its value here."""
    notes = {slot.key: slot for slot in offered}
    keys = [*notes, *(key for key in known if key not in notes)]
    return tuple(replace(notes.get(key, Slot(key)), value=known.get(key)) for key in keys)
