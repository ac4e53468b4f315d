"""`platica translate`: catalogues of translations kept up to date and checked."""

import click

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import words
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.translate_sheets import commands as sheets
from platica.cli.wrong_usage import WrongUsage
from platica.domain.document import TextState
from platica.domain.problem import Severity
from platica.phrases import Phrasebook, phrase


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    languages = words("languages", book.say("[LANGUAGE…]"))
    commands = [
        command(
            book,
            "update",
            _update,
            book.say("Brings catalogues up to date with what was written; --content names the working copy."),
            languages,
            keys="[{domain, language, new, changed, removed, kept}]",
        ),
        command(
            book,
            "status",
            _status,
            book.say("Shows how far each catalogue has come."),
            languages,
            keys="[{domain, language, total, sound, percent, missing, stale, failing}]",
        ),
        command(
            book,
            "check",
            _check,
            book.say("Checks translations: numbers, names in braces, links and more; ends with 1 at an error."),
            languages,
            keys="[{domain, language, check, severity, source, text, sentence}]",
        ),
        command(
            book,
            "format",
            _format,
            book.say("Writes catalogues the way the program does, so that changes are easy to see."),
            languages,
            keys="{changed: []}",
        ),
        *sheets(book),
    ]
    return SpokenGroup(
        "translate", book, commands, help=book.say("Translations: bringing up to date, checking, handing out.")
    )


def _update(call: Call, languages: tuple[str, ...]) -> None:
    from platica.desk import translate_texts

    with call.content_desk() as desk:
        reports = translate_texts.update(desk, languages)
    data: list[Json] = [
        {
            "domain": one.domain,
            "language": one.language,
            "new": one.new,
            "changed": one.changed,
            "removed": one.removed,
            "kept": one.kept,
        }
        for one in reports
    ]
    book = call.book
    rows = [
        (one.domain, one.language, *(str(count) for count in (one.new, one.changed, one.removed, one.kept)))
        for one in reports
    ]
    headings = (book.say("New"), book.say("Changed"), book.say("Removed"), book.say("Kept"))
    call.give(data, Listing((book.say("Catalogue"), book.say("Language"), *headings), rows))


def _status(call: Call, languages: tuple[str, ...]) -> None:
    from platica.desk import translate_texts

    with call.content_desk() as desk:
        _must_be_spoken(languages, desk.catalogues.languages())
        found = translate_texts.status(desk, languages)
    states = (TextState.MISSING, TextState.STALE, TextState.FAILING)
    data: list[Json] = [
        {
            "domain": one.domain,
            "language": one.language,
            "total": one.total,
            "sound": one.sound,
            "percent": one.percent,
            "missing": one.count(TextState.MISSING),
            "stale": one.count(TextState.STALE),
            "failing": one.count(TextState.FAILING),
        }
        for one in found
    ]
    book = call.book
    rows = [
        (one.domain, one.language, str(one.total), f"{one.percent} %", *(str(one.count(state)) for state in states))
        for one in found
    ]
    headings = (
        book.say("Catalogue"),
        book.say("Language"),
        book.say("Texts"),
        book.say("Sound"),
        book.say("Missing"),
        book.say("Out of date"),
        book.say("Failing"),
    )
    call.give(data, Listing(headings, rows))


def _check(call: Call, languages: tuple[str, ...]) -> None:
    from platica.desk import translate_texts

    with call.content_desk() as desk:
        _must_be_spoken(languages, desk.catalogues.languages())
        found = translate_texts.check(desk, languages)
    book = call.book
    data: list[Json] = [
        {
            "domain": one.domain,
            "language": one.language,
            "check": one.finding.check,
            "severity": one.finding.severity,
            "source": one.source,
            "text": one.text,
            "sentence": book.tell(one.finding.phrase),
        }
        for one in found
    ]
    errors = sum(one.finding.severity is Severity.ERROR for one in found)
    words = {Severity.ERROR: book.say("error"), Severity.WARNING: book.say("to look at")}
    lines: list[str] = []
    for one in found:
        found_by = f"[{one.finding.check}, {words[one.finding.severity]}]"
        lines.append(f"{one.domain} {one.language} {found_by} {book.tell(one.finding.phrase)}")
        lines += [f"    {one.source}", f"    {one.text}"]
    total = book.say("{errors} errors, {warnings} to look at", errors=errors, warnings=len(found) - errors)
    call.give(data, *lines, total)
    if errors:
        raise click.exceptions.Exit(1)


def _format(call: Call, languages: tuple[str, ...]) -> None:
    from platica.desk import translate_texts

    with call.content_desk() as desk:
        _must_be_spoken(languages, desk.catalogues.languages())
        changed = [str(path) for path in translate_texts.put_in_order(desk, languages)]
    said = call.book.say_count(
        "{count} catalogue was put in order.", "{count} catalogues were put in order.", len(changed)
    )
    call.give({"changed": list[Json](changed)}, said, *changed)


def _must_be_spoken(languages: tuple[str, ...], spoken: tuple[str, ...]) -> None:
    for one in languages:
        if one not in spoken:
            known = ", ".join(spoken)
            raise WrongUsage(phrase("“{found}” is not spoken here. There are: {known}.", found=one, known=known))
