"""Small pieces that sentences of the history are put together from; none holds a word of its own language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from platica.domain.history import Step
from platica.domain.names import clean_line
from platica.phrases import Phrase, phrase

Said = Phrase | str
"""A phrase to be told, or a name as somebody wrote it."""

_LONGEST = 200
"""Signs of a value that are shown of it; what people write is shorter."""


class Fields:
    """The fields of one step, before and after."""

    def __init__(self, step: Step) -> None:
        self._was = {one.field: one.was for one in step.fields}
        self._now = {one.field: one.now for one in step.fields}
        self.changed = tuple(one.field for one in step.fields if one.was != one.now)
        """Those that are not as they were, in the order they were written."""

    def was(self, field: str) -> object:
        return self._was.get(field)

    def now(self, field: str) -> object:
        return self._now.get(field)

    def either(self, field: str) -> object:
        """What it became, or what it was where it became nothing."""
        now = self._now.get(field)
        return self._was.get(field) if now is None else now


def shown(value: object) -> str:
    """A value as it can stand in a sentence, whoever wrote it."""
    return clean_line(str(value))[:_LONGEST]


def shift(label: Said, was: Said | None, now: Said | None) -> Phrase:
    """From what to what: `place Salón B → Salón C`; without a before only what it is."""
    if not was:
        return Phrase("{label} {now}", {"label": label, "now": now or phrase("(empty)")})
    return Phrase("{label} {was} → {now}", {"label": label, "was": was, "now": now or phrase("(empty)")})


def of(who: Said, parts: Sequence[Phrase]) -> Phrase:
    """Of whom or what something is told: `Ana Beltrán: reads Spanish → English`."""
    what = together(parts) if parts else phrase("kept as it was")
    return Phrase("{who}: {what}", {"who": who, "what": what})


def together(parts: Iterable[Phrase]) -> Phrase:
    """Several things told in one sentence."""
    first, *rest = parts
    for part in rest:
        first = Phrase("{first}; {then}", {"first": first, "then": part})
    return first


def unknown() -> Phrase:
    """A field of a newer version."""
    return phrase("something that this version of Plática does not know")


def named(was: object, now: object) -> Phrase:
    """Somebody or something has another name."""
    return phrase("{was} is now called {now}", was=shown(was), now=shown(now))


def word_of(words: Mapping[Any, Phrase], value: object) -> Said:
    """A fixed word of the domain, or the value itself where a newer version has more of them."""
    known = words.get(value) if isinstance(value, str) else None
    return known or phrase("“{word}”", word=shown(value))
