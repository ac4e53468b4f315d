"""The keys of every YAML file and front matter: their types, and what is required. Lists arrive as tuples."""

import re
from typing import Annotated

from msgspec import Meta, Struct

from platica.domain.curriculum import CurriculumKind, HandoutType, Per, Readers, ReviewRole
from platica.phrases import mark

NAME = r"[a-z0-9]+(-[a-z0-9]+)*"
"""File names, activity ids and icons: lower-case letters, digits and hyphens."""

Name = Annotated[str, Meta(pattern=rf"^{NAME}\Z", description=mark("a name of lower-case letters, digits and hyphens"))]
Reference = Annotated[
    str,
    Meta(pattern=rf"^({NAME}/)?{NAME}\Z", description=mark("a file name without its ending, such as shared/sign-in")),
]
FactName = Annotated[str, Meta(pattern=r"^[A-Z]+-[0-9]+[a-z]?\Z", description=mark("a fact such as DM-06"))]
SlotName = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*\Z", description=mark("a name such as clinic_phone"))]
Version = Annotated[str, Meta(pattern=r"^\d+\.\d+\.\d+\Z", description=mark("a version such as 1.0.0"))]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}([-_][A-Za-z0-9]+)*\Z", description=mark("a language such as en"))]
Region = Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z", description=mark("a country code such as US"))]
Paper = Annotated[str, Meta(pattern=r"^(letter|a4)\Z", description=mark("letter or a4"))]
Minutes = Annotated[int, Meta(ge=1, le=600, description=mark("a number of minutes from 1 to 600"))]
Count = Annotated[int, Meta(ge=1, le=1000, description=mark("a whole number from 1 to 1000"))]
Year = Annotated[int, Meta(ge=1900, le=2200, description=mark("a year such as 2024"))]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}\Z", description=mark("a date such as 2027-06-30"))]
Verified = Annotated[
    str,
    Meta(
        pattern=r"^(primary|second-hand|general-knowledge)\Z",
        description=mark("primary, second-hand or general-knowledge"),
    ),
]


def is_file_name(text: str) -> bool:
    """Whether a session or handout may be called so."""
    return bool(re.fullmatch(NAME, text))


class GroupSizeEntry(Struct, frozen=True):
    """`group_size` of curriculum.yaml."""

    least: Count
    most: Count


class CompletionEntry(Struct, frozen=True):
    """`completion` of curriculum.yaml."""

    attend: Count
    source: str = ""


class CurriculumEntry(Struct, frozen=True):
    """curriculum.yaml."""

    id: Name
    version: Version
    title: str
    summary: str
    kind: CurriculumKind
    audience: str
    group_size: GroupSizeEntry
    source_language: Language
    sessions: tuple[Reference, ...]
    licence: str
    authors: tuple[str, ...]
    handouts: tuple[Reference, ...] = ()
    facts: tuple[FactName, ...] = ()
    completion: CompletionEntry | None = None
    packs: tuple[SlotName, ...] = ()
    reviews: tuple[ReviewRole, ...] = ()
    icon: Name = ""


class MaterialEntry(Struct, frozen=True):
    """One of `materials` in a session."""

    name: str
    quantity: Count = 1
    per: Per = Per.ROOM
    used_in: tuple[Name, ...] = ()


class ShortEntry(Struct, frozen=True):
    """One of `short` in a session."""

    activity: Name
    minutes: Minutes


class LikelyQuestionEntry(Struct, frozen=True):
    """One of `questions` in a session."""

    question: str
    answer: str


class SessionEntry(Struct, frozen=True):
    """The front matter of a session."""

    title: str
    minutes: Minutes
    objectives: tuple[str, ...]
    materials: tuple[MaterialEntry, ...] = ()
    before: tuple[str, ...] = ()
    on_arrival: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    handouts: tuple[Reference, ...] = ()
    short: tuple[ShortEntry, ...] = ()
    questions: tuple[LikelyQuestionEntry, ...] = ()
    red_flags: tuple[str, ...] = ()
    interpreter: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    missed: Reference = ""


class HandoutEntry(Struct, frozen=True):
    """The front matter of a handout or form."""

    title: str
    type: HandoutType
    subtitle: str = ""
    icon: Name = ""
    facts: tuple[FactName, ...] = ()
    readers: Readers = Readers.EVERYBODY


class FactEntry(Struct, frozen=True):
    """One fact of facts.yaml."""

    id: FactName
    statement: str
    source: str
    verified: Verified
    year: Year | None = None
    value: str = ""
    unit: str = ""
    volatile: bool = False
    review_by: Day = ""


class SafetyEntry(Struct, frozen=True):
    """One text of safety.yaml."""

    text: str
    title: str = ""
    facts: tuple[FactName, ...] = ()


class SlotEntry(Struct, frozen=True):
    """One local setting of a country pack."""

    value: str = ""
    suggestion: str = ""
    note: str = ""


class PackEntry(Struct, frozen=True):
    """packs/REGION.yaml."""

    region: Region
    name: str
    paper: Paper
    slots: dict[str, SlotEntry]
