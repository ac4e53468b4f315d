"""What was taken back, and what stands instead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from platica.domain.attendance import Mark
from platica.domain.roster import RosterEntry
from platica.domain.spoken import mark_said
from platica.domain.workshop import Meeting
from platica.phrases import Phrase, phrase, phrases

_MOST_NAMES = 4
"""How many people are called by name in one sentence; of more the numbers are enough."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A person's mark at a meeting, before and after the undoing; None where nothing is marked."""

    entry: RosterEntry
    meeting: Meeting
    was: Mark | None
    now: Mark | None


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, in a sentence, and when that was saved, in local time."""

    sentence: Phrase
    at: datetime
    people: tuple[TakenBack, ...] = ()
    """Whose marks, by number."""
    workshop_gone: bool = False
    """Whether it was the making of the workshop."""


def marks_taken_back(people: Sequence[TakenBack]) -> Phrase:
    """The sentence for marks that were taken back, with names where there are few."""
    if len(people) == 1:
        return _one(people[0])
    named = len(people) <= _MOST_NAMES
    who = [f"{one.entry.number} {one.entry.participant.name}" if named else str(one.entry.number) for one in people]
    return phrases(
        "Taken back: the mark of {count} person: {people}.",
        "Taken back: the marks of {count} people: {people}.",
        len(who),
        people=", ".join(who),
    )


def _one(taken: TakenBack) -> Phrase:
    name = taken.entry.participant.name
    if taken.was is None:
        return phrase("Taken back: {name} is marked as before.", name=name)
    was = mark_said(taken.was)
    if taken.now is None:
        return phrase("Taken back: {name} is no longer marked “{was}”.", name=name, was=was)
    now = mark_said(taken.now)
    return phrase("Taken back: {name} is marked “{now}” again, no longer “{was}”.", name=name, now=now, was=was)
