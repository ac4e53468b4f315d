"""What a person must decide: listing it, choosing, and taking a choice back."""

from collections.abc import Callable, Iterator, Sized

from platica.desk.desk import Desk
from platica.desk.settling import apart, clocks, duplicates, erased, marked_twice, numbers, removed, retention
from platica.desk.settling.matters import OpenMatter
from platica.desk.tell.words import Words
from platica.domain.ids import WorkshopId
from platica.domain.matter import Matter, MatterKind, Settled
from platica.errors import NotFound, Refused
from platica.phrases import phrase

_FOUND: tuple[Callable[[Desk], Sized], ...] = (
    numbers.found,
    apart.found,
    removed.found,
    erased.found,
    marked_twice.found,
    duplicates.found,
    clocks.found,
    retention.found,
)
_MATTERS: dict[MatterKind, Callable[[Desk, Words], Iterator[OpenMatter]]] = {
    MatterKind.NUMBER: numbers.matters,
    MatterKind.APART: apart.matters,
    MatterKind.REMOVED: removed.matters,
    MatterKind.ERASED: erased.matters,
    MatterKind.MARKED_TWICE: marked_twice.matters,
    MatterKind.DUPLICATE: duplicates.matters,
    MatterKind.CLOCK: clocks.matters,
    MatterKind.RETENTION: retention.matters,
}


def count(desk: Desk) -> int:
    """How many matters there are; cheap enough for the first screen."""
    return sum(len(found(desk)) for found in _FOUND)


def to_settle(desk: Desk, language: str) -> tuple[Matter, ...]:
    """Everything a person must decide, kind by kind."""
    words = Words(desk, language, ())
    return tuple(one.matter for matters in _MATTERS.values() for one in matters(desk, words))


def suspected_duplicates(desk: Desk, language: str, workshop: WorkshopId | None = None) -> tuple[Matter, ...]:
    """People who may be one; of one workshop those of whom at least one is in it."""
    return tuple(one.matter for one in duplicates.matters(desk, Words(desk, language, ()), workshop))


def choose(desk: Desk, matter: Matter, letter: str, *, sure: bool = False) -> Settled:
    """Settles a matter. What cannot be undone must be said to be sure.

    Raises NotFound for a letter that is no choice, Refused when the matter is another by now or not said to be sure.
    """
    choice = next((one for one in matter.choices if one.letter == letter.strip().upper()), None)
    if choice is None:
        known = ", ".join(one.letter for one in matter.choices)
        raise NotFound(phrase("There is no choice “{letter}” here. There are: {known}.", letter=letter, known=known))
    words = Words(desk, desk.settings.language, ())
    now = next((one for one in _MATTERS[matter.kind](desk, words) if one.matter.id == matter.id), None)
    if now is None:
        raise Refused(phrase("This was settled or changed meanwhile. Look again."))
    if choice.final is not None and not sure:
        raise Refused(choice.final)
    way = now.ways[matter.choices.index(choice)]
    saved = way.act()
    return Settled(way.done, saved.at if saved else None, saved.commit if saved and saved.changed else None)
