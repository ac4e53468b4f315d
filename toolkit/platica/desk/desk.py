"""The desk: a site's records, the content and the press, side by side."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self

from platica.content.library import Library
from platica.desk.weekly import week_is_over
from platica.domain.document import Translate, Translators
from platica.domain.paper import Paper
from platica.domain.settings import Settings
from platica.errors import SiteError, SiteLocked
from platica.language.catalogues import Catalogues
from platica.ledger.records import Records
from platica.ledger.site import Site
from platica.phrases import Phrase, Phrasebook, phrase
from platica.resources import ContentRoot

if TYPE_CHECKING:
    from platica.desk.settling.lookalikes import Lookalikes
    from platica.domain.curriculum import Curriculum, ReviewRole
    from platica.domain.ids import LeaderId
    from platica.domain.pack import CountryPack
    from platica.language.formats import Formats
    from platica.press.press import Press


class Desk:
    """Everything a task needs, built once by `open_desk`; costly parts wait until a task asks for them."""

    def __init__(
        self,
        *,
        site: Site | None,
        settings: Settings,
        library: Library,
        catalogues: Catalogues,
        roots: tuple[ContentRoot, ...],
        working_copy: ContentRoot | None,
        cache: Path,
        now: Callable[[], datetime],
        locked: Path | None = None,
    ) -> None:
        """`locked` is the folder of a site that is not open; its settings and content can be used all the same."""
        self._site = site
        self._locked = locked
        self._hand: LeaderId | None = None
        self.settings = settings
        self.library = library
        self.catalogues = catalogues
        self.roots = roots
        self.working_copy = working_copy
        self.cache = cache
        self.now = now

    @property
    def site(self) -> Site:
        """The site's folder and ledger.

        Raises SiteError at a desk that was opened for the content alone, SiteLocked while the site is locked.
        """
        if self._locked:
            raise SiteLocked(phrase("These records open only with a passphrase or a recovery code."))
        if self._site is None:
            raise SiteError(phrase("There is no site yet. “platica site init” sets one up."))
        return self._site

    @property
    def records(self) -> Records:
        return self.site.records

    @property
    def notices(self) -> tuple[Phrase, ...]:
        """What the person should know about the state the site was found in."""
        return self._site.notices if self._site else ()

    def book(self, language: str | None = None, domain: str = "ui") -> Phrasebook:
        """The phrasebook of a language; the site's own when none is named."""
        return self.catalogues.phrasebook(language or self.settings.language, domain)

    def formats(self, language: str | None = None) -> Formats:
        """Dates, times and lists as the site's region writes them in a language."""
        from platica.language.formats import Formats

        return Formats(language or self.settings.language, self.settings.region)

    @property
    def paper(self) -> Paper:
        """The site's own paper, or what its region uses."""
        from platica.language.formats import paper_of

        return Paper(self.settings.paper) if self.settings.paper else paper_of(self.settings.region)

    def translators(self, language: str, source_language: str = "en") -> Translators:
        """The translators of a curriculum written in `source_language`; shared texts are written in English."""

        @cache
        def translator(domain: str) -> Translate:
            source = "en" if domain == "shared" else source_language
            return self.catalogues.translate(language, domain, source)

        return translator

    def pending_reviews(self, curriculum: Curriculum, language: str) -> tuple[ReviewRole, ...]:
        """The reviews a curriculum asks for that nobody has signed for all it prints, what it borrows too."""
        from platica.domain.curriculum import ReviewRole
        from platica.language.reviews import Reviews

        reviews = Reviews([root.locales for root in self.roots], self.catalogues)
        for_texts = [role for role in curriculum.reviews if role is not ReviewRole.COMMUNITY]
        pending: set[ReviewRole] = set()
        for domain, messages in self.library.messages_used(curriculum.id).items():
            own = domain == curriculum.id
            pending.update(
                reviews.pending(
                    curriculum.reviews if own else for_texts,
                    domain,
                    language,
                    messages,
                    self.library.source_language(domain),
                    curriculum.version if own else "",
                )
            )
        return tuple(role for role in curriculum.reviews if role in pending)

    @property
    def pack(self) -> CountryPack | None:
        """The country pack of the site's region, if there is one."""
        return next((pack for pack in self.library.packs() if pack.region == self.settings.region), None)

    @property
    def slots(self) -> Mapping[str, str]:
        """The local numbers to print: the site's own over those its country pack is sure of."""
        pack = self.pack
        known = {slot.key: slot.value for slot in pack.slots if slot.value} if pack else {}
        return MappingProxyType({**known, **{key: value for key, value in self.settings.slots.items() if value}})

    @cached_property
    def lookalikes(self) -> Lookalikes:
        """Remembers whose names are alike."""
        from platica.desk.settling.lookalikes import Lookalikes

        return Lookalikes()

    @cached_property
    def press(self) -> Press:
        from platica.press.press import Press

        return Press(
            printables=[root.printables for root in self.roots if root.printables.is_dir()],
            cache=self.cache / "press",
            books=lambda language: self.book(language, "print"),
            pictures=self.library.picture,
        )

    @property
    def locked(self) -> bool:
        """Whether there is a site and it is not open."""
        return self._locked is not None

    @property
    def folder(self) -> Path:
        """The site's folder, also of a locked site. Raises SiteError when there is no site."""
        return self._locked or self.site.folder

    def lock(self) -> None:
        """Lets go of the records and of the keys until `unlock`; who is at the keyboard is remembered."""
        self._hand, folder = self.records.hand, self.folder
        self.close()
        self.__dict__.pop("press", None)
        self._site, self._locked = None, folder

    def unlock(self, site: Site) -> None:
        """Goes on with the site that was opened again."""
        self._site, self._locked = site, None
        self.records.hand = self._hand

    def close(self) -> None:
        """Ends the press worker and lets go of the site; once a week a backup is put aside in it first."""
        if "press" in self.__dict__:
            self.press.close()
        if self._site:
            if week_is_over(self._site.folder, self.now().date()):
                from platica.desk.backup import keep_up

                keep_up(self)
            self._site.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
