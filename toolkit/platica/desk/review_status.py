"""Which reviews each curriculum asks for, and whose signature is still missing."""

import contextlib
from dataclasses import dataclass

from platica.desk.desk import Desk
from platica.domain.curriculum import ReviewRole
from platica.domain.ids import CurriculumId
from platica.errors import ContentError


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A curriculum and its reviews in one language."""

    curriculum: CurriculumId
    required: tuple[ReviewRole, ...]
    pending: tuple[ReviewRole, ...]


def look(desk: Desk, language: str) -> tuple[ReviewLine, ...]:
    """Every curriculum that can be read."""
    lines: list[ReviewLine] = []
    for curriculum_id in desk.library.ids():
        with contextlib.suppress(ContentError):
            one = desk.library.curriculum(curriculum_id)
            lines.append(ReviewLine(one.id, one.reviews, desk.pending_reviews(one, language)))
    return tuple(lines)
