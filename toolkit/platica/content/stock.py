"""The files of curricula, read: one door to each kind, for the library and the check."""

from collections.abc import Mapping

from platica.content.curricula import CurriculumFile, read_curriculum
from platica.content.facts import FactLine, read_facts
from platica.content.handouts import HandoutFile, read_handout
from platica.content.packs import PackFile, read_pack
from platica.content.read import Read
from platica.content.safety import SafetyFile, read_safety
from platica.content.sessions import SessionFile, read_session
from platica.content.shelf import SHARED, Shelf, owner_of, place_of
from platica.errors import NotFound
from platica.phrases import phrase

SHARED_LANGUAGE = "en"
"""The language the shared texts are written in."""


class Stock:
    """Reads by name. Raises NotFound when a file is not there; what is wrong in it is in the outcome."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def curriculum(self, name: str) -> Read[CurriculumFile]:
        path = self.shelf.find(name, "curriculum.yaml")
        if path is None:
            raise NotFound(phrase("There is no curriculum called “{name}”.", name=name))
        return self.shelf.read(path, place_of(name, "curriculum.yaml"), read_curriculum)

    def session(self, reference: str, curriculum: str) -> Read[SessionFile]:
        owner, name = owner_of(reference, curriculum)
        relative = f"sessions/{name}.md"
        path = self.shelf.find(owner, relative)
        if path is None:
            raise NotFound(
                phrase("The session “{name}” has no file {file}.", name=name, file=place_of(owner, relative))
            )
        return self.shelf.read(path, place_of(owner, relative), read_session)

    def handout(self, reference: str, curriculum: str) -> Read[HandoutFile]:
        owner, name = owner_of(reference, curriculum)
        relative = f"handouts/{name}.md"
        path = self.shelf.find(owner, relative)
        if path is None:
            raise NotFound(
                phrase("The handout “{name}” has no file {file}.", name=name, file=place_of(owner, relative))
            )
        return self.shelf.read(path, place_of(owner, relative), read_handout)

    def facts(self, owner: str) -> Read[tuple[FactLine, ...]]:
        """The facts of one facts.yaml; none when there is no such file."""
        path = self.shelf.find(owner, "facts.yaml")
        if path is None:
            return Read(())
        return self.shelf.read(path, place_of(owner, "facts.yaml"), read_facts)

    def known_facts(self, curriculum: str) -> dict[str, FactLine]:
        """The facts a curriculum may name, by id; its own over the shared ones."""
        lines = (*(self.facts(SHARED).value or ()), *(self.facts(curriculum).value or ()))
        return {line.fact.id: line for line in lines}

    def safety(self) -> Read[Mapping[str, SafetyFile]]:
        """The standing safety texts; none when there is no such file."""
        path = self.shelf.find(SHARED, "safety.yaml")
        if path is None:
            return Read({})
        return self.shelf.read(path, place_of(SHARED, "safety.yaml"), read_safety)

    def packs(self) -> tuple[Read[PackFile], ...]:
        """Every country pack, by region."""
        found = []
        for region in self.shelf.shared("packs", ".yaml"):
            path = self.shelf.find(SHARED, f"packs/{region}.yaml")
            if path is not None:
                found.append(self.shelf.read(path, place_of(SHARED, f"packs/{region}.yaml"), read_pack))
        return tuple(found)

    def source_language(self, owner: str) -> str:
        """The language the texts of a curriculum, or the shared ones, are written in."""
        if owner == SHARED:
            return SHARED_LANGUAGE
        found = self.curriculum(owner)
        return found.sound(place_of(owner, "curriculum.yaml")).entry.source_language
