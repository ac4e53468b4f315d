"""YAML as plain text: no implicit types, no anchors, no tags, every key once, a line number for everything."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from platica.content.trouble import Troubles
from platica.phrases import Phrase, phrase

DEEPEST = 8
"""How deep lists and keys may be nested."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, and the line it begins on; `block` when written under a `|` sign, one line further down."""

    text: str
    line: int
    block: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys with their values and the line of each key."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Keys


class _Stop(Exception):
    """Reading cannot go on."""

    def __init__(self, line: int, what: Phrase) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


def read_yaml(text: str, troubles: Troubles, first_line: int = 1) -> Keys | Items | None:
    """The keys or the list of a YAML text whose first line is `first_line` of its file; None after a problem."""
    try:
        node = _tree(text, troubles, first_line)
    except _Stop as stop:
        troubles.error(stop.line, stop.what)
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        last = text.rstrip().count("\n")
        line = first_line + (min(mark.line, last) if mark else 0)
        troubles.error(line, _not_yaml(error))
        return None
    if isinstance(node, Scalar):
        if not node.text:
            return Keys(first_line)
        troubles.error(node.line, phrase("“{text}” stands alone; a key and a colon were expected.", text=node.text))
        return None
    return node


def _not_yaml(error: yaml.YAMLError) -> Phrase:
    problem = getattr(error, "problem", None) or "unknown sign"
    return phrase(
        "This is not valid YAML ({problem}). A text with a colon, a # or a bracket in it needs quotes.", problem=problem
    )


def _tree(text: str, troubles: Troubles, first_line: int) -> Node:
    open_nodes: list[Items | Keys] = []
    keys: list[Scalar | None] = []
    root: Node = Scalar("", first_line)
    for event, line in _events(text, first_line):
        if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            open_nodes.pop()
            keys.pop()
            continue
        node = _node(event, line)
        if not open_nodes:
            root = node
        else:
            _place(open_nodes[-1], keys, node, troubles)
        if not isinstance(node, Scalar):
            if len(open_nodes) == DEEPEST:
                raise _Stop(line, phrase("Lists and keys are nested more than {deepest} deep.", deepest=DEEPEST))
            open_nodes.append(node)
            keys.append(None)
    return root


def _events(text: str, first_line: int) -> Iterator[tuple[yaml.Event, int]]:
    documents = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = first_line + (event.start_mark.line if event.start_mark else 0)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Stop(line, phrase("A second document begins here; one file holds one."))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Stop(
                line, phrase("Anchors and aliases (& and *) are not used here; write the text out or quote it.")
            )
        if getattr(event, "tag", None):
            raise _Stop(line, phrase("Tags ({tag}) are not used here; quote the text.", tag=getattr(event, "tag", "")))
        if isinstance(event, (yaml.NodeEvent, yaml.CollectionEndEvent)):
            yield event, line


def _node(event: yaml.Event, line: int) -> Node:
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(line)
    if isinstance(event, yaml.MappingStartEvent):
        return Keys(line)
    assert isinstance(event, yaml.ScalarEvent)
    return Scalar(event.value, line, block=event.style == "|")


def _place(parent: Items | Keys, keys: list[Scalar | None], node: Node, troubles: Troubles) -> None:
    if isinstance(parent, Items):
        parent.items.append(node)
        return
    key = keys[-1]
    if key is None:
        if not isinstance(node, Scalar):
            raise _Stop(
                node.line, phrase("A key is a plain word; put quotes around a text that begins with a bracket.")
            )
        if node.text in parent.lines:
            first = parent.lines[node.text]
            what = phrase("The key “{key}” stands twice; it is in line {line} already.", key=node.text, line=first)
            troubles.error(node.line, what)
        keys[-1] = node
        return
    parent.entries.setdefault(key.text, node)
    parent.lines.setdefault(key.text, key.line)
    keys[-1] = None
