"""Every curriculum of the layers: what it is made of, what it says in any language, and what is wrong with it.

Markdown and YAML are read only when a text is asked for: the titles come from an index, so that the first screen is
there at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from platica.content import pack_index
from platica.content import titles as index
from platica.content.shelf import SHARED, Shelf
from platica.domain.document import CurriculumText, HandoutText, Message, SessionText, Translators
from platica.domain.ids import CurriculumId, HandoutId, SessionId
from platica.domain.workshop import PlannedSession
from platica.resources import ContentRoot

if TYPE_CHECKING:
    from platica.content.stock import Stock
    from platica.domain.curriculum import Curriculum, Fact
    from platica.domain.curriculum_pack import CarriedFile
    from platica.domain.pack import CountryPack
    from platica.domain.problem import Problem


class Library:
    """The curricula of some content folders; where two have the same curriculum or shared file, the first wins."""

    def __init__(self, roots: Sequence[ContentRoot], cache: Path | None = None) -> None:
        self._shelf = Shelf(roots)
        self._cache = cache

    @cached_property
    def _stock(self) -> Stock:
        from platica.content.stock import Stock

        return Stock(self._shelf)

    def ids(self) -> tuple[CurriculumId, ...]:
        """Every curriculum, in alphabetical order."""
        return tuple(CurriculumId(name) for name in self._shelf.curricula())

    def domains(self) -> tuple[str, ...]:
        """The domains of messages: `shared`, then every curriculum."""
        return (SHARED, *self.ids())

    def curriculum(self, curriculum_id: CurriculumId) -> Curriculum:
        """A curriculum in its source language. Raises NotFound, ContentError."""
        from platica.content.assemble import curriculum_of

        return curriculum_of(self._stock, curriculum_id)

    def titles(self, curriculum_id: CurriculumId, translators: Translators) -> CurriculumText:
        """The titles of a curriculum and all its parts, from a fresh index if any. Raises NotFound, ContentError."""
        kept = index.load_titles(self._cache, self._shelf, curriculum_id) if self._cache else None
        if kept is None:
            from platica.content.assemble import titles_of

            kept = titles_of(self._stock, curriculum_id)
            if self._cache:
                index.save_titles(self._cache, self._shelf, curriculum_id, kept)
        return kept.told(translators)

    def session_text(
        self,
        curriculum_id: CurriculumId,
        session_id: SessionId,
        translators: Translators,
        slots: Mapping[str, str],
        planned: PlannedSession | None = None,
    ) -> SessionText:
        """A session in the language of the translators; as planned, when a plan is given.

        Raises NotFound when the curriculum has no such session or the session no activity of the plan; ContentError.
        """
        from platica.content.documents import Documents

        return Documents(self._stock, translators, slots).session(curriculum_id, session_id, planned)

    def handout_text(
        self, curriculum_id: CurriculumId, handout_id: HandoutId, translators: Translators, slots: Mapping[str, str]
    ) -> HandoutText:
        """A handout or form in the language of the translators. Raises NotFound, ContentError."""
        from platica.content.documents import Documents

        return Documents(self._stock, translators, slots).handout(curriculum_id, handout_id)

    def messages(self, domain: str) -> tuple[Message, ...]:
        """The messages of a domain, once each, in the order of the files. Raises NotFound, ContentError."""
        from platica.content.messages import messages_of

        return messages_of(self._stock, domain)

    def messages_used(self, curriculum_id: CurriculumId) -> Mapping[str, tuple[Message, ...]]:
        """The texts a curriculum prints by domain: its own, the borrowed, those for safety. Raises as `messages`."""
        from platica.content.messages import messages_used

        return messages_used(self._stock, curriculum_id)

    def source_language(self, domain: str) -> str:
        """The language the texts of a domain are written in. Raises NotFound, ContentError."""
        return self._stock.source_language(domain)

    def facts(self, curriculum_id: CurriculumId) -> tuple[Fact, ...]:
        """The facts a curriculum names, its own and the shared ones, in its order. Raises NotFound, ContentError."""
        from platica.content.assemble import facts_of

        return facts_of(self._stock, curriculum_id)

    def packs(self, translators: Translators | None = None) -> tuple[CountryPack, ...]:
        """Every country pack by region; names and notes translated when translators are given. Raises ContentError."""
        kept = pack_index.load_packs(self._cache, self._shelf) if self._cache and translators is None else None
        if kept is not None:
            return kept
        from platica.content.assemble import packs_of

        packs = packs_of(self._stock, translators)
        if self._cache and translators is None:
            pack_index.save_packs(self._cache, self._shelf, packs)
        return packs

    def check(self, curriculum_id: CurriculumId | str, today: date | None = None) -> tuple[Problem, ...]:
        """Everything wrong with a curriculum, or with `shared`, by file and line. Raises NotFound."""
        from platica.content.check import check_curriculum, check_shared

        check = check_shared if curriculum_id == SHARED else check_curriculum
        return check(self._stock, curriculum_id, today or date.today())  # noqa: DTZ011 (a day, as the wall shows it)

    def carried_files(self, curriculum_id: CurriculumId) -> tuple[CarriedFile, ...]:
        """What travels with a curriculum, but for catalogues and reviews. Raises NotFound, ContentError, Refused."""
        from platica.content.carried import carried_files

        return carried_files(self._stock, curriculum_id)

    def picture(self, curriculum_id: CurriculumId, source: str) -> bytes:
        """The bytes of a picture named in a text. Raises NotFound, ContentError."""
        from platica.content.pictures import read_picture

        return read_picture(self._shelf, curriculum_id, source)
