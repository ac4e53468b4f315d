"""Which reviews each curriculum asks for, and whose signature is still missing."""

from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.curriculum import ReviewRole
from platica.domain.ids import CurriculumId


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A curriculum and its reviews in one language."""

    curriculum: CurriculumId
    required: tuple[ReviewRole, ...]
    pending: tuple[ReviewRole, ...]


def look(desk: Desk, language: str) -> tuple[ReviewLine, ...]:
    """Every curriculum."""
    found = map(desk.library.curriculum, desk.library.ids())
    return tuple(ReviewLine(one.id, one.reviews, desk.pending_reviews(one, language)) for one in found)
