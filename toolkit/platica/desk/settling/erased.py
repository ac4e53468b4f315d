"""People said to be the same as somebody who was erased by a computer that did not know of it: erased too, or kept."""

from collections.abc import Iterator
from functools import partial

from platica.desk import erase_person
from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.settling.retention import erase, warning
from platica.desk.tell.words import Words
from platica.domain.ids import ParticipantId
from platica.domain.matter import MatterKind
from platica.phrases import Phrase, phrase


def found(desk: Desk) -> tuple[ParticipantId, ...]:
    """The people who are still on record while the person they were joined with is erased."""
    return desk.records.settling.joined_with_erased()


def matter_of(desk: Desk, person: ParticipantId) -> OpenMatter:
    """Whether the erasing was meant for them too."""
    kept = erase_person.kept_of(desk, person)
    name = kept.participant.name
    sentence = phrase(
        "{name} was said to be the same person as somebody who is erased. The computer that erased did not know of it.",
        name=name,
    )
    details = [Phrase("{workshop}", {"workshop": workshop}) for workshop in kept.workshops]
    ways = [
        Way(
            phrase("Keep {name} as a person of their own.", name=name),
            partial(desk.records.settling.stand_alone, person),
            phrase("{name} stays.", name=name),
        ),
        Way(
            phrase("It is the same person: erase for good here too."),
            partial(erase, desk, person),
            phrase("The person was erased for good."),
            final=warning(kept),
        ),
    ]
    return open_matter(MatterKind.ERASED, str(person), sentence, ways, details)


def matters(desk: Desk, _: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one) for one in found(desk))
