"""What may be taken back from one place: a part of a workshop, or anything of the site."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from platica.domain.ids import CommitId, WorkshopId


class What(StrEnum):
    """A part of what a leader does."""

    ATTENDANCE = "attendance"
    """Marks, counts, answers and notes of a session, and people added while marking."""
    PEOPLE = "people"
    """Who is in the group, and what is known of them."""
    PLAN = "plan"
    """The choice of activities and the minutes booked."""
    WORKSHOP = "workshop"
    """Name, place, languages, leaders, dates and the plan."""
    SETTINGS = "settings"
    """What set-up decided."""
    ANYTHING = "anything"
    """All of these but the settings: nothing of who leads here."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of what is done in one workshop; without a workshop, in all of them."""

    what: What
    workshop: WorkshopId | None = None


@dataclass(frozen=True, slots=True)
class LastStep:
    """The newest step that can be taken back; the settings of a site have no commit."""

    commit: CommitId
    at: datetime
    wide: bool = False
    """Whether it reached over more than one action does, as going back to a backup does."""
