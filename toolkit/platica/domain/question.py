"""A question of the box: asked on a slip of paper, by nobody who can be found out."""

from dataclasses import dataclass
from datetime import date

from platica.domain.ids import QuestionId, WorkshopId


@dataclass(frozen=True, slots=True)
class Question:
    """A question that waits for an answer in front of the group. It has no author, and of its time only the day."""

    id: QuestionId
    workshop: WorkshopId
    text: str
    on: date
