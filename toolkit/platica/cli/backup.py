"""`platica backup`: one file with everything, and putting it back."""

from pathlib import Path
from typing import TYPE_CHECKING

from platica.cli.call import Call, Json
from platica.cli.listing import Listing
from platica.cli.parameters import flag, word
from platica.cli.spoken_click import SpokenGroup, command
from platica.phrases import Phrasebook

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.desk.places import Places
    from platica.desk.restore import Preview, Restored

_COUNTS = "workshops, people, marks"
_PREVIEW = f"file, case, made, computer, {_COUNTS}, records, returning, leaving"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    commands = [
        command(
            book,
            "create",
            _create,
            book.say("Writes everything, encrypted, to one new file, and reads it again. FILE may be a folder."),
            word("file", book.say("FILE")),
            keys=f"{{file, at, bytes, {_COUNTS}, notes: []}}",
        ),
        command(
            book,
            "restore",
            _restore,
            book.say("Tells what putting a backup back would do; with --yes does it."),
            word("file", book.say("FILE")),
            flag("--yes", book.say("Puts it back."), into="sure"),
            keys=f"{{{_PREVIEW}, done, step, repaired: [], notes: []}}",
        ),
        command(
            book,
            "list",
            _list,
            book.say("Lists the backups that were put aside here before risky steps."),
            keys=f"{{last, here: [{{file, at, why, computer, {_COUNTS}}}]}}",
        ),
    ]
    return SpokenGroup("backup", book, commands, help=book.say("Backups, and putting them back."))


def _create(call: Call, file: str) -> None:
    from platica.desk import backup

    with call.desk() as desk:
        made = backup.create(desk, Path(file).expanduser().absolute())
    book = call.book
    notes = [book.tell(note) for note in made.notes]
    said = book.say(
        "Everything is in {file}, {kilobytes} KB, and was read again: {workshops}, {people}, {marks}.",
        file=str(made.file),
        kilobytes=-(-made.size // 1000),
        workshops=book.say_count("{count} workshop", "{count} workshops", made.counts.workshops),
        people=book.say_count("{count} person", "{count} people", made.counts.people),
        marks=book.say_count("{count} mark", "{count} marks", made.counts.marks),
    )
    opens = book.say("It opens with a passphrase or the recovery code. Keep it away from this computer.")
    data: dict[str, Json] = {
        "file": str(made.file),
        "at": made.at.isoformat(timespec="seconds"),
        "bytes": made.size,
        "workshops": made.counts.workshops,
        "people": made.counts.people,
        "marks": made.counts.marks,
        "notes": list(notes),
    }
    call.give(data, said, *notes, opens)


def _restore(call: Call, file: str, sure: bool) -> None:
    from platica.desk import restore

    path = Path(file).expanduser().absolute()
    if restore.opens(call.places):
        with call.desk() as desk:
            _restored(call, desk, path, sure=sure)
    else:
        _restored(call, call.places, path, sure=sure)


def _restored(call: Call, there: "Desk | Places", file: Path, *, sure: bool) -> None:
    from platica.desk import restore
    from platica.desk.tell_restore import done_told, preview_told

    preview = call.secrets.opened(lambda secret: restore.preview(there, file, secret))
    data = _preview_json(preview)
    told = [call.book.tell(sentence) for sentence in preview_told(there, preview, call.language)]
    if not sure:
        call.give(
            data | {"done": False, "step": None, "repaired": [], "notes": []},
            *told,
            call.book.say("Nothing was changed. To do it, write the same line again with --yes."),
        )
        return
    done = call.secrets.opened(lambda secret: restore.restore(there, file, secret))
    notes = [call.book.tell(note) for note in done.notes]
    said = [call.book.tell(sentence) for sentence in done_told(there, done, preview, call.language)]
    call.give(data | _done_json(done, notes), *said, *notes)


def _preview_json(preview: "Preview") -> dict[str, Json]:
    """Names of people stay on the screen; programs are given how many they are."""
    return {
        "file": str(preview.file),
        "case": preview.case.value,
        "made": preview.made.isoformat(timespec="seconds"),
        "computer": preview.computer,
        "workshops": preview.counts.workshops,
        "people": preview.counts.people,
        "marks": preview.counts.marks,
        "records": preview.records,
        "returning": len(preview.returning),
        "leaving": len(preview.leaving),
    }


def _done_json(done: "Restored", notes: list[str]) -> dict[str, Json]:
    return {"done": True, "step": done.commit or None, "repaired": list(done.repaired), "notes": list(notes)}


def _list(call: Call) -> None:
    from platica.desk import backup

    book = call.book
    with call.desk() as desk:
        here, last = backup.known(desk), backup.last(desk)
        formats = desk.formats(call.language)
        state = book.tell(backup.state(desk))
    rows = [
        (
            formats.long_date(one.at.date()) if one.at else "",
            formats.time(one.at.time()) if one.at else "",
            book.tell(one.why),
            str(one.counts.people) if one.counts else "",
            one.file.name,
        )
        for one in here
    ]
    data: list[Json] = [
        {
            "file": str(one.file),
            "at": one.at.isoformat(timespec="seconds") if one.at else None,
            "why": book.tell(one.why),
            "computer": one.computer,
            "workshops": one.counts.workshops if one.counts else None,
            "people": one.counts.people if one.counts else None,
            "marks": one.counts.marks if one.counts else None,
        }
        for one in here
    ]
    headings = (book.say("Put aside"), book.say("Time"), book.say("Why"), book.say("People"), book.say("File"))
    nothing = () if here else (book.say("No backup was put aside here yet."),)
    call.give(
        {"last": last.isoformat(timespec="seconds") if last else None, "here": data},
        state,
        *nothing,
        Listing(headings, rows),
    )
