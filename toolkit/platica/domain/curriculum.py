"""A curriculum: sessions of timed activities, the handouts they use, and what a reviewer must sign."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from platica.domain.ids import ActivityId, CurriculumId, FactId, HandoutId, SessionId
from platica.domain.workshop import PlannedActivity


class CurriculumKind(StrEnum):
    """What a group comes together for."""

    PEER_SUPPORT_GROUP = "peer-support-group"
    COMMUNITY_WORKSHOP = "community-workshop"
    PEER_ASSISTED_LEARNING = "peer-assisted-learning"
    CARE_TEAM = "care-team"
    CAMPAIGN = "campaign"
    CONFERENCE_HYBRID = "conference-hybrid"


class HandoutType(StrEnum):
    """What a sheet is for."""

    HANDOUT = "handout"
    FORM = "form"
    LOG = "log"
    CHECKLIST = "checklist"
    CARD = "card"
    POSTER = "poster"
    SIGN_IN = "sign-in"
    CERTIFICATE = "certificate"


class ReviewRole(StrEnum):
    """Who must read a text before it may be called final."""

    CLINICAL = "clinical"
    LANGUAGE = "language"
    COMMUNITY = "community"


class Per(StrEnum):
    """What a quantity of material is counted by."""

    PERSON = "person"
    GROUP = "group"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring."""

    name: str
    quantity: int = 1
    per: Per = Per.ROOM
    used_in: tuple[ActivityId, ...] = ()
    """The activities it is for; empty when the whole session needs it."""

    def needed_for(self, activities: Collection[str]) -> bool:
        """Whether one of these activities needs it."""
        return not self.used_in or any(activity in activities for activity in self.used_in)


@dataclass(frozen=True, slots=True)
class Activity:
    """A timed block of a session. Its id never changes, so a plan can name it for years."""

    id: ActivityId
    title: str
    minutes: int
    kind: str
    optional: bool = False
    essential: bool = False
    """Whether the session is not the same session without it."""


@dataclass(frozen=True, slots=True)
class Session:
    """One teaching unit: what people can do by the end, what to bring, and the activities in order."""

    id: SessionId
    title: str
    minutes: int
    objectives: tuple[str, ...]
    activities: tuple[Activity, ...]
    materials: tuple[Material, ...] = ()
    before: tuple[str, ...] = ()
    on_arrival: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    handouts: tuple[HandoutId, ...] = ()
    short: tuple[PlannedActivity, ...] = ()
    """What its authors would do of it in a short meeting; empty when they did not say."""
    red_flags: tuple[str, ...] = ()
    """The standing safety texts that say when to stop and call."""
    missed: HandoutId | None = None
    """The sheet for those who missed it."""

    @property
    def activity_minutes(self) -> int:
        return sum(activity.minutes for activity in self.activities)


class Readers(StrEnum):
    """Who takes a sheet."""

    EVERYBODY = "everybody"
    LEADERS = "leaders"
    """Those who lead, and nobody else."""


@dataclass(frozen=True, slots=True)
class Handout:
    """A sheet of paper for participants, or a form to fill in."""

    id: HandoutId
    title: str
    type: HandoutType
    icon: str | None = None
    subtitle: str | None = None
    facts: tuple[FactId, ...] = ()
    readers: Readers = Readers.EVERYBODY


@dataclass(frozen=True, slots=True)
class Fact:
    """A sourced health fact that texts lean on."""

    id: FactId
    statement: str
    value: str
    unit: str
    source: str
    year: int | None
    """Of the source; None where it shows none."""
    verified: str
    """`primary`, `second-hand` or `general-knowledge`."""
    volatile: bool = False
    review_by: str | None = None
    """ISO date after which the figure must be looked up again."""

    @property
    def published(self) -> bool:
        """Whether somebody can look its source up; common practice in the field is no publication."""
        return self.year is not None or self.verified != "general-knowledge"

    @property
    def citation(self) -> str:
        """The source as it stands under a text."""
        return self.source if self.year is None else f"{self.source}, {self.year}"


@dataclass(frozen=True, slots=True)
class CompletionRule:
    """What completing means here: coming to at least `attend` sessions."""

    attend: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class GroupSize:
    """How many people a curriculum is written for."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Curriculum:
    """A folder of health content, in its source language."""

    id: CurriculumId
    version: str
    title: str
    summary: str
    kind: CurriculumKind
    audience: str
    group_size: GroupSize
    source_language: str
    sessions: tuple[Session, ...]
    handouts: tuple[Handout, ...]
    completion: CompletionRule | None
    reviews: tuple[ReviewRole, ...]
    pack_keys: tuple[str, ...]
    licence: str
    authors: tuple[str, ...]
    icon: str | None
    content_hash: str
    """SHA-256 of every file of the folder, so that a workshop can say which text it was taught from."""

    def session(self, session_id: SessionId) -> Session | None:
        return next((session for session in self.sessions if session.id == session_id), None)

    def handout(self, handout_id: HandoutId) -> Handout | None:
        return next((handout for handout in self.handouts if handout.id == handout_id), None)
