"""The files of curricula, read: one door to each kind, for the library and the check."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from platica.content.curricula import CurriculumFile, read_curriculum
from platica.content.facts import FactLine, read_facts
from platica.content.handouts import HandoutFile, read_handout
from platica.content.packs import PackFile, read_pack
from platica.content.read import Read
from platica.content.safety import SafetyFile, read_safety
from platica.content.sessions import SessionFile, read_session
from platica.content.shelf import SHARED, Shelf, owner_of, place_of
from platica.domain.problem import Problem
from platica.errors import NotFound
from platica.phrases import phrase

T = TypeVar("T")

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
        """The facts of a curriculum, or the shared ones of all layers, the first that has an id winning."""
        files = tuple(read for _, read in self._files(owner, "facts.yaml", read_facts))
        found: dict[str, FactLine] = {}
        for read in files:
            for line in read.value or ():
                found.setdefault(line.fact.id, line)
        whole = all(read.value is not None for read in files)
        return Read(tuple(found.values()) if whole else None, _problems(files))

    def known_facts(self, curriculum: str) -> dict[str, FactLine]:
        """The facts a curriculum may name, by id; its own over the shared ones."""
        lines = (*(self.facts(SHARED).value or ()), *(self.facts(curriculum).value or ()))
        return {line.fact.id: line for line in lines}

    def safety(self) -> Read[Mapping[str, SafetyFile]]:
        """The standing safety texts of all layers, the first that has an id winning."""
        files = tuple(read for _, read in self._files(SHARED, "safety.yaml", read_safety))
        found: dict[str, SafetyFile] = {}
        for read in files:
            found = {**(read.value or {}), **found}
        whole = all(read.value is not None for read in files)
        return Read(found if whole else None, _problems(files))

    def fact_lines_by_file(self) -> tuple[tuple[Path, Mapping[str, int]], ...]:
        """Where each shared fact begins in each facts.yaml, the first layer first."""
        return tuple(
            (path, {line.fact.id: int(line.place.rpartition(":")[2]) for line in read.value or ()})
            for path, read in self._files(SHARED, "facts.yaml", read_facts)
        )

    def safety_lines_by_file(self) -> tuple[tuple[Path, Mapping[str, int]], ...]:
        """Where each safety text begins in each safety.yaml, the first layer first."""
        return tuple(
            (path, {name: text.line for name, text in (read.value or {}).items()})
            for path, read in self._files(SHARED, "safety.yaml", read_safety)
        )

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

    def _files(
        self, owner: str, relative: str, reader: Callable[[Path, str], Read[T]]
    ) -> tuple[tuple[Path, Read[T]], ...]:
        """A file of a curriculum, or the shared file of that name in each layer that has one."""
        paths = self.shelf.candidates(owner, relative) if owner == SHARED else (self.shelf.find(owner, relative),)
        place = place_of(owner, relative)
        return tuple((path, self.shelf.read(path, place, reader)) for path in paths if path and path.is_file())


def _problems(files: tuple[Read[T], ...]) -> tuple[Problem, ...]:
    return tuple(problem for read in files for problem in read.problems)
