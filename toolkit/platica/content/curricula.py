"""curriculum.yaml: what a curriculum is made of."""

from dataclasses import dataclass
from pathlib import Path

from platica.content.decode import decode
from platica.content.front import one
from platica.content.passages import Passage
from platica.content.read import Read, read_of
from platica.content.schema import CurriculumEntry
from platica.content.textfile import read_text
from platica.content.trouble import Troubles
from platica.content.yaml_text import Items, Keys, read_yaml
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class CurriculumFile:
    """The keys of a curriculum, its translatable passages, and the line of each key."""

    entry: CurriculumEntry
    title: Passage
    summary: Passage
    audience: Passage
    lines: dict[str, int]

    @property
    def passages(self) -> tuple[Passage, ...]:
        return (self.title, self.summary, self.audience)


def read_curriculum(path: Path, file: str) -> Read[CurriculumFile]:
    """Reads curriculum.yaml; its id must be the name of its folder."""
    troubles = Troubles(file)
    text = read_text(path, troubles)
    node = read_yaml(text, troubles) if text is not None else None
    if isinstance(node, Items):
        troubles.error(node.line, phrase("A list stands here; keys and values were expected."))
    entry = decode(node, CurriculumEntry, troubles) if isinstance(node, Keys) else None
    if entry is None or not isinstance(node, Keys):
        return read_of(None, troubles)
    _check(entry, node, path.parent.name, troubles)
    made = CurriculumFile(
        entry,
        one(node, "title", "title", file),
        one(node, "summary", "summary", file),
        one(node, "audience", "audience", file),
        node.lines,
    )
    return read_of(made, troubles)


def _check(entry: CurriculumEntry, node: Keys, folder: str, troubles: Troubles) -> None:
    if entry.id != folder:
        what = phrase("“id” is {id}; the folder is called {folder}.", id=entry.id, folder=folder)
        troubles.error(node.lines["id"], what)
    if entry.group_size.least > entry.group_size.most:
        troubles.error(node.lines["group_size"], phrase("“least” is greater than “most”."))
    if not entry.sessions:
        troubles.error(node.lines["sessions"], phrase("A curriculum has at least one session."))
    if entry.completion and entry.completion.attend > len(entry.sessions):
        what = phrase(
            "“attend” is {attend}; the curriculum has {count} sessions.",
            attend=entry.completion.attend,
            count=len(entry.sessions),
        )
        troubles.error(node.lines["completion"], what)
    for key, names in (("sessions", entry.sessions), ("handouts", entry.handouts), ("facts", entry.facts)):
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            troubles.error(node.lines[key], phrase("“{key}” names {name} twice.", key=key, name=name))
