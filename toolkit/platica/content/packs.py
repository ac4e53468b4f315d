"""shared/packs/REGION.yaml: the local settings of a country."""

from dataclasses import dataclass
from pathlib import Path

from platica.content.decode import decode
from platica.content.passages import Passage, passage
from platica.content.read import Read, read_of
from platica.content.schema import PackEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.content.yaml_text import Items, Keys, Node, Scalar, read_yaml
from platica.domain.pack import CountryPack, Slot
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class PackFile:
    """A country pack, and the passages of its name and notes by key."""

    pack: CountryPack
    name: Passage
    notes: dict[str, Passage]


def read_pack(path: Path, file: str) -> Read[PackFile]:
    """Reads a country pack."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    node = read_yaml(text, troubles) if text is not None else None
    if isinstance(node, Items):
        troubles.error(node.line, phrase("A list stands here; keys and values were expected."))
    entry = decode(node, PackEntry, troubles) if isinstance(node, Keys) else None
    if entry is None or not isinstance(node, Keys):
        return read_of(None, troubles)
    if entry.region != path.stem:
        what = phrase("“region” is {region}; the file is called {file}.", region=entry.region, file=path.name)
        troubles.error(node.lines["region"], what)
    slots = tuple(
        Slot(key, slot.value or None, slot.suggestion or None, slot.note) for key, slot in entry.slots.items()
    )
    name = _written(node.entries["name"], "country", file)
    notes = dict(_notes(node.entries["slots"], file))
    return read_of(PackFile(CountryPack(entry.region, entry.name, entry.paper, slots), name, notes), troubles)


def _notes(slots: Node, file: str) -> list[tuple[str, Passage]]:
    assert isinstance(slots, Keys)
    found = []
    for key, slot in slots.entries.items():
        note = slot.entries.get("note") if isinstance(slot, Keys) else None
        if isinstance(note, Scalar) and note.text:
            found.append((key, _written(note, "local setting", file)))
    return found


def _written(node: Node, kind: str, file: str) -> Passage:
    assert isinstance(node, Scalar)
    return passage(node.text, kind, file, node.line)
