"""Putting a matter together from what it is about, and what each of its choices does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from platica.domain.matter import Choice, Matter, MatterKind
from platica.ledger.ids import name_from
from platica.ledger.saved import Saved
from platica.phrases import Phrase

_SIGNS = 6
"""Signs of a matter's id; they tell nothing of whom it is about."""


@dataclass(frozen=True, slots=True)
class Way:
    """A choice before it has a letter: what it says, what it does, and what is said when it is done."""

    sentence: Phrase
    act: Callable[[], Saved | None]
    done: Phrase
    advised: bool = False
    final: Phrase | None = None


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """A matter and its ways, in the order of its choices."""

    matter: Matter
    ways: tuple[Way, ...]


def open_matter(
    kind: MatterKind, about: str, sentence: Phrase, ways: Sequence[Way], details: Sequence[Phrase] = ()
) -> OpenMatter:
    """`about` is all that the matter hangs on: when any of it changes, it is another matter."""
    choices = tuple(
        Choice(letter, way.sentence, way.advised, way.final) for letter, way in zip(ascii_uppercase, ways, strict=False)
    )
    name = name_from(f"platica matter {kind} {about}", _SIGNS)
    return OpenMatter(Matter(name, kind, sentence, tuple(details), choices), tuple(ways)[: len(choices)])
