"""People who may be one, as their names are alike; only a person says whether they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.settling.printed import on_paper
from platica.desk.tell.words import Words
from platica.domain.ids import ParticipantId, WorkshopId
from platica.domain.likeness import written_as
from platica.domain.matter import MatterKind
from platica.domain.names import folded
from platica.domain.participant import Participant
from platica.domain.roster import Enrolment
from platica.phrases import Phrase, phrase, phrases

_AT_ONCE = 10
"""How many pairs are asked about at once."""
_LEAST_DIGITS = 7
"""Digits of a contact from which on it is a telephone that tells people apart."""


@dataclass(frozen=True, slots=True)
class Suspected:
    """Two people who may be one, and how much speaks for it."""

    one: Participant
    other: Participant
    same_contact: bool
    same_name: bool
    same_sound: bool

    @property
    def order(self) -> tuple[bool, bool, bool, str, str, str]:
        """The most likely first, then by name."""
        unlike = not self.same_contact, not self.same_name, not self.same_sound
        return *unlike, folded(self.one.name), self.one.id, self.other.id


def found(desk: Desk) -> tuple[Suspected, ...]:
    """The pairs that are asked about now: the likeliest of all."""
    return suspected(desk)[:_AT_ONCE]


def suspected(desk: Desk, workshop: WorkshopId | None = None) -> tuple[Suspected, ...]:
    """Pairs of whom nobody said that they are two; of one workshop those of whom at least one is in it."""
    people = desk.records.participants()
    pairs = desk.lookalikes.among(people)
    if not pairs:
        return ()
    apart = desk.records.settling.told_apart()
    places = places_of(desk)
    here = {one.participant for one in desk.records.enrolments(workshop)} if workshop else None
    weighed = (
        _weighed(one, other, places)
        for one, other in pairs
        if frozenset((one.id, other.id)) not in apart and (here is None or {one.id, other.id} & here)
    )
    return tuple(sorted((one for one in weighed if one), key=lambda one: one.order))


def places_of(desk: Desk) -> dict[ParticipantId, list[Enrolment]]:
    """Everybody's places in workshops."""
    places: dict[ParticipantId, list[Enrolment]] = {}
    for workshop in desk.records.workshops():
        for place in desk.records.enrolments(workshop.id):
            places.setdefault(place.participant, []).append(place)
    return places


def matter_of(desk: Desk, pair: Suspected, words: Words, more: int = 0) -> OpenMatter:
    """Either of them is kept, or they are two; `more` is how many pairs are not asked about yet."""
    places = places_of(desk)
    settling = desk.records.settling
    kept_first = _better(desk, pair, places)
    people = (kept_first, pair.other if kept_first is pair.one else pair.one)
    ways = [
        Way(
            phrase("One person: keep {who}.", who=_who(desk, one, places)),
            partial(settling.join, one.id, other.id),
            phrase("{name} and {other} are the same person", name=one.name, other=other.name),
            advised=pair.same_contact and one is kept_first,
        )
        for one, other in (people, people[::-1])
    ]
    apart = Way(
        phrase("They are two different people."),
        partial(settling.tell_apart, pair.one.id, pair.other.id),
        phrase("{name} and {other} are two different people.", name=pair.one.name, other=pair.other.name),
    )
    known = desk.records.settling.last_known()
    details: list[Phrase] = []
    for one in people:
        contact = phrase("telephone {contact}", contact=one.contact) if one.contact else phrase("no telephone")
        marked = known[one.id].marked if one.id in known else None
        last = phrase("last marked {day}", day=words.day(marked.isoformat())) if marked else phrase("never marked")
        details.append(phrase("{who}: {contact}, {last}.", who=_who(desk, one, places), contact=contact, last=last))
    details.append(phrase("Joined, both numbers mean this person, and the marks of both count. It can be undone."))
    if more:
        details.append(
            phrases(
                "And {count} more pair of names that are alike is asked about after this.",
                "And {count} more pairs of names that are alike are asked about after this.",
                more,
            )
        )
    sentence = phrase(
        "Are {one} and {other} the same person?", one=_who(desk, pair.one, places), other=_who(desk, pair.other, places)
    )
    about = f"{pair.one.id} {pair.other.id} {pair.one.name} {pair.other.name}"
    return open_matter(MatterKind.DUPLICATE, about, sentence, [*ways, apart], details)


def _weighed(one: Participant, other: Participant, places: dict[ParticipantId, list[Enrolment]]) -> Suspected | None:
    """Names alone are little where they have one word only, or where the telephones differ."""
    digits, others = _digits(one), _digits(other)
    same_contact = bool(digits) and digits[-_LEAST_DIGITS:] == others[-_LEAST_DIGITS:]
    same_name = folded(one.name) == folded(other.name)
    same_sound = not written_as(one.name).isdisjoint(written_as(other.name))
    if not same_contact:
        short = len(one.name.split()) == len(other.name.split()) == 1
        groups, other_groups = ({place.workshop for place in places.get(who.id, ())} for who in (one, other))
        if (short and not groups & other_groups) or (digits and others and not same_name):
            return None
    return Suspected(one, other, same_contact, same_name, same_sound)


def _better(desk: Desk, pair: Suspected, places: dict[ParticipantId, list[Enrolment]]) -> Participant:
    """Whom to keep: who is on paper, then whose number is lower, then who comes first."""

    def order(one: Participant) -> tuple[bool, int, str]:
        held = places.get(one.id, [])
        printed = any(one.id in on_paper(desk, place.workshop) for place in held)
        return not printed, min((place.number for place in held), default=10**9), one.id

    return min((pair.one, pair.other), key=order)


def _who(desk: Desk, person: Participant, places: dict[ParticipantId, list[Enrolment]]) -> Phrase:
    """`Ana Beltrán (no. 4 of Caminando juntos)`."""
    said: Phrase | None = None
    for place in places.get(person.id, ()):
        name = desk.records.workshop(place.workshop).name
        part = phrase("no. {number} of {workshop}", number=place.number, workshop=name)
        said = part if said is None else Phrase("{said}, {part}", {"said": said, "part": part})
    return phrase("{name} ({places})", name=person.name, places=said or phrase("in no group"))


def _digits(person: Participant) -> str:
    digits = "".join(sign for sign in person.contact or "" if sign.isdecimal())
    return digits if len(digits) >= _LEAST_DIGITS else ""


def matters(desk: Desk, words: Words, workshop: WorkshopId | None = None) -> Iterator[OpenMatter]:
    """Those of this kind that are asked about now, or of one workshop; the last tells how many more there are."""
    pairs = suspected(desk, workshop)
    now, more = pairs[:_AT_ONCE], len(pairs[_AT_ONCE:])
    return (matter_of(desk, one, words, more if one is now[-1] else 0) for one in now)
