"""Signing texts that somebody has read: their translation, their health content, or a whole curriculum."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platica.desk.desk import Desk
from platica.domain.curriculum import ReviewRole
from platica.domain.document import Message
from platica.domain.ids import CurriculumId
from platica.domain.names import clean_name
from platica.errors import Refused
from platica.phrases import phrase
from platica.resources import ContentRoot

SHARED, SOURCE_LANGUAGE = "shared", "en"


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed."""

    texts: int
    """Texts the signature covers; 0 for a community, which signs a version."""
    new: int
    """Signatures that this person had not given before."""
    waiting: int
    """Texts of the domain that still wait for this role; for a community 0."""


def sign(
    desk: Desk, domain: str, language: str, role: ReviewRole, name: str, only: Sequence[str] = (), note: str = ""
) -> Signed:
    """Signs the texts of a domain as they read now, or those numbered in `only`, in the name of a reviewer.

    Raises NotFound, ContentError, and Refused when there is nothing to sign, no name, or a text that is not sound.
    """
    from platica.language.reviews import Reviews

    if not clean_name(name):
        raise Refused(phrase("Say who signs, with the name people know."))
    reviews = Reviews(_places(desk), desk.catalogues)
    today = desk.now().date()
    if role is ReviewRole.COMMUNITY:
        if domain == SHARED or only:
            raise Refused(phrase("A community signs one version of a whole curriculum."))
        version = desk.library.curriculum(CurriculumId(domain)).version
        return Signed(0, reviews.sign_version(domain, version, name, today, note), 0)
    source = SOURCE_LANGUAGE if domain == SHARED else desk.library.curriculum(CurriculumId(domain)).source_language
    if role is ReviewRole.LANGUAGE and language.partition("-")[0] == source.partition("-")[0]:
        raise Refused(
            phrase(
                "{domain} is written in {language}; there is no translation to sign.", domain=domain, language=language
            )
        )
    messages = desk.library.messages(domain)
    chosen = _chosen(messages, only)
    new = reviews.sign(role, domain, language, chosen, name, today, note, source)
    return Signed(len(chosen), new, len(reviews.unsigned(role, domain, language, messages, source)))


def numbered(desk: Desk, domain: str) -> tuple[tuple[int, Message], ...]:
    """The texts of a domain with the numbers `sign` and the packet know them by. Raises NotFound, ContentError."""
    return tuple(enumerate(desk.library.messages(domain), 1))


def _chosen(messages: Sequence[Message], only: Sequence[str]) -> tuple[Message, ...]:
    """The texts of numbers and ranges such as `4` and `7-12`."""
    if not only:
        return tuple(messages)
    wanted: set[int] = set()
    for part in only:
        first, _, last = part.partition("-")
        numbers = (first, last or first)
        if not all(one.isascii() and one.isdecimal() and 0 < int(one[:9]) <= len(messages) for one in numbers):
            raise Refused(
                phrase("“{found}” is no text; they are numbered from 1 to {last}.", found=part, last=len(messages))
            )
        wanted.update(range(int(numbers[0]), int(numbers[1]) + 1))
    return tuple(message for number, message in enumerate(messages, 1) if number in wanted)


def _places(desk: Desk) -> list[Path]:
    """Where signatures are read, the folder new ones go to first. Raises SiteError without working copy and site."""
    own = desk.working_copy or ContentRoot(desk.folder / "content")
    return [own.locales, *(root.locales for root in desk.roots if root != own)]
