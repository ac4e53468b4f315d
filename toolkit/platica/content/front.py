"""Files that begin with front matter: keys between two lines of three hyphens, then the body."""

from dataclasses import dataclass
from typing import TypeVar

import msgspec

from platica.content.decode import decode
from platica.content.passages import Passage, passage
from platica.content.trouble import Troubles
from platica.content.yaml_text import Items, Keys, Node, Scalar, read_yaml
from platica.phrases import phrase

S = TypeVar("S", bound=msgspec.Struct)

_LINE = "---"


@dataclass(frozen=True, slots=True)
class Front:
    """The keys of the front matter, and the body with the line it begins on."""

    keys: Keys
    body: str
    body_line: int


def split_front(text: str, troubles: Troubles) -> Front | None:
    """The two parts of a file; None and a problem when there is no front matter or it is not YAML."""
    lines = text.split("\n")
    if lines[0].rstrip() != _LINE:
        troubles.error(1, phrase("The file begins with a line of three hyphens (---) and its keys."))
        return None
    end = next((number for number in range(1, len(lines)) if lines[number].rstrip() == _LINE), None)
    if end is None:
        troubles.error(1, phrase("The keys at the top are not closed; end them with a line of three hyphens (---)."))
        return None
    keys = read_yaml("\n".join(lines[1:end]), troubles, first_line=2)
    if isinstance(keys, Items):
        troubles.error(2, phrase("A list stands here; keys and values were expected."))
        return None
    return Front(keys, "\n".join(lines[end + 1 :]), end + 2) if keys else None


def decode_front(front: Front, shape: type[S], troubles: Troubles) -> S | None:
    """The typed keys."""
    return decode(front.keys, shape, troubles)


def one(keys: Keys, key: str, kind: str, file: str) -> Passage:
    """The passage of a key that holds a text; an empty one when the key is not there."""
    return _passage(keys.entries.get(key), kind, file, keys.line)


def many(keys: Keys, key: str, kind: str, file: str, inner: str = "") -> tuple[Passage, ...]:
    """The passages of a key that holds a list of texts, or of keys among which `inner` holds the text."""
    node = keys.entries.get(key)
    if not isinstance(node, Items):
        return ()
    entries = (item.entries.get(inner) if isinstance(item, Keys) else item for item in node.items)
    return tuple(_passage(entry, kind, file, node.line) for entry in entries)


def _passage(node: Node | None, kind: str, file: str, line: int) -> Passage:
    if isinstance(node, Scalar):
        return passage(node.text, kind, file, node.line + node.block)
    return passage("", kind, file, line)
