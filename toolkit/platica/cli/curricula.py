"""`platica curricula`: looking through the content, checking it, beginning a new folder of it, carrying it on."""

import click

from platica.cli.call import Call, Json
from platica.cli.curricula_packs import commands as packs
from platica.cli.curriculum_shown import SHOWN, give_curriculum
from platica.cli.listing import Listing
from platica.cli.parameters import value, word, words
from platica.cli.records import PROBLEM, problem_json
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import language_named
from platica.domain.ids import CurriculumId
from platica.domain.problem import Severity
from platica.phrases import Phrasebook

_LINE = "[{id, version, title, kind, source_language, sessions, minutes, languages: []}]"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    language = value("--in", book.say("LANGUAGE"), book.say("The language to read it in, such as es."), into="language")
    one = word("curriculum", book.say("CURRICULUM"))
    some = words("curricula", book.say("[CURRICULUM…]"))
    title = value("--title", book.say("TITLE"), book.say("Its title; without one, made from its id."))
    commands = [
        command(
            book, "list", _list, book.say("Lists the curricula and the languages they can be read in."), keys=_LINE
        ),
        command(
            book,
            "show",
            _show,
            book.say("Shows a curriculum: its sessions, activities and sheets."),
            one,
            language,
            keys=SHOWN,
        ),
        command(
            book,
            "check",
            _check,
            book.say("Checks curricula, all when none is named; ends with 1 when something must be put right."),
            some,
            keys=f"[{{id, problems: [{PROBLEM}]}}]",
        ),
        command(
            book,
            "new",
            _new,
            book.say("Begins a curriculum: a folder with one session and one sheet to write on from."),
            one,
            title,
            keys="{id, folder}",
        ),
        *packs(book),
    ]
    return SpokenGroup("curricula", book, commands, help=book.say("The health content: reading, checking, beginning."))


def _list(call: Call) -> None:
    from platica.desk import browse_curricula

    with call.content_desk() as desk:
        found = browse_curricula.list_curricula(desk, call.language)
        broken = browse_curricula.unreadable(desk)
    data: list[Json] = []
    rows: list[tuple[str, ...]] = []
    for line in found:
        one, title = line.curriculum, line.text.title.plain
        minutes = sum(session.minutes for session in one.sessions)
        languages = (one.source_language, *(tag for tag, coverage in line.coverage if coverage.complete))
        data.append(
            {
                "id": one.id,
                "version": one.version,
                "title": title,
                "kind": one.kind,
                "source_language": one.source_language,
                "sessions": len(one.sessions),
                "minutes": minutes,
                "languages": list(languages),
            }
        )
        rows.append((one.id, title, str(len(one.sessions)), str(minutes), ", ".join(languages)))
    book = call.book
    headings = (book.say("Id"), book.say("Title"), book.say("Sessions"), book.say("Minutes"), book.say("Languages"))
    call.give(data, Listing(headings, rows) if rows else book.say("There are no curricula here."))
    for reason in broken:
        call.warn(reason)


def _show(call: Call, curriculum: str, language: str | None) -> None:
    from platica.desk import browse_curricula

    with call.content_desk() as desk:
        wanted = language_named(language, desk.catalogues.languages()) if language else call.language
        line = browse_curricula.show(desk, CurriculumId(curriculum), wanted)
    give_curriculum(call, line)


def _check(call: Call, curricula: tuple[str, ...]) -> None:
    from platica.desk import browse_curricula

    with call.content_desk() as desk:
        found = browse_curricula.check(desk, [CurriculumId(one) for one in curricula])
    book = call.book
    data: list[Json] = [
        {"id": one, "problems": [problem_json(problem, book) for problem in problems]} for one, problems in found
    ]
    lines: list[str] = []
    for one, problems in found:
        lines += [f"{problem.place}: {book.tell(problem.phrase)}" for problem in problems]
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        lines.append(
            book.say(
                "{curriculum}: {errors} to put right, {warnings} to look at",
                curriculum=one,
                errors=errors,
                warnings=len(problems) - errors,
            )
        )
    call.give(data, *lines)
    if any(problem.severity is Severity.ERROR for _, problems in found for problem in problems):
        raise click.exceptions.Exit(1)


def _new(call: Call, curriculum: str, title: str | None) -> None:
    from platica.desk import start_curriculum

    with call.content_desk() as desk:
        folder = start_curriculum.start(desk, CurriculumId(curriculum), title)
    call.give(
        {"id": curriculum, "folder": str(folder)},
        call.book.say(
            "The new curriculum is in {folder}. “platica curricula check {curriculum}” reads it over.",
            folder=str(folder),
            curriculum=curriculum,
        ),
    )
