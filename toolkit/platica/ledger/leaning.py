"""What rests on records, as marks do on a meeting: undoing must leave nothing in the air."""

from collections.abc import Iterable, Sequence

from platica.errors import Refused
from platica.ledger.change import Row
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.tables import PERSONAL
from platica.phrases import phrase

_OF_MEETINGS = ("marks", "measures", "sheets", "notes")
_OF_WORKSHOPS = ("meetings", "enrolments", "questions")


def refuse_if_leaned_on(state: State, edits: Sequence[Edit]) -> None:
    """Raises Refused when something rests on a record that these edits remove, or has taken its number since."""
    gone = {(edit.table, edit.key) for edit in edits if edit.row is None}
    if any(spot not in gone for edit in edits if edit.row is None for spot in _resting_on(state, edit.table, edit.key)):
        raise Refused(
            phrase("This cannot be undone any more, because people, marks or printed sheets rest on it by now.")
        )
    for edit in edits:
        if edit.table == "enrolments" and edit.row is not None and state.row(edit.table, edit.key) is None:
            _refuse_if_taken(state, edit.key, edit.row)


def _resting_on(state: State, table: str, key: str) -> Iterable[tuple[str, str]]:
    """The records that make no sense without this one."""
    if table == "workshops":
        return _grouped(state, _OF_WORKSHOPS, key)
    if table == "meetings":
        return _grouped(state, _OF_MEETINGS, key)
    if table == "participants":
        return (
            *((name, one) for name in PERSONAL - {table} for one in state.table(name) if one.rpartition(":")[2] == key),
            *(("sheets", code) for code, row in state.table("sheets").items() if key in row.get("people", ())),
        )
    if table == "enrolments":
        workshop, _, person = key.partition(":")
        return _of_person(state, workshop, person)
    return ()


def _grouped(state: State, tables: Iterable[str], name: str) -> list[tuple[str, str]]:
    return [(table, key) for table in tables for key, _ in state.group(table, name)]


def _of_person(state: State, workshop: str, person: str) -> list[tuple[str, str]]:
    """The marks of a person at the meetings of a workshop, and the sheets printed for it that name them."""
    meetings = [key for key, _ in state.group("meetings", workshop)]
    found = [
        (table, f"{meeting}:{person}")
        for meeting in meetings
        for table in ("marks", "measures")
        if state.row(table, f"{meeting}:{person}") is not None
    ]
    for meeting in meetings:
        found += [("sheets", code) for code, row in state.group("sheets", meeting) if person in row.get("people", ())]
    return found


def _refuse_if_taken(state: State, key: str, row: Row) -> None:
    for other, there in state.group("enrolments", key.partition(":")[0]):
        if other != key and there.get("number") == row.get("number"):
            person = state.row("participants", other.partition(":")[2]) or {}
            raise Refused(
                phrase("Number {number} is {name}’s by now.", number=row["number"], name=person.get("name", ""))
            )
