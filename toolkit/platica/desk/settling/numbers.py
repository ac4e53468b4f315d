"""Several people with one number in a workshop: who keeps it, while the others get the next ones that are free."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.settling.printed import on_paper
from platica.desk.tell.words import Words
from platica.domain.ids import ParticipantId
from platica.domain.likeness import alike, written_as
from platica.domain.matter import MatterKind
from platica.domain.roster import RosterEntry, next_number
from platica.domain.workshop import Workshop
from platica.phrases import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Contested:
    """A number and everybody who has it."""

    workshop: Workshop
    number: int
    people: tuple[RosterEntry, ...]


def found(desk: Desk) -> tuple[Contested, ...]:
    """Every number that several people have, workshop by workshop."""
    return tuple(
        Contested(workshop, number, roster.holders(number))
        for workshop in desk.records.workshops()
        if (roster := desk.records.roster(workshop.id)).contested
        for number in roster.contested
    )


def matter_of(desk: Desk, contested: Contested, _: Words) -> OpenMatter:
    """Whoever is on paper with the number keeps it rather than somebody who is not."""
    workshop, number = contested.workshop, contested.number
    printed = on_paper(desk, workshop.id)
    papered = [one for one in contested.people if printed & set(_all_of(desk, one))]
    names = ", ".join(_names(contested))
    sentence = phrase(
        "Number {number} of {workshop} is of several people: {names}.",
        number=number,
        workshop=workshop.name,
        names=names,
    )
    ways = [
        _way(desk, contested, one, advised=papered == [one], papered=[other for other in papered if other != one])
        for one in contested.people
    ]
    details = [
        phrase("{name} is on a sign-in sheet that was printed.", name=one.participant.name) for one in papered
    ] or [phrase("Nobody of them is on a sign-in sheet that was printed.")]
    if any(alike(written_as(one), written_as(other)) for one, other in combinations(_names(contested), 2)):
        details.append(phrase("If they are the same person, join them instead: then nobody needs another number."))
    about = f"{workshop.id} {number} {' '.join(one.participant.id for one in contested.people)}"
    return open_matter(MatterKind.NUMBER, about, sentence, ways, details)


def _way(desk: Desk, contested: Contested, keeps: RosterEntry, *, advised: bool, papered: list[RosterEntry]) -> Way:
    """One keeps the number; another whose own number it is not any more keeps that one, the rest get new ones."""
    free = next_number(desk.records.enrolments(contested.workshop.id))
    numbers: dict[ParticipantId, int] = {}
    said: Phrase | None = None
    for one in contested.people:
        if one != keeps:
            number = free if one.number == contested.number else one.number
            free += number == free
            numbers[one.participant.id] = number
            part = phrase("{name} gets {number}", name=one.participant.name, number=number)
            said = part if said is None else Phrase("{first}, {then}", {"first": said, "then": part})
    act = partial(desk.records.settling.renumber, contested.workshop.id, contested.number, numbers)
    stays = phrase(
        "{name} keeps number {number}; {others}.", name=keeps.participant.name, number=contested.number, others=said
    )
    return Way(stays, act, _corrected(stays, papered), advised)


def _corrected(done: Phrase, papered: list[RosterEntry]) -> Phrase:
    """What was settled; where a changed number is on paper, that the paper must be corrected."""
    if not papered:
        return done
    names = ", ".join(one.participant.name for one in papered)
    paper = phrase("Correct the number of {names} on the sheets that were printed.", names=names)
    return Phrase("{done} {paper}", {"done": done, "paper": paper})


def _names(contested: Contested) -> list[str]:
    return [one.participant.name for one in contested.people]


def _all_of(desk: Desk, entry: RosterEntry) -> tuple[str, ...]:
    return desk.records.joined().all_of(entry.participant.id)


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one, words) for one in found(desk))
