"""A person in the group: only what is needed to greet them, print for them and keep their consent."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from platica.domain.ids import ParticipantId


class ReadingStyle(StrEnum):
    """How a person likes a sheet."""

    NORMAL = "normal"
    LARGE = "large"
    PICTURES = "pictures"
    BY_EAR = "by-ear"


@dataclass(frozen=True, slots=True)
class Reads:
    """What a person reads: a language, and a style of print."""

    language: str
    style: ReadingStyle = ReadingStyle.NORMAL


@dataclass(frozen=True, slots=True)
class Consent:
    """When a person agreed, and to which version of the words."""

    on: date
    text_version: str


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, with the name as they want to be called and as it prints."""

    id: ParticipantId
    code: str
    """Short code for paper that must not carry a name."""
    name: str
    reads: Reads
    consent: Consent | None = None
    contact: str | None = None
