"""Who read which text: which signatures hold, which are still waited for, and giving one."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from platica.domain.curriculum import ReviewRole
from platica.domain.document import Message
from platica.domain.names import clean_line, clean_name
from platica.domain.review import Review
from platica.errors import Refused
from platica.language import tags
from platica.language.catalogues import SOURCE_LANGUAGE, Catalogues
from platica.language.review_files import add, read, text_hash, version_hash
from platica.phrases import phrases

FOLDER = "reviews"
SOURCE, COMMUNITY = "source", "community"


class Reviews:
    """The signatures of some `locales/` folders; new ones go to the first."""

    def __init__(self, locales: Sequence[Path], catalogues: Catalogues) -> None:
        self._locales = tuple(locales)
        self._catalogues = catalogues

    def signed(
        self, role: ReviewRole, domain: str, language: str, message: Message, source_language: str = SOURCE_LANGUAGE
    ) -> bool:
        """Whether somebody in this role signed the message exactly as it reads now."""
        return not self.unsigned(role, domain, language, (message,), source_language)

    def unsigned(
        self,
        role: ReviewRole,
        domain: str,
        language: str,
        messages: Iterable[Message],
        source_language: str = SOURCE_LANGUAGE,
    ) -> tuple[Message, ...]:
        """Messages still waiting for this role: `language` reads translations, `clinical` the source."""
        known: dict[str, frozenset[str]] = {}
        waiting = []
        for message in messages:
            place = self._place(role, domain, language, message, source_language)
            if place is None:
                continue
            name, digest = place
            if name not in known:
                known[name] = frozenset(review.hash for review in self.read(name) if review.role is role)
            if digest not in known[name]:
                waiting.append(message)
        return tuple(waiting)

    def pending(
        self,
        roles: Iterable[ReviewRole],
        domain: str,
        language: str,
        messages: Sequence[Message],
        source_language: str = SOURCE_LANGUAGE,
        version: str = "",
    ) -> tuple[ReviewRole, ...]:
        """Roles that have not signed all of these messages; `community` signs the curriculum's version."""
        return tuple(
            role
            for role in roles
            if (
                not self.community_signed(domain, version)
                if role is ReviewRole.COMMUNITY
                else self.unsigned(role, domain, language, messages, source_language)
            )
        )

    def sign(
        self,
        role: ReviewRole,
        domain: str,
        language: str,
        messages: Iterable[Message],
        reviewer: str,
        on: date,
        note: str = "",
        source_language: str = SOURCE_LANGUAGE,
    ) -> int:
        """Signs messages as they read now and says how many were not signed before by this person.

        Raises Refused, and signs nothing, when a translation is missing, stale or failing.
        """
        files: dict[str, list[Review]] = {}
        unsound = 0
        for message in messages:
            place = self._place(role, domain, language, message, source_language)
            if place and place[1]:
                review = Review(role, place[1], clean_name(reviewer), on, clean_line(note))
                files.setdefault(place[0], []).append(review)
            elif place:
                unsound += 1
        if unsound:
            raise Refused(
                phrases(
                    "{count} text is missing, stale or failing; it cannot be signed yet.",
                    "{count} texts are missing, stale or failing; they cannot be signed yet.",
                    unsound,
                )
            )
        return sum(self._add(name, reviews) for name, reviews in files.items())

    def sign_version(self, curriculum: str, version: str, reviewer: str, on: date, note: str = "") -> int:
        """Signs a curriculum's version for the community."""
        digest = version_hash(curriculum, version)
        review = Review(ReviewRole.COMMUNITY, digest, clean_name(reviewer), on, clean_line(note))
        return self._add(f"{curriculum}.{COMMUNITY}", [review])

    def community_signed(self, curriculum: str, version: str) -> bool:
        """Whether somebody of the community signed this version."""
        digest = version_hash(curriculum, version)
        return any(review.hash == digest for review in self.read(f"{curriculum}.{COMMUNITY}"))

    def read(self, name: str) -> tuple[Review, ...]:
        """Every signature of a file, `diabetes-peer-circle.es` for instance, from all folders."""
        return tuple(review for folder in self._locales for review in read(folder / FOLDER / f"{name}.jsonl"))

    def _place(
        self, role: ReviewRole, domain: str, language: str, message: Message, source_language: str
    ) -> tuple[str, str] | None:
        """The file a signature belongs in and the hash it needs, empty for an unsound text; None: nothing to sign."""
        if role is not ReviewRole.LANGUAGE:
            return f"{domain}.{SOURCE}", text_hash(domain, message, source_language, ())
        found = self._catalogues.found(language, domain, message, source_language)
        if found and found.state.sound:
            file = f"{domain}.{tags.folder_name(found.language)}"
            return file, text_hash(domain, message, found.language, found.forms)
        if found or tags.base(language) != tags.base(source_language):
            return f"{domain}.{tags.folder_name(language)}", ""
        return None

    def _add(self, name: str, reviews: Iterable[Review]) -> int:
        return add(self._locales[0] / FOLDER / f"{name}.jsonl", reviews)
