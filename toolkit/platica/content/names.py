"""Whether the names in a file lead anywhere: facts, safety texts, icons, pictures, handouts, local settings."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from platica.content.decode import unknown_name
from platica.content.part import Part
from platica.content.passages import SLOT
from platica.content.pictures import picture_path, wrong_with
from platica.content.safety import SafetyFile
from platica.content.shelf import Shelf
from platica.content.trouble import Troubles
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class Known:
    """The names a file may use. `listed` are the facts, `settings` the slots and `handouts` the sheets that
    curriculum.yaml names; None where there is no such list, as for the shared files."""

    owner: str
    shelf: Shelf
    facts: Collection[str]
    safety: Mapping[str, SafetyFile]
    listed: Collection[str] | None = None
    settings: Collection[str] | None = None
    handouts: Collection[str] | None = None

    def facts_of(self, part: Part) -> Iterator[tuple[str, int]]:
        """The facts a part leans on and their lines, those of the safety texts it shows among them."""
        yield from part.fact_lines
        for name, line in part.safety_lines:
            if name in self.safety:
                yield from ((fact, line) for fact in self.safety[name].facts)

    def slots_of(self, part: Part) -> Iterator[tuple[str, int]]:
        """The local settings a part shows and their lines, those in its safety texts among them."""
        yield from part.slot_lines
        for name, line in part.safety_lines:
            if name in self.safety:
                for passage in self.safety[name].passages:
                    yield from ((slot, line) for slot in SLOT.findall(passage.message.source))


def check_names(part: Part, known: Known, troubles: Troubles) -> None:
    """Reports every name of the file that leads nowhere, each once for a line."""
    for fact, line in dict.fromkeys(known.facts_of(part)):
        if fact not in known.facts:
            troubles.error(line, phrase("There is no fact {fact} in facts.yaml.", fact=fact))
        elif known.listed is not None and fact not in known.listed:
            troubles.error(line, phrase("The fact {fact} is not among the facts of curriculum.yaml.", fact=fact))
    for name, line in part.safety_lines:
        if name not in known.safety:
            troubles.error(line, unknown_name(phrase("safety text"), name, sorted(known.safety)))
    for source, line in part.picture_lines:
        _picture(source, line, known, troubles)
    if part.icon and not known.shelf.icon(part.icon):
        troubles.error(1, phrase("There is no icon “{name}” in printables/icons.", name=part.icon))
    for handout in part.handouts:
        if known.handouts is not None and handout not in known.handouts:
            troubles.error(
                1, phrase("The handout “{name}” is not among the handouts of curriculum.yaml.", name=handout)
            )
    for slot, line in dict.fromkeys(known.slots_of(part)):
        if known.settings is not None and slot not in known.settings:
            what = phrase("The local setting {slot} is not among the packs of curriculum.yaml.", slot=slot)
            troubles.error(line, what)


def _picture(source: str, line: int, known: Known, troubles: Troubles) -> None:
    scheme, colon, name = source.partition(":")
    if colon and scheme == "icon":
        if not known.shelf.icon(name):
            troubles.error(line, phrase("There is no icon “{name}” in printables/icons.", name=name))
    elif not source.startswith("images/") or not source.endswith((".png", ".jpg", ".jpeg")):
        troubles.error(
            line,
            phrase("The picture “{source}” is neither icon:name nor a PNG or JPEG file of images/.", source=source),
        )
    elif not (path := picture_path(known.shelf, known.owner, source)):
        troubles.error(line, phrase("There is no picture {source}; names are lower-case.", source=source))
    elif wrong := wrong_with(path, source):
        troubles.error(line, wrong)
