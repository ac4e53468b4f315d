"""The facilitator's guide to one session."""

from dataclasses import dataclass
from datetime import time

from platica.domain.document import SessionText
from platica.domain.ids import CurriculumId
from platica.press.views.edition import Stamp

LARGEST_SMALL_GROUP = 4
"""People who share one set of materials counted by group, when nobody said how many groups there are."""


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
    starts: time | None = None
    handouts: tuple[str, ...] = ()
    """Titles of the sheets to print for it."""
    icon: str | None = None

    @property
    def small_groups(self) -> int | None:
        """Small groups to bring materials for."""
        return self.groups or (None if self.people is None else -(-self.people // LARGEST_SMALL_GROUP))

    @property
    def personal(self) -> bool:
        return False
