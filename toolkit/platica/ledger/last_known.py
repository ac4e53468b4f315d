"""When each person was last heard of: the last session they were marked at, the last change of what is kept of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from platica.domain.ids import ParticipantId
from platica.ledger.clock import FAR, moment_of
from platica.ledger.fold import Stamps, State
from platica.ledger.joined import KEPT_UNTIL, NOT_SAME, SAME_AS, Joined

_DECIDED = (KEPT_UNTIL, NOT_SAME, SAME_AS)


@dataclass(frozen=True, slots=True)
class LastKnown:
    """The last session somebody was marked at, when their record or place was last changed, and what was decided."""

    marked: date | None
    changed: datetime | None
    kept_until: date | None


def last_known(state: State, joined: Joined, now: int) -> Mapping[ParticipantId, LastKnown]:
    """Of everybody, under those who are kept for them; changes dated more than a day after `now` count for nothing."""
    marked = _last_marks(state, joined)
    changed = _last_changes(state, joined, f"{now + FAR:012x}\uffff")
    kept: dict[str, date] = {}
    for person, row in state.table("participants").items():
        day = _day(row.get(KEPT_UNTIL))
        one = joined.one(person)
        if day is not None:
            kept[one] = max(day, kept.get(one, day))
    return {
        ParticipantId(person): LastKnown(marked.get(person), changed.get(person), kept.get(person))
        for person in state.table("participants")
        if person not in joined.kept
    }


def _last_marks(state: State, joined: Joined) -> dict[str, date]:
    days = {key: day for key, row in state.table("meetings").items() if (day := _day(row.get("on"))) is not None}
    found: dict[str, date] = {}
    for key in state.table("marks"):
        meeting, _, person = key.partition(":")
        day = days.get(meeting)
        if day is not None and (person not in found or found[person] < day):
            found[person] = day
    for person in joined.kept:
        if person in found:
            one = joined.one(person)
            found[one] = max(found[person], found.get(one, found[person]))
    return found


def _last_changes(state: State, joined: Joined, limit: str) -> dict[str, datetime]:
    found: dict[str, str] = {}
    for table in ("participants", "enrolments"):
        shown = state.table(table)
        for key, stamps in state.stamps.get(table, {}).items():
            person = joined.one(key.rpartition(":")[2])
            newest = max((stamp for stamp in _each(stamps) if stamp <= limit), default="")
            if key in shown and newest > found.get(person, ""):
                found[person] = newest
    return {person: moment_of(stamp) for person, stamp in found.items()}


def _each(stamps: Stamps) -> Iterable[str]:
    """The stamps of a record but for what was only decided about it."""
    if isinstance(stamps, str):
        return (stamps,)
    return (stamp for field, stamp in stamps.items() if not field.startswith(_DECIDED))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
