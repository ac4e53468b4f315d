"""`platica translate extract`, `preview`, `export` and `import`: the texts for people who translate and review."""

from pathlib import Path

import click

from platica.cli.call import Call, Json
from platica.cli.parameters import value, word, words
from platica.cli.spoken_click import command
from platica.cli.workshop_named import language_named
from platica.domain.document import TextState
from platica.domain.ids import CurriculumId
from platica.phrases import Phrasebook, mark

_STATES = {
    TextState.MISSING: mark("not translated"),
    TextState.STALE: mark("out of date"),
    TextState.FAILING: mark("has a mistake"),
}
_TAKEN = "{texts, comments, files: [], warnings: [{domain, language, check, source, text, sentence}]}"


def commands(book: Phrasebook) -> list[click.Command]:
    """The four commands, in the language of a phrasebook."""
    said = book.say("The language, such as es.")
    language = value("--in", book.say("LANGUAGE"), said, into="language", required=True)
    sheet = word("file", book.say("FILE.xlsx"))
    only = value(
        "--only", book.say("CATALOGUE"), book.say("Only the texts of this catalogue; may be said again."), multiple=True
    )
    return [
        command(
            book,
            "extract",
            _extract,
            book.say("Lists the texts of catalogues as they are written, with the numbers reviewers sign them by."),
            words("domains", book.say("CATALOGUE…"), required=True),
            keys="[{domain, number, kind, place, safety, context, source}]",
        ),
        command(
            book,
            "preview",
            _preview,
            book.say("Shows a curriculum, or one session or sheet of it, to be read in a language."),
            word("curriculum", book.say("CURRICULUM")),
            word("part", book.say("[SESSION | SHEET]"), required=False),
            language,
            keys="[{id, texts: [{text, language, state, safety}]}]",
        ),
        command(
            book,
            "export",
            _export,
            book.say("Writes the texts and their translations into a spreadsheet."),
            sheet,
            language,
            only,
            keys="{file, texts}",
        ),
        command(
            book,
            "import",
            _import,
            book.say("Takes the translations of such a spreadsheet in, all of them or, at a mistake, none."),
            sheet,
            keys=_TAKEN,
        ),
    ]


def _extract(call: Call, domains: tuple[str, ...]) -> None:
    from platica.desk import sign_review

    with call.content_desk() as desk:
        found = [(domain, *one) for domain in domains for one in sign_review.numbered(desk, domain)]
    data: list[Json] = [
        {
            "domain": domain,
            "number": number,
            "kind": one.kind,
            "place": one.place,
            "safety": one.safety,
            "context": one.context,
            "source": one.source,
        }
        for domain, number, one in found
    ]
    call.give(data, *(f"{domain} {number}  [{one.kind}] {one.source}" for domain, number, one in found))


def _preview(call: Call, curriculum: str, part: str | None, language: str) -> None:
    from platica.desk import read_aloud

    with call.content_desk() as desk:
        wanted = language_named(language, desk.catalogues.languages())
        parts = read_aloud.read_parts(desk, CurriculumId(curriculum), part, wanted)
    data: list[Json] = [
        {
            "id": one.id,
            "texts": [
                {"text": text.plain, "language": text.language, "state": text.state, "safety": text.safety}
                for text in one.texts
            ],
        }
        for one in parts
    ]
    lines: list[str] = []
    for one in parts:
        lines += ["", f"== {one.id} =="]
        for text in one.texts:
            unsound = f"[{call.book.say(_STATES[text.state])}] " if text.state in _STATES else ""
            lines.append(f"{unsound}{text.plain}")
    call.give(data, *lines[1:])


def _export(call: Call, file: str, language: str, only: tuple[str, ...]) -> None:
    from platica.desk import exchange_texts

    path = Path(file).expanduser().absolute()
    with call.content_desk() as desk:
        wanted = language_named(language, desk.catalogues.languages())
        count = exchange_texts.export(desk, path, wanted, only)
    said = call.book.say_count("{count} text is in {file}.", "{count} texts are in {file}.", count, file=str(path))
    call.give({"file": str(path), "texts": count}, said)


def _import(call: Call, file: str) -> None:
    from platica.desk import exchange_texts

    with call.content_desk() as desk:
        taken = exchange_texts.take_in(desk, Path(file).expanduser().absolute())
    book = call.book
    warnings: list[Json] = [
        {
            "domain": one.domain,
            "language": one.language,
            "check": one.finding.check,
            "source": one.source,
            "text": one.text,
            "sentence": book.tell(one.finding.phrase),
        }
        for one in taken.warnings
    ]
    files = [str(path) for path in taken.files]
    lines = [
        book.say_count("{count} translation was taken in.", "{count} translations were taken in.", taken.texts),
        book.say_count("{count} comment was taken in.", "{count} comments were taken in.", taken.comments),
        *files,
    ]
    for one in taken.warnings:
        lines += [f"[{one.finding.check}] {book.tell(one.finding.phrase)}", f"    {one.source}", f"    {one.text}"]
    call.give(
        {"texts": taken.texts, "comments": taken.comments, "files": list[Json](files), "warnings": warnings}, *lines
    )
