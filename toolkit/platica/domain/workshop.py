"""A workshop: one run of a curriculum with a group, its plan and its dated meetings."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from platica.domain.ids import ActivityId, CurriculumId, MeetingId, SessionId, WorkshopId


class WorkshopForm(StrEnum):
    """How a group comes together."""

    SERIES = "series"
    """The same people from the first session to the last."""
    OPEN = "open"
    """Anyone may join at any session."""
    EVENT = "event"
    """One time, counted by heads, without names."""


@dataclass(frozen=True, slots=True)
class PlannedActivity:
    """An activity of the plan, with the minutes this group gives it."""

    id: ActivityId
    minutes: int


@dataclass(frozen=True, slots=True)
class PlannedSession:
    """A session of the plan and its activities in the order they will be done; those left out are not listed."""

    session: SessionId
    activities: tuple[PlannedActivity, ...]

    @property
    def minutes(self) -> int:
        return sum(activity.minutes for activity in self.activities)


@dataclass(frozen=True, slots=True)
class Plan:
    """The workshop's own ordered choice of sessions, fitted to the minutes booked for each meeting."""

    minutes: int
    sessions: tuple[PlannedSession, ...]

    def session(self, session_id: SessionId) -> PlannedSession | None:
        return next((planned for planned in self.sessions if planned.session == session_id), None)


@dataclass(frozen=True, slots=True)
class Workshop:
    """One run of an assembled curriculum."""

    id: WorkshopId
    name: str
    form: WorkshopForm
    curriculum: CurriculumId
    curriculum_version: str
    curriculum_hash: str
    languages: tuple[str, ...]
    """The first is the group's own; others are printed for those who read them."""
    plan: Plan
    place: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session of a workshop on a date."""

    id: MeetingId
    workshop: WorkshopId
    session: SessionId
    number: int
    """Place in the workshop, from 1."""
    on: date
    at: time
    minutes: int
    heads: int | None = None
    """People counted: all there were at an event without names, those in the room where a return sheet says so."""
    faces: tuple[int, ...] | None = None
    """How many circled each of the five faces of the feedback sheet, from very bad to very good."""

    @property
    def starts(self) -> datetime:
        """Local wall time, as printed; the site does not travel between time zones."""
        return datetime.combine(self.on, self.at)
