"""The people enrolled in a workshop, under numbers that are theirs for good."""

from collections.abc import Iterable
from dataclasses import dataclass

from platica.domain.attendance import numbers_from
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.names import folded
from platica.domain.participant import Participant


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A participant's place in a workshop. Once marked or on paper, the number is never given to anyone else."""

    workshop: WorkshopId
    participant: ParticipantId
    number: int
    active: bool = True
    """False once the person has left; their marks and their number stay."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A person with their number."""

    number: int
    participant: Participant
    active: bool = True


@dataclass(frozen=True, slots=True)
class Roster:
    """Everyone enrolled, in the order of their numbers."""

    workshop: WorkshopId
    entries: tuple[RosterEntry, ...]

    @property
    def active(self) -> tuple[RosterEntry, ...]:
        return tuple(entry for entry in self.entries if entry.active)

    def numbered(self, number: int) -> RosterEntry | None:
        return next((entry for entry in self.entries if entry.number == number), None)

    def chosen(self, numbers: str) -> tuple[RosterEntry, ...]:
        """The active people meant by `1-9,11`. Raises Refused when a part of it means nobody."""
        highest = max((entry.number for entry in self.entries), default=0)
        wanted = set(numbers_from(numbers, [entry.number for entry in self.active], highest))
        return tuple(entry for entry in self.active if entry.number in wanted)

    def matching(self, typed: str) -> tuple[RosterEntry, ...]:
        """Active people whose name holds what was typed, accents and case aside; names that begin so come first."""
        wanted = folded(typed)
        if not wanted:
            return ()
        hits = [entry for entry in self.active if wanted in folded(entry.participant.name)]
        begins = [entry for entry in hits if _begins(folded(entry.participant.name), wanted)]
        return tuple(begins + [entry for entry in hits if entry not in begins])


def next_number(enrolments: Iterable[Enrolment]) -> int:
    """The first number after those of everybody on record in this workshop, whether they are still in it or left."""
    return max((enrolment.number for enrolment in enrolments), default=0) + 1


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or any(word.startswith(wanted) for word in name.split())
