"""`platica roster`: who is in the group."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from platica.cli import roster_joined
from platica.cli.call import Call, Json, Shown
from platica.cli.kinds import NUMBER
from platica.cli.listing import Listing
from platica.cli.parameters import flag, value, word, words
from platica.cli.records import PERSON, PROBLEM, person_json, problem_json
from platica.cli.spoken_click import SpokenGroup, command
from platica.cli.workshop_named import find, workshop_argument
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.reads_text import read_reads
from platica.domain.roster import RosterEntry
from platica.domain.spoken import STYLES
from platica.phrases import Phrasebook, phrase

if TYPE_CHECKING:
    from platica.desk.desk import Desk
    from platica.domain.workshop import Workshop

_ADDED = f"{{added: [{PERSON}], already: []}}"


def build(book: Phrasebook) -> SpokenGroup:
    """The group, in the language of a phrasebook."""
    reads = value(
        "--reads",
        book.say("LANGUAGE,PRINT"),
        book.say("What they read: a language, and large, pictures or by-ear if need be: es,large."),
    )
    workshop = workshop_argument(book)
    number = word("number", book.say("PERSON-NUMBER"), NUMBER)
    commands = [
        command(
            book,
            "add",
            _add,
            book.say("Adds people to the group; it says so when a name is there already."),
            workshop,
            words("names", book.say("NAME…"), required=True),
            reads,
            keys=_ADDED,
        ),
        command(
            book,
            "list",
            _list,
            book.say("Lists the group by number."),
            workshop,
            flag("--all", book.say("Those who left as well."), into="everyone"),
            keys=f"[{PERSON}]",
        ),
        command(
            book,
            "import",
            _import,
            book.say("Adds everybody in a CSV or text file, or nobody when a line of it is not right."),
            workshop,
            word("file", book.say("FILE")),
            reads,
            keys=f"{_ADDED[:-1]}, problems: [{PROBLEM}]}}",
        ),
        command(
            book,
            "rename",
            _rename,
            book.say("Corrects a name."),
            workshop,
            number,
            word("name", book.say("NAME")),
            keys=PERSON,
        ),
        command(
            book,
            "reads",
            _reads,
            book.say("Says what a person reads: es, or es,large."),
            workshop,
            number,
            word("reads", book.say("LANGUAGE,PRINT")),
            keys=PERSON,
        ),
        command(
            book,
            "remove",
            _remove,
            book.say("Takes a person off the group; the number on paper and the marks stay theirs."),
            workshop,
            number,
            keys=PERSON,
        ),
        command(
            book, "bring-back", _bring_back, book.say("Puts a person who left back."), workshop, number, keys=PERSON
        ),
        *roster_joined.commands(book),
    ]
    return SpokenGroup("roster", book, commands, help=book.say("The group: who is in it and what they read."))


def _add(call: Call, workshop: str, names: tuple[str, ...], reads: str | None) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        one = find(desk, workshop)
        added = keep_roster.add_each(desk, one.id, names, _read(desk, one, reads))
    for name in added.already:
        call.warn(phrase("“{name}” was in the group already; now there are two. Is it the same person?", name=name))
    data: dict[str, Json] = {"added": [person_json(entry) for entry in added.people], "already": list(added.already)}
    call.give(data, *_added_shown(call.book, added.people))


def _list(call: Call, workshop: str, everyone: bool) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        roster = keep_roster.roster(desk, find(desk, workshop).id)
    entries = roster.entries if everyone else roster.active
    shown = _listing(call.book, entries) if entries else call.book.say("Nobody is in this group yet.")
    call.give([person_json(entry) for entry in entries], shown)


def _import(call: Call, workshop: str, file: str, reads: str | None) -> None:
    from platica.desk import import_roster

    with call.desk() as desk:
        one = find(desk, workshop)
        found = import_roster.import_file(desk, one.id, Path(file), _read(desk, one, reads))
    if not found.problems:
        _give_added(call, found.people, found.already, problems=[])
        return
    if call.json:
        problems: list[Json] = [problem_json(problem, call.book) for problem in found.problems]
        _give_added(call, (), (), problems=problems)
    for problem in found.problems:
        call.warn(phrase("{place}: {sentence}", place=problem.place, sentence=problem.phrase))
    call.warn(phrase("Nobody was added. Correct these lines and import the file again."))
    raise click.exceptions.Exit(1)


def _rename(call: Call, workshop: str, number: int, name: str) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        entry = keep_roster.rename(desk, find(desk, workshop).id, number, name)
    said = call.book.say("Number {number} is {name}.", number=number, name=entry.participant.name)
    call.give(person_json(entry), said)


def _reads(call: Call, workshop: str, number: int, reads: str) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        one = find(desk, workshop)
        wanted = _read(desk, one, reads) or Reads(one.languages[0])
        entry = keep_roster.set_reads(desk, one.id, number, wanted)
    call.give(person_json(entry), _listing(call.book, [entry]))


def _remove(call: Call, workshop: str, number: int) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        removed = keep_roster.remove(desk, find(desk, workshop).id, number)
    name = removed.entry.participant.name
    said = (
        call.book.say("{name} was never marked or printed on a sheet: nothing is kept of them here.", name=name)
        if removed.forgotten
        else call.book.say("{name} left the group. “roster bring-back” undoes it.", name=name)
    )
    call.give(person_json(removed.entry), said)


def _bring_back(call: Call, workshop: str, number: int) -> None:
    from platica.desk import keep_roster

    with call.desk() as desk:
        entry = keep_roster.bring_back(desk, find(desk, workshop).id, number)
    call.give(person_json(entry), call.book.say("{name} is in the group again.", name=entry.participant.name))


def _read(desk: "Desk", workshop: "Workshop", reads: str | None) -> Reads | None:
    """Raises Refused with the part that says nothing."""
    if reads is None:
        return None
    known = {*desk.catalogues.languages(), *workshop.languages}
    return read_reads(reads, known, workshop.languages[0])


def _give_added(call: Call, people: tuple[RosterEntry, ...], already: tuple[str, ...], **more: Json) -> None:
    book = call.book
    shown = _added_shown(book, people)
    if already:
        shown.append(book.say("In the group already: {names}", names=", ".join(already)))
    data: dict[str, Json] = {"added": [person_json(entry) for entry in people], "already": list(already), **more}
    call.give(data, *shown)


def _added_shown(book: Phrasebook, people: tuple[RosterEntry, ...]) -> list[Shown]:
    return [
        book.say_count("{count} person was added.", "{count} people were added.", len(people)),
        _listing(book, people),
    ]


def _listing(book: Phrasebook, entries: "tuple[RosterEntry, ...] | list[RosterEntry]") -> Listing:
    rows = []
    counted = Counter(number for entry in entries for number in entry.numbers)
    contested = {number for number, people in counted.items() if people > 1}
    for entry in entries:
        person = entry.participant
        style = "" if person.reads.style is ReadingStyle.NORMAL else book.tell(STYLES[person.reads.style])
        notes = [] if entry.active else [book.say("left")]
        if entry.also:
            notes.append(book.say("also number {numbers}", numbers=", ".join(map(str, entry.also))))
        if not contested.isdisjoint(entry.numbers):
            notes.append(book.say("number of several people"))
        rows.append((str(entry.number), person.name, person.reads.language, style, " · ".join(notes)))
    headings = (book.say("Number"), book.say("Name"), book.say("Reads"), book.say("Kind of print"), book.say("Note"))
    return Listing(headings, rows)
