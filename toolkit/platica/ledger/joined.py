"""People who were recorded twice and joined by a person, of whom the records tell as of one.

The record of a duplicate names in `same_as` the one that is kept. Chains lead to their end; of people who were joined
in opposite directions at once, the one whose id comes first is kept. A name that leads to no record counts for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from platica.domain.attendance import Mark, Presence, Way
from platica.domain.ids import MeetingId, ParticipantId
from platica.domain.measure import Measure
from platica.domain.roster import Enrolment
from platica.ledger.change import Row
from platica.ledger.fold import State

SAME_AS = "same_as"
NOT_SAME = "not_same:"
"""The beginning of the name of a field that says of whom else somebody is not a duplicate; its value is true."""
KEPT_UNTIL = "kept_until"
"""The day until which somebody said that the records of a person are needed still."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Who is kept for whom."""

    kept: Mapping[str, str] = field(default_factory=dict)
    """For every duplicate the person who is kept."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For everybody who is kept their duplicates, by id."""

    def one(self, person: str) -> ParticipantId:
        """Who is kept for somebody: themselves, unless they are a duplicate."""
        return ParticipantId(self.kept.get(person, person))

    def all_of(self, person: str) -> tuple[str, ...]:
        """The person who is kept, and then their duplicates."""
        one = self.one(person)
        return (one, *self.others.get(one, ()))


_NOBODY = Joined()


class JoinedPeople:
    """Who is joined in the state of now, looked for again only when it changed."""

    def __init__(self) -> None:
        self._version = -1
        self._joined = _NOBODY

    def of(self, state: State) -> Joined:
        """Who is kept for whom."""
        if state.version != self._version:
            self._version, self._joined = state.version, joined_in(state)
        return self._joined


def joined_in(state: State) -> Joined:
    """Who is kept for whom; looks at nobody who was not joined."""
    pointing = {
        key: name
        for name in state.groups("participants")
        if state.row("participants", name) is not None
        for key, _ in state.group("participants", name)
        if key != name
    }
    if not pointing:
        return _NOBODY
    kept = {person: end for person in pointing if (end := end_of(person, pointing)) != person}
    others: dict[str, list[str]] = {}
    for person in sorted(kept):
        others.setdefault(kept[person], []).append(person)
    return Joined(kept, {person: tuple(duplicates) for person, duplicates in others.items()})


def end_of(person: str, pointing: Mapping[str, str]) -> str:
    """Where a chain of names leads; of a ring the name that comes first."""
    passed: dict[str, None] = {}
    while person in pointing and person not in passed:
        passed[person] = None
        person = pointing[person]
    if person not in passed:
        return person
    way = list(passed)
    return min(way[way.index(person) :])


def enrolments_of_one(enrolments: Iterable[Enrolment], joined: Joined) -> tuple[Enrolment, ...]:
    """One place for each person: their own before those of duplicates, whose numbers go on meaning them."""
    if not joined.kept:
        return tuple(enrolments)
    places: dict[str, list[Enrolment]] = {}
    for one in enrolments:
        places.setdefault(joined.one(one.participant), []).append(one)
    return tuple(_one_place(ParticipantId(person), held) for person, held in places.items())


def marks_of_one(marks: Iterable[Mark], joined: Joined) -> tuple[Mark, ...]:
    """One mark for each person and meeting: their own before those of duplicates."""
    if not joined.kept:
        return tuple(marks)
    shown: dict[tuple[str, str], Mark] = {}
    for one in marks:
        spot = one.meeting, joined.one(one.participant)
        held = shown.get(spot)
        if held is None or _order(one, joined) < _order(held, joined):
            shown[spot] = one
    return tuple(replace(mark, participant=joined.one(mark.participant)) for mark in shown.values())


def measures_of_one(measures: Iterable[Measure], joined: Joined) -> tuple[Measure, ...]:
    """One answer for each person and meeting: their own before those of duplicates."""
    own_first = sorted(measures, key=lambda one: (one.participant in joined.kept, one.participant))
    shown: dict[tuple[str, str], Measure] = {}
    for one in own_first:
        shown.setdefault((one.meeting, joined.one(one.participant)), one)
    return tuple(replace(one, participant=joined.one(one.participant)) for one in shown.values())


def marked_twice(state: State, joined: Joined) -> Iterator[tuple[Mark, ...]]:
    """The different marks of one person at one meeting, the one shown first.

    Looks at nobody who was not joined, and only at the meetings of groups they are in.
    """
    for one, duplicates in joined.others.items():
        for meeting in _meetings_of(state, (one, *duplicates)):
            marks = {
                (row["presence"], row["way"]): None
                for person in (one, *duplicates)
                if (row := state.row("marks", f"{meeting}:{person}")) is not None
            }
            if len(marks) > 1:
                yield tuple(
                    Mark(MeetingId(meeting), ParticipantId(one), Presence(presence), Way(way))
                    for presence, way in marks
                )


def _meetings_of(state: State, people: tuple[str, ...]) -> Iterator[str]:
    for workshop in state.table("workshops"):
        if any(state.row("enrolments", f"{workshop}:{person}") is not None for person in people):
            yield from (meeting for meeting, _ in state.group("meetings", workshop))


def hidden_marks(state: State, keys: Iterable[str]) -> frozenset[str]:
    """Those of these marks that are not shown, since another of the same person is shown in their place."""
    joined = joined_in(state)
    shown: dict[tuple[str, str], str] = {}
    hidden = set()
    for key in sorted(keys, key=lambda key: (key.rpartition(":")[2] in joined.kept, key)):
        meeting, _, person = key.partition(":")
        if state.row("marks", key) is not None and shown.setdefault((meeting, joined.one(person)), key) != key:
            hidden.add(key)
    return frozenset(hidden)


def records_for(state: State, record: Enrolment | Mark, joined: Joined) -> Iterator[Enrolment | Mark]:
    """The records to be written for one of somebody who is joined: theirs, and those of duplicates that are there."""
    one, *duplicates = joined.all_of(record.participant)
    if isinstance(record, Mark):
        yield replace(record, participant=ParticipantId(one))
        held = [person for person in duplicates if state.row("marks", f"{record.meeting}:{person}") is not None]
        yield from (replace(record, participant=ParticipantId(person)) for person in held)
        return
    places = {person: row for person in (one, *duplicates) if (row := _place_row(state, record, person)) is not None}
    if not places:
        yield replace(record, participant=ParticipantId(one))
        return
    held_places = [
        Enrolment(record.workshop, ParticipantId(person), row["number"], row["active"])
        for person, row in places.items()
    ]
    shown = _one_place(ParticipantId(one), held_places)
    new = shown.number if record.number in shown.also else record.number
    for place in held_places:
        number = new if place.number == shown.number else place.number
        yield replace(place, number=number, active=record.active)


def _place_row(state: State, record: Enrolment, person: str) -> Row | None:
    return state.row("enrolments", f"{record.workshop}:{person}")


def _one_place(person: ParticipantId, held: list[Enrolment]) -> Enrolment:
    first = min(held, key=lambda one: (one.participant != person, not one.active, one.number, one.participant))
    numbers = sorted({one.number for one in held} - {first.number})
    return replace(first, participant=person, active=any(one.active for one in held), also=tuple(numbers))


def _order(mark: Mark, joined: Joined) -> tuple[bool, str]:
    return mark.participant in joined.kept, mark.participant
