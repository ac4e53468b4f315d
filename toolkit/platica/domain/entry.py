"""What a leader types to mark people: numbers, ranges, “all but”, a status letter, or a name."""

import re
from dataclasses import dataclass

from platica.domain.attendance import Presence, Way, numbers_from
from platica.domain.names import folded
from platica.domain.roster import Roster, RosterEntry
from platica.errors import NotFound, Refused
from platica.phrases import phrase

STATUS_LETTERS = {
    "t": (Presence.LATE, Way.IN_PERSON),
    "j": (Presence.EXCUSED, Way.IN_PERSON),
    "a": (Presence.ABSENT, Way.IN_PERSON),
    "o": (Presence.PRESENT, Way.ONLINE),
    "m": (Presence.PRESENT, Way.MAKE_UP),
}
"""The letter after a number; the same in every language, as keys are."""

_ALL_BUT = re.compile(r"(?:all but|all except|todas menos|todos menos|todas y todos menos|toda menos)\b(.*)")
_NUMBERS = re.compile(r"([\d\s,;-]*\d)\s*([a-z]?)")


@dataclass(frozen=True, slots=True)
class Entry:
    """Whom a typed line marks, and how."""

    people: tuple[RosterEntry, ...]
    presence: Presence
    way: Way


def read_entry(typed: str, roster: Roster) -> Entry:
    """What a typed line means for this roster; present and in person unless it says otherwise.

    Raises Refused when it cannot be read or a name fits several people, NotFound when a name fits nobody.
    """
    line = folded(typed)
    if found := _ALL_BUT.fullmatch(line):
        kept = set(numbers_from(found[1], [entry.number for entry in roster.active]))
        people = tuple(entry for entry in roster.active if entry.number not in kept)
        return Entry(people, Presence.PRESENT, Way.IN_PERSON)
    if found := _NUMBERS.fullmatch(line):
        presence, way = _status(found[2])
        return Entry(_numbered(found[1], roster), presence, way)
    return Entry((_named(typed, roster),), Presence.PRESENT, Way.IN_PERSON)


def _status(letter: str) -> tuple[Presence, Way]:
    if not letter:
        return Presence.PRESENT, Way.IN_PERSON
    if letter not in STATUS_LETTERS:
        raise Refused(phrase("“{letter}” is not a status. Use t, j, a, o or m after the number.", letter=letter))
    return STATUS_LETTERS[letter]


def _numbered(numbers: str, roster: Roster) -> tuple[RosterEntry, ...]:
    wanted = numbers_from(numbers, [entry.number for entry in roster.active])
    return tuple(entry for entry in roster.active if entry.number in wanted)


def _named(typed: str, roster: Roster) -> RosterEntry:
    hits = roster.matching(typed)
    if not hits:
        raise NotFound(phrase("Nobody on this roster is called “{name}”.", name=typed.strip()))
    exact = [entry for entry in hits if folded(entry.participant.name) == folded(typed)]
    if len(exact) == 1:
        return exact[0]
    if len(hits) > 1:
        raise Refused(phrase("“{name}” fits {count} people; type the number.", name=typed.strip(), count=len(hits)))
    return hits[0]
