"""Sentences for people: marked here in English, said later in the language of whoever reads them.

Extraction knows the names `phrase`, `phrases`, `say`, `say_count` and `mark`; their sentences must be literals.
Values stand in braces: `phrase("Nobody is called {name}.", name=name)`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English sentence to be said in another language, with its values; a value may be a phrase itself."""

    text: str
    values: Mapping[str, object] = field(default_factory=dict)
    plural: str | None = None
    count: int = 1

    def __str__(self) -> str:
        template = self.text if self.plural is None or self.count == 1 else self.plural
        return fill(template, {name: str(value) for name, value in self.values.items()})


class Phrasebook(Protocol):
    """What says phrases in one language."""

    @property
    def language(self) -> str:
        """The language it speaks, as a BCP 47 tag such as `es`."""

    def say(self, text: str, /, **values: object) -> str:
        """The sentence in this language, its values filled in."""

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for this count; `{count}` is filled in without being asked."""

    def tell(self, phrase: Phrase) -> str:
        """A phrase made elsewhere, with phrases among its values told too."""


def phrase(text: str, /, **values: object) -> Phrase:
    """Marks a sentence and binds its values."""
    return Phrase(text, values)


def phrases(one: str, many: str, count: int, /, **values: object) -> Phrase:
    """Marks a sentence that depends on a count."""
    return Phrase(one, {**values, "count": count}, plural=many, count=count)


def mark(text: str, /) -> str:
    """Marks a sentence for translation and gives it back unchanged."""
    return text


def fill(template: str, values: Mapping[str, object]) -> str:
    """The template with `{name}` replaced; unknown names stay as written, nothing is evaluated."""
    return _SLOT.sub(lambda found: str(values.get(found[1], found[0])), template)
