"""The question box: what people asked on slips of paper, to be answered in front of the group and then gone."""

from platica.desk.desk import Desk
from platica.domain.ids import QuestionId, WorkshopId
from platica.domain.names import clean_line
from platica.domain.question import Question
from platica.errors import NotFound, Refused
from platica.ledger.ids import new_id
from platica.phrases import phrase

LONGEST = 300
"""Characters of a question; more does not fit on a slip."""


def add(desk: Desk, workshop_id: WorkshopId, text: str) -> Question:
    """Puts a question into the box of a workshop; nobody's hand is noted. Raises Refused when it is empty or long."""
    question = written(desk, workshop_id, text)
    desk.records.save(question)
    return question


def written(desk: Desk, workshop_id: WorkshopId, text: str) -> Question:
    """A question of today, not in the box yet. Raises Refused when it is empty or long."""
    words = clean_line(text)
    if not words:
        raise Refused(phrase("Write the question as it is on the slip."))
    if len(words) > LONGEST:
        raise Refused(phrase("This question has {length} characters; {most} fit.", length=len(words), most=LONGEST))
    return Question(QuestionId(new_id()), desk.records.workshop(workshop_id).id, words, desk.now().date())


def waiting(desk: Desk, workshop_id: WorkshopId) -> tuple[Question, ...]:
    """The questions of a workshop that wait for an answer, those of earlier days first."""
    return desk.records.questions(workshop_id)


def numbered(desk: Desk, workshop_id: WorkshopId, number: int) -> Question:
    """The question with a number in that order, from 1. Raises NotFound."""
    questions = waiting(desk, workshop_id)
    if not 1 <= number <= len(questions):
        raise NotFound(phrase("There is no question {number}; {count} wait.", number=number, count=len(questions)))
    return questions[number - 1]


def answered(desk: Desk, question: Question) -> None:
    """Takes a question out of the box for good, here and on other computers as they learn of it.

    Raises NotFound when it is gone already, or SiteError when a part is still on the disk and why.
    """
    desk.records.drop(question)


def count_waiting(desk: Desk) -> int:
    """How many questions wait in all workshops."""
    return sum(len(waiting(desk, workshop.id)) for workshop in desk.records.workshops())
