"""The facilitator's guide to one session."""

from dataclasses import dataclass
from datetime import date, time

from platica.domain.document import ActivityText, SessionText, Text
from platica.domain.ids import CurriculumId
from platica.press.clock import TimeSlot, time_slots
from platica.press.views.edition import Stamp

LARGEST_SMALL_GROUP = 4
"""People who share one set of materials counted by group, when nobody said how many groups there are."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word to agree on with whoever interprets, in the group's two languages."""

    word: Text
    other: Text | None = None
    """None where there is no sound one: a line to write on."""


@dataclass(frozen=True, slots=True)
class MissedSession:
    """The session before this one, for those who were not there."""

    title: Text
    sheet: Text | None = None
    """The title of the sheet that tells of it."""


@dataclass(frozen=True, slots=True)
class GuideView:
    """The facilitator's guide to one session."""

    stamp: Stamp
    curriculum: CurriculumId
    """Whose folder the pictures are in."""
    session: SessionText
    number: int | None = None
    """Place of the session in the workshop, from 1."""
    people: int | None = None
    """How many are expected; quantities are worked out for them."""
    groups: int | None = None
    """How many small groups they make; worked out from the people when not given."""
    on: date | None = None
    starts: time | None = None
    handouts: tuple[str, ...] = ()
    """Titles of the sheets to print for it."""
    icon: str | None = None
    short: tuple[ActivityText, ...] = ()
    """What to do when there are only 45 minutes, with the minutes for it."""
    emergency_number: str | None = None
    """What is called here; None where nobody has said."""
    interpreter: str | None = None
    """Who interprets here; None where nobody has said."""
    second: str | None = None
    """The language into which terms are given."""
    terms: tuple[Term, ...] = ()
    missed: MissedSession | None = None

    @property
    def small_groups(self) -> int | None:
        """Small groups to bring materials for."""
        return self.groups or (None if self.people is None else -(-self.people // LARGEST_SMALL_GROUP))

    @property
    def short_slots(self) -> tuple[TimeSlot, ...]:
        """The short meeting on the clock."""
        return time_slots(self.short, self.starts)

    @property
    def order(self) -> dict[str, int]:
        """The place of each activity in the session, from 1."""
        return {activity.id: place for place, activity in enumerate(self.session.activities, 1)}

    @property
    def personal(self) -> bool:
        return False
