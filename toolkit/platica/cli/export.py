"""`platica export`: numbers, and files for other programs."""

from pathlib import Path

from platica.cli import export_summary
from platica.cli.call import Call, Json
from platica.cli.parameters import flag, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import find, workshop_argument
from platica.phrases import Phrasebook


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    attendance = command(
        book,
        "attendance",
        _attendance,
        book.say("Writes the attendance of a workshop to a .csv or .xlsx file, without names unless asked for."),
        workshop_argument(book),
        word("file", book.say("FILE")),
        flag("--names", book.say("With people's names, for those who may see them.")),
        keys="{file, rows, names, replaced}",
    )
    return SpokenGroup(
        "export", book, [attendance, export_summary.build(book)], help=book.say("Numbers, and files for spreadsheets.")
    )


def _attendance(call: Call, workshop: str, file: str, names: bool) -> None:
    from platica.desk import export_attendance

    path = Path(file)
    with call.desk() as desk:
        written = export_attendance.write(desk, find(desk, workshop).id, path, names, call.language)
    said = call.book.say_count("{count} row is in {file}.", "{count} rows are in {file}.", written.rows, file=str(path))
    shown = [said, call.book.say("It replaced the file that was there.")] if written.replaced else [said]
    data: dict[str, Json] = {
        "file": str(path.resolve()),
        "rows": written.rows,
        "names": names,
        "replaced": written.replaced,
    }
    call.give(data, *shown)
