"""What a leader types to mark people: numbers, ranges, “all but”, names, each with a status of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from platica.domain.attendance import Presence, Way
from platica.domain.ids import ParticipantId
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

_WORDS = {
    **dict.fromkeys(("tarde", "late"), "t"),
    **dict.fromkeys(("justificada", "justificado", "excused"), "j"),
    **dict.fromkeys(("ausente", "ausentes", "falto", "absent"), "a"),
    **dict.fromkeys(("en linea", "online"), "o"),
    **dict.fromkeys(("repuso", "make-up", "made up"), "m"),
}
_HERE = (Presence.PRESENT, Way.IN_PERSON)
_PRESENT = ("presente", "presentes", "present")
_STATUS = "|".join((*_WORDS, *_PRESENT, *STATUS_LETTERS))

_ALL = re.compile(r"(?:todas y todos|todos y todas|todos|todas|toda|all|everyone|everybody)(?:\s+(.*))?")
_BUT = re.compile(r"(?:menos|excepto|salvo|but|except)\b(.*)")
_NUMBERS = re.compile(r"\d[\d\s-]*")
_NUMBERED = re.compile(r"(\d+(?:\s*-\s*\d*)?)\s*(en linea|make-up|made up|[^\W\d_]*)[\s,;]*")
_NAMED = re.compile(rf"(.+)\s+({_STATUS})")
_TO = re.compile(r"(\d+)\s+(?:a|al|to)\s+(\d+)")
_AND = re.compile(r"\s+(?:y|e|and)\s+", re.IGNORECASE)

Status = tuple[Presence, Way]


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """People who are marked alike."""

    people: tuple[RosterEntry, ...]
    presence: Presence
    way: Way


@dataclass(frozen=True, slots=True)
class Entry:
    """Whom a typed line marks, and how; nobody is in two groups."""

    groups: tuple[EntryGroup, ...]

    @property
    def people(self) -> tuple[RosterEntry, ...]:
        """Everybody meant, by number."""
        return tuple(sorted((one for group in self.groups for one in group.people), key=lambda one: one.number))


def read_entry(typed: str, roster: Roster) -> Entry:
    """What a typed line means for this roster; present and in person unless a part of it says otherwise.

    A status belongs to the number, range or name before it: `1 2 3t` has one person late. Raises Refused when a part
    cannot be read or fits several people, NotFound when a name fits nobody.
    """
    if (everybody := _everybody(typed, roster)) is not None:
        return everybody
    statuses: dict[ParticipantId, Status] = {}
    for people, status in _parts(typed, roster):
        for one in people:
            if statuses.setdefault(one.participant.id, status) != status:
                raise Refused(phrase("Number {number} is named twice.", number=one.number))
    groups = dict.fromkeys(statuses.values())
    return Entry(
        tuple(
            EntryGroup(tuple(one for one in roster.active if statuses.get(one.participant.id) == status), *status)
            for status in groups
        )
    )


def _everybody(typed: str, roster: Roster) -> Entry | None:
    """What “all”, “all but …” or “all late” means; None when the line does not begin so."""
    found = _ALL.fullmatch(folded(typed))
    if not found:
        return None
    rest = (found[1] or "").strip()
    if but := _BUT.fullmatch(rest):
        kept = {one.participant.id for one in _left_out(but[1].strip(), roster)}
        return Entry((EntryGroup(tuple(one for one in roster.active if one.participant.id not in kept), *_HERE),))
    status = _status_of(rest) if rest else _HERE
    return Entry((EntryGroup(roster.active, *status),)) if status else None


def _left_out(rest: str, roster: Roster) -> Iterator[RosterEntry]:
    """The people after “all but”: numbers and names, between commas or “and”."""
    if not rest:
        raise Refused(phrase("Say who is left out: their number or name."))
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", rest))):
        pieces = [part] if roster.matching(part) else _AND.split(part)
        for piece in pieces:
            yield from roster.chosen(piece) if _NUMBERS.fullmatch(piece) else [_named(piece, roster)]


def _parts(typed: str, roster: Roster) -> Iterator[tuple[tuple[RosterEntry, ...], Status]]:
    line = typed.replace("–", "-")
    whole = not line.strip()[:1].isdigit() and roster.matching(line)
    pieces = [line] if whole else [part for part in re.split(r"[,;]", line) if part.strip()]
    for part in pieces or [line]:
        if part.strip()[:1].isdigit() and not (re.search(r"[^\W\d_]{2}", part) and _exact(part, roster)):
            yield from _numbered(folded(part), roster)
        else:
            yield _named_with_status(part.strip(), roster)


def _numbered(part: str, roster: Roster) -> Iterator[tuple[tuple[RosterEntry, ...], Status]]:
    """`1 2 3t`, `1-3j`, `4 late`, `1 and 2`."""
    if found := _TO.search(part):
        right = f"{found[1]}-{found[2]}"
        raise Refused(
            phrase("“{found}” can be read in two ways. For a range, write {right}.", found=found[0], right=right)
        )
    rest = _AND.sub(" ", part)
    while rest:
        found = _NUMBERED.match(rest)
        if not found:
            raise Refused(phrase("“{part}” is not a number or a range such as 1-9.", part=rest))
        rest = rest[found.end() :]
        status = _status_of(found[2]) if found[2] else _HERE
        if status is None:
            raise Refused(phrase("“{letter}” is not a status. Use t, j, a, o or m after the number.", letter=found[2]))
        yield roster.chosen(found[1]), status


def _named_with_status(part: str, roster: Roster) -> tuple[tuple[RosterEntry, ...], Status]:
    found = _NAMED.fullmatch(folded(part))
    if not found or _exact(part, roster):
        return (_named(part, roster),), _HERE
    name, status = found[1], _status_of(found[2])
    alone, whole = roster.matching(name), roster.matching(part)
    if whole and len(alone) != 1:
        return (_named(part, roster),), _HERE
    if whole:
        raise Refused(
            phrase(
                "“{found}” may be {name}, or a name and a status. Type the number: {number} or {number}{letter}.",
                found=part,
                name=whole[0].participant.name,
                number=whole[0].number,
                letter=found[2][0],
            )
        )
    return (_named(part[: len(name)] if len(folded(part)) == len(part) else name, roster),), status or _HERE


def _status_of(word: str) -> Status | None:
    return _HERE if word in _PRESENT else STATUS_LETTERS.get(_WORDS.get(word, word))


def _exact(typed: str, roster: Roster) -> list[RosterEntry]:
    return [entry for entry in roster.active if folded(entry.participant.name) == folded(typed)]


def _named(typed: str, roster: Roster) -> RosterEntry:
    hits = roster.matching(typed)
    if not hits:
        raise NotFound(phrase("Nobody on this roster is called “{name}”.", name=typed.strip()))
    exact = _exact(typed, roster)
    if len(exact) == 1:
        return exact[0]
    if len(hits) > 1:
        raise Refused(phrase("“{name}” fits {count} people; type the number.", name=typed.strip(), count=len(hits)))
    return hits[0]
