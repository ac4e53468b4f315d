"""`platica export`: files for other programs."""

from pathlib import Path

from platica.cli.call import Call
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
        keys="{file, rows, names}",
    )
    return SpokenGroup("export", book, [attendance], help=book.say("Files for spreadsheets."))


def _attendance(call: Call, workshop: str, file: str, names: bool) -> None:
    from platica.desk import export_attendance

    path = Path(file)
    with call.desk() as desk:
        rows = export_attendance.write(desk, find(desk, workshop).id, path, names, call.language)
    said = call.book.say_count("{count} row is in {file}.", "{count} rows are in {file}.", rows, file=str(path))
    call.give({"file": str(path.resolve()), "rows": rows, "names": names}, said)
