"""Joining two people who are one, taking them apart again, and remembering that they are not."""

from collections.abc import Iterator, Mapping

from platica.errors import NotFound, Refused
from platica.ledger.change import Row
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.joined import NOT_SAME, SAME_AS, Joined, end_of
from platica.phrases import phrase

_FILLED = ("contact", "consent")
"""What the one who is kept takes over where they have nothing."""


def edits_to_join(state: State, joined: Joined, kept: str, other: str) -> list[Edit]:
    """What makes two people one, of whom `kept` is shown. Raises NotFound, or Refused when they are one already."""
    one, duplicate = joined.one(kept), joined.one(other)
    row, duplicate_row = _row(state, one), _row(state, duplicate)
    if one == duplicate:
        raise Refused(phrase("{name} is one person already.", name=row.get("name", one)))
    filled = {name: duplicate_row[name] for name in _FILLED if not row.get(name) and duplicate_row.get(name)}
    return [
        Edit("participants", duplicate, {**duplicate_row, SAME_AS: one}),
        *([Edit("participants", one, {**row, **filled})] if filled else []),
    ]


def edits_to_separate(state: State, joined: Joined, duplicate: str) -> list[Edit]:
    """What makes somebody a person of their own again, and remembers it. Raises Refused when nobody joined them."""
    one = joined.one(duplicate)
    if one == duplicate:
        raise Refused(phrase("{name} was not joined with anybody.", name=_row(state, duplicate).get("name", duplicate)))
    pointing = {
        person: str(row[SAME_AS])
        for person in joined.all_of(one)
        if (row := _row(state, person)).get(SAME_AS) is not None
    }
    pointing.pop(duplicate, None)
    loose = [duplicate]
    if end_of(one, pointing) == duplicate:  # they were joined in a ring
        loose.append(one)
    rows = {person: dict(_row(state, person)) for person in (one, duplicate)}
    for person in loose:
        rows[person].pop(SAME_AS, None)
    _tell_apart(rows, one, duplicate)
    return [Edit("participants", person, row) for person, row in rows.items()]


def edits_to_tell_apart(state: State, one: str, other: str) -> list[Edit]:
    """What remembers that two people are not one. Raises NotFound."""
    rows = {person: dict(_row(state, person)) for person in (one, other)}
    _tell_apart(rows, one, other)
    return [Edit("participants", person, row) for person, row in rows.items()]


def edit_to_stand_alone(state: State, person: str) -> Edit:
    """What takes away that somebody is another, who is not there any more. Raises NotFound."""
    return Edit("participants", person, {name: value for name, value in _row(state, person).items() if name != SAME_AS})


def told_apart(people: Mapping[str, Row]) -> Iterator[frozenset[str]]:
    """The pairs of people of whom somebody said that they are two."""
    for person, row in people.items():
        for name in row:
            if name.startswith(NOT_SAME):
                yield frozenset((person, name.removeprefix(NOT_SAME)))


def _tell_apart(rows: dict[str, Row], one: str, other: str) -> None:
    first, second = sorted((one, other))
    rows[first][NOT_SAME + second] = True


def _row(state: State, person: str) -> Row:
    row = state.row("participants", person)
    if row is None:
        raise NotFound(phrase("There is no participant {id}.", id=person))
    return row
