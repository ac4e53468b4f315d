"""The people enrolled in a workshop, under numbers that are theirs for good."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from platica.domain.attendance import numbers_from
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.names import folded
from platica.domain.participant import Participant
from platica.errors import Refused
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A participant's place in a workshop. Once marked or on paper, the number is never given to anyone else."""

    workshop: WorkshopId
    participant: ParticipantId
    number: int
    active: bool = True
    """False once the person has left; their marks and their number stay."""
    also: tuple[int, ...] = ()
    """Other numbers that mean them, since they were on record twice; paper with these numbers is about."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """A person with their number."""

    number: int
    participant: Participant
    active: bool = True
    also: tuple[int, ...] = ()
    """Other numbers that mean them, since they were on record twice."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number that means this person."""
        return (self.number, *self.also)


@dataclass(frozen=True, slots=True)
class Roster:
    """Everyone enrolled, in the order of their numbers."""

    workshop: WorkshopId
    entries: tuple[RosterEntry, ...]

    @property
    def active(self) -> tuple[RosterEntry, ...]:
        return tuple(entry for entry in self.entries if entry.active)

    def holders(self, number: int) -> tuple[RosterEntry, ...]:
        """Everybody who has a number; several when two computers gave it apart."""
        return tuple(entry for entry in self.entries if number in entry.numbers)

    @property
    def contested(self) -> tuple[int, ...]:
        """The numbers that several people have."""
        counted = Counter(number for entry in self.entries for number in entry.numbers)
        return tuple(sorted(number for number, people in counted.items() if people > 1))

    def numbered(self, number: int) -> RosterEntry | None:
        """The person with a number. Raises Refused when several people have it."""
        held = self.holders(number)
        if len(held) > 1:
            raise _contested(number, held)
        return held[0] if held else None

    def chosen(self, numbers: str) -> tuple[RosterEntry, ...]:
        """The active people meant by `1-9,11`. Raises Refused when a part of it means nobody, or two people."""
        highest = max((number for entry in self.entries for number in entry.numbers), default=0)
        wanted = set(numbers_from(numbers, [number for entry in self.active for number in entry.numbers], highest))
        for number in self.contested:
            if number in wanted:
                raise _contested(number, self.holders(number))
        return tuple(entry for entry in self.active if not wanted.isdisjoint(entry.numbers))

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
    return max((number for enrolment in enrolments for number in (enrolment.number, *enrolment.also)), default=0) + 1


def _contested(number: int, held: Iterable[RosterEntry]) -> Refused:
    return Refused(
        phrase(
            "Several people have number {number}: {people}. Choose them by name, or settle whose number it is.",
            number=number,
            people=", ".join(entry.participant.name for entry in held),
        )
    )


def _begins(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or any(word.startswith(wanted) for word in name.split())
