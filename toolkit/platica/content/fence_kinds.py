"""The `:::` blocks of the format: where each may stand, its options, and what it must hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from platica.phrases import Phrase, phrase


class Where(StrEnum):
    """The kind of file a block belongs to."""

    SESSION = "session"
    HANDOUT = "handout"
    SHARED = "shared"
    """A text of safety.yaml."""


class Holds(StrEnum):
    """What a block must hold."""

    ANYTHING = "anything"
    ONE_PARAGRAPH = "one paragraph"
    ORDERED_LIST = "one numbered list"
    BULLET_LIST = "one bullet list"
    TABLE = "one table"
    TEXTS_OR_NOTHING = "texts, or nothing and use="


@dataclass(frozen=True, slots=True)
class Span:
    """The whole numbers an option may have."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class FenceKind:
    """One kind of block. `items` is how many entries its list must have."""

    name: str
    where: frozenset[Where]
    message_kind: str
    holds: Holds = Holds.ANYTHING
    options: Mapping[str, Span | None] = field(default_factory=dict)
    items: Span | None = None
    safety: bool = False


_SESSION = frozenset({Where.SESSION})
_HANDOUT = frozenset({Where.HANDOUT})
_BOTH = frozenset({Where.SESSION, Where.HANDOUT})

_KINDS = (
    FenceKind("say", _SESSION, "say"),
    FenceKind("ask", _SESSION, "ask"),
    FenceKind("answers", _SESSION, "answer"),
    FenceKind("do", _SESSION, "do"),
    FenceKind("note", _SESSION, "note"),
    FenceKind("seated", _SESSION, "seated"),
    FenceKind("online", _SESSION, "online"),
    FenceKind("safety", _BOTH, "safety", Holds.TEXTS_OR_NOTHING, {"use": None}, safety=True),
    FenceKind("key", _HANDOUT, "key"),
    FenceKind("warning", _HANDOUT, "safety", safety=True),
    FenceKind("steps", _HANDOUT, "step", Holds.ORDERED_LIST),
    FenceKind("checklist", _HANDOUT, "checklist item", Holds.BULLET_LIST, {"columns": Span(1, 3)}),
    FenceKind("write", _HANDOUT, "write-in label", Holds.ONE_PARAGRAPH, {"lines": Span(1, 30)}),
    FenceKind("log", _HANDOUT, "log", Holds.TABLE, {"rows": Span(1, 40)}),
    FenceKind("cards", _HANDOUT, "card", Holds.BULLET_LIST, {"columns": Span(1, 4)}),
    FenceKind("tear", _HANDOUT, "card", options={"columns": Span(1, 3), "repeat": Span(1, 24)}),
    FenceKind("pictures", _HANDOUT, "picture row", Holds.BULLET_LIST),
    FenceKind("picture-led", _HANDOUT, "picture row", Holds.BULLET_LIST),
    FenceKind("faces", _HANDOUT, "face", Holds.BULLET_LIST, items=Span(5, 5)),
    FenceKind("scale", _HANDOUT, "scale end", Holds.BULLET_LIST, {"from": Span(0, 10), "to": Span(1, 100)}, Span(2, 2)),
    FenceKind("plate", _HANDOUT, "plate part", Holds.BULLET_LIST, items=Span(3, 4)),
    FenceKind("sign", _HANDOUT, "signature label", Holds.BULLET_LIST),
)

FENCES: Mapping[str, FenceKind] = {kind.name: kind for kind in _KINDS}

_OPTION = re.compile(r'([A-Za-z_][\w-]*)=(?:"([^"]*)"|(\S+))|(\S+)')


def read_options(text: str) -> tuple[tuple[str, str], ...]:
    """The options of `columns=2 use="SAFE-01 SAFE-06"` in order; a word without a value gets an empty one."""
    found = []
    for match in _OPTION.finditer(text):
        name, quoted, bare, word = match.groups()
        found.append((word, "") if word else (name, quoted if quoted is not None else bare))
    return tuple(found)


def names_for(where: Where) -> list[str]:
    """The blocks that may stand in such a file."""
    return [kind.name for kind in _KINDS if where in kind.where]


def wrong_value(kind: FenceKind, option: str, value: str) -> Phrase | None:
    """What is wrong with the value of an option the block knows, if anything."""
    span = kind.options[option]
    if span is None:
        return None if value else phrase("The option “{option}” needs a value.", option=option)
    if value.isascii() and value.isdigit() and span.least <= int(value) <= span.most:
        return None
    return phrase(
        "“{option}” of ::: {name} is “{value}”; right would be a whole number from {least} to {most}.",
        option=option,
        name=kind.name,
        value=value,
        least=span.least,
        most=span.most,
    )
