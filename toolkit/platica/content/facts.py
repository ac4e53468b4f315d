"""facts.yaml: a list of sourced health facts."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from platica.content.decode import decode
from platica.content.read import Read, read_of
from platica.content.schema import FactEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.content.yaml_text import Items, Keys, Node, read_yaml
from platica.domain.curriculum import Fact
from platica.domain.ids import FactId
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact and where it stands."""

    fact: Fact
    place: str


def read_facts(path: Path, file: str) -> Read[tuple[FactLine, ...]]:
    """Reads a list of facts."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    node = read_yaml(text, troubles) if text is not None else None
    if isinstance(node, Keys) and node.entries:
        troubles.error(node.line, phrase("A list of facts was expected; begin each with “- id: …”."))
    if not isinstance(node, Items):
        return read_of(() if node else None, troubles)
    facts: dict[str, FactLine] = {}
    for item in node.items:
        made = _fact(item, troubles)
        if made is None:
            continue
        if made.id in facts:
            where = facts[made.id].place.rpartition(":")[2]
            troubles.error(
                item.line,
                phrase("The fact {fact} stands twice; it is in line {line} already.", fact=made.id, line=where),
            )
        facts.setdefault(made.id, FactLine(made, troubles.place(item.line)))
    return read_of(tuple(facts.values()), troubles)


def _fact(node: Node, troubles: Troubles) -> Fact | None:
    if not isinstance(node, Keys):
        troubles.error(node.line, phrase("A fact has keys; begin it with “- id: …”."))
        return None
    entry = decode(node, FactEntry, troubles)
    if entry is None:
        return None
    if entry.review_by and not _is_date(entry.review_by):
        troubles.error(node.lines["review_by"], phrase("“{day}” is not a day of the calendar.", day=entry.review_by))
        return None
    return Fact(
        id=FactId(entry.id),
        statement=entry.statement,
        value=entry.value,
        unit=entry.unit,
        source=entry.source,
        year=entry.year,
        verified=entry.verified,
        volatile=entry.volatile,
        review_by=entry.review_by or None,
    )


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
