"""A curriculum on its way from one site to another: what travels, and what a site is told of it."""

import re
from dataclasses import dataclass

_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_PICTURE = r"images/[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?:png|jpg|jpeg)"
_TAG = r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?(?:_(?:[A-Z]{2}|[0-9]{3}))?"
_PARTS = rf"(?:facts\.yaml|sessions/{_NAME}\.md|handouts/{_NAME}\.md|{_PICTURE})"
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
"""Names that Windows keeps for itself, with any ending."""
LONGEST_NAME = 60
"""Letters of a curriculum's id and of every part of a path, its ending left out."""
_LONGEST_PART = LONGEST_NAME + 20
SHARED = "shared"


def is_curriculum_id(text: str) -> bool:
    """Whether a curriculum may be called so on every system."""
    return bool(re.fullmatch(_NAME, text) and len(text) <= LONGEST_NAME and text != SHARED and not _DEVICES.match(text))


def may_travel(path: str, curriculum: str) -> bool:
    """Whether a path in a pack of this curriculum is one of those content knows."""
    own = rf"curricula/{re.escape(curriculum)}/(?:curriculum\.yaml|{_PARTS})"
    shared = rf"curricula/{SHARED}/(?:safety\.yaml|{_PARTS})"
    domain = rf"(?:{re.escape(curriculum)}|{SHARED})"
    catalogue = rf"locales/{_TAG}/LC_MESSAGES/{domain}\.po"
    review = rf"locales/reviews/{domain}\.(?:{_TAG}|source|community)\.jsonl"
    parts = path.split("/")
    return (
        re.fullmatch("|".join((own, shared, catalogue, review)), path) is not None
        and all(len(part) <= _LONGEST_PART for part in parts)
        and not any(_DEVICES.match(part) for part in parts)
    )


def is_shared(path: str) -> bool:
    """Whether a file of a pack belongs to what many curricula use."""
    return path.startswith(f"curricula/{SHARED}/") or path.rpartition("/")[2].startswith(f"{SHARED}.")


def version_key(version: str) -> tuple[int, ...]:
    """What versions are compared by: 1.10.0 is newer than 1.9.2."""
    return tuple(int(part) for part in version.split("."))


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file that travels: its path from `curricula/` or `locales/` on, with `/` between its parts."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class CurriculumPack:
    """A curriculum with everything it needs elsewhere."""

    id: str
    version: str
    title: str
    source_language: str
    licence: str
    authors: tuple[str, ...]
    content_hash: str
    """SHA-256 of the curriculum's folder, as workshops remember it."""
    files: tuple[CarriedFile, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages its own texts are translated into, as folders are called."""
        ending = f"/LC_MESSAGES/{self.id}.po"
        return tuple(sorted(file.path.split("/")[1] for file in self.files if file.path.endswith(ending)))
