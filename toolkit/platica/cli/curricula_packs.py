"""`platica curricula pack` and `add`: a curriculum that travels from one site to another."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from platica.cli.call import Call, Json
from platica.cli.parameters import flag, word
from platica.cli.records import PROBLEM, problem_json
from platica.cli.spoken_click import command
from platica.domain.ids import CurriculumId
from platica.phrases import Phrasebook, mark

if TYPE_CHECKING:
    from platica.desk.add_curriculum import Arrival

_PACKED = "{id, version, file, bytes, files, languages: []}"
_ADDED = (
    "{id, version, done, same, here, languages: [], licence, authors: [], reviewers: [], changes: [{what, file}],"
    f" warnings: [{PROBLEM}]}}"
)
_WHAT = {"new": mark("new"), "changed": mark("changed"), "gone": mark("gone")}


def commands(book: Phrasebook) -> list[click.Command]:
    """Both commands, in the language of a phrasebook."""
    return [
        command(
            book,
            "pack",
            _pack,
            book.say("Packs a curriculum with its translations, facts, pictures and reviews into one .zip file."),
            word("curriculum", book.say("CURRICULUM")),
            word("file", book.say("[FILE.zip]"), required=False),
            keys=_PACKED,
        ),
        command(
            book,
            "add",
            _add,
            book.say(
                "Adds a curriculum that was packed elsewhere, after looking it over. One that is here already gives way"
                " only with --yes; without it the changes are shown."
            ),
            word("file", book.say("FILE.zip")),
            flag("--yes", book.say("Replaces the version that is here.")),
            keys=_ADDED,
        ),
    ]


def _pack(call: Call, curriculum: str, file: str | None) -> None:
    from platica.desk import pack_curriculum

    where = Path(file).expanduser().absolute() if file else None
    with call.content_desk() as desk:
        made = pack_curriculum.pack(desk, CurriculumId(curriculum), where)
    data: dict[str, Json] = {
        "id": made.pack.id,
        "version": made.pack.version,
        "file": str(made.file),
        "bytes": made.size,
        "files": len(made.pack.files),
        "languages": list(made.pack.languages),
    }
    said = call.book.say(
        "{curriculum} {version} is in {file}. On another computer: platica curricula add {name}",
        curriculum=made.pack.id,
        version=made.pack.version,
        file=str(made.file),
        name=made.file.name,
    )
    call.give(data, said)


def _add(call: Call, file: str, yes: bool) -> None:
    from platica.desk import add_curriculum

    path = Path(file).expanduser().absolute()
    with call.content_desk() as desk:
        found = add_curriculum.look(desk, path) if not yes else add_curriculum.add(desk, path)
        done = yes and not found.same
        if not yes and found.here is None:
            found, done = add_curriculum.add(desk, path), True
    call.give(_json(call, found, done=done), *_told(call.book, found, done=done))


def _told(book: Phrasebook, found: "Arrival", *, done: bool) -> list[str]:
    pack = found.pack
    named = {"curriculum": pack.id, "version": pack.version}
    if found.same:
        return [book.say("{curriculum} {version} is here already, word for word. Nothing was changed.", **named)]
    lines = [
        book.say(
            "“{title}”, by {authors}, {licence}.",
            title=pack.title,
            authors=", ".join(pack.authors),
            licence=pack.licence,
        )
    ]
    if found.reviewers:
        lines.append(book.say("Signed, as the file says, by: {names}.", names=", ".join(found.reviewers)))
    lines += [f"{book.say(_WHAT[what])}: {path}" for what, path in found.changes]
    lines += [f"{problem.place}: {book.tell(problem.phrase)}" for problem in found.warnings]
    if not done:
        lines.append(
            book.say(
                "{curriculum} {here} is here, and {version} would replace it. Nothing was changed; write the same line"
                " again with --yes to do it.",
                here=found.here or "",
                **named,
            )
        )
    elif found.here is None:
        lines.append(book.say("{curriculum} {version} was added.", **named))
    else:
        lines.append(book.say("{curriculum} {version} took the place of {here}.", here=found.here, **named))
    return lines


def _json(call: Call, found: "Arrival", *, done: bool) -> dict[str, Json]:
    pack = found.pack
    return {
        "id": pack.id,
        "version": pack.version,
        "done": done,
        "same": found.same,
        "here": found.here,
        "languages": list(pack.languages),
        "licence": pack.licence,
        "authors": list(pack.authors),
        "reviewers": list(found.reviewers),
        "changes": [{"what": what, "file": path} for what, path in found.changes],
        "warnings": [problem_json(problem, call.book) for problem in found.warnings],
    }
