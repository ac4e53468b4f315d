"""What happened, in sentences that a leader understands, in one language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from platica.desk import computers
from platica.desk.desk import Desk
from platica.desk.tell.marks import mark_told
from platica.desk.tell.others import device_told, leader_told, question_told, unknown_told
from platica.desk.tell.people import enrolment_told, person_told
from platica.desk.tell.returned import measure_told, note_told
from platica.desk.tell.words import Words
from platica.desk.tell.workshops import meeting_told, sheet_told, workshop_told
from platica.domain.history import Step
from platica.domain.ids import CommitId
from platica.phrases import Phrase, phrase

_TOLD: Mapping[str, Callable[[Step, Words], Phrase]] = {
    "marks": mark_told,
    "participants": person_told,
    "enrolments": enrolment_told,
    "workshops": workshop_told,
    "meetings": meeting_told,
    "sheets": sheet_told,
    "devices": device_told,
    "leaders": leader_told,
    "questions": question_told,
    "measures": measure_told,
    "notes": note_told,
}


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as a person reads it."""

    at: datetime
    """In local time."""
    leader: str
    """Whose hand it was; empty when nobody said."""
    computer: str
    sentence: Phrase
    commit: CommitId


def tell(desk: Desk, steps: Iterable[Step], language: str) -> tuple[ToldStep, ...]:
    """Steps as sentences, in their order.

    What an erasure writes again without a name is told by the erasure alone, so there may be fewer than steps.
    """
    known = tuple(steps)
    words, book = Words(desk, language, known), desk.book(language)
    called = computers.names_of(desk, frozenset(step.device for step in known))
    erasing = {step.commit for step in known if step.erased}
    return tuple(
        ToldStep(
            at=step.at.astimezone(),
            leader=book.tell(Phrase("{name}", {"name": words.leader(step.leader)})) if step.leader else "",
            computer=book.tell(called[step.device]),
            sentence=_sentence(step, words),
            commit=step.commit,
        )
        for step in known
        if step.erased or step.commit not in erasing
    )


def sentence_of(desk: Desk, step: Step, language: str) -> Phrase:
    """What one step did: `Ana Beltrán: present → absent, session 3 of Caminando juntos`."""
    return _sentence(step, Words(desk, language, (step,)))


def told_with(words: Words, step: Step) -> Phrase:
    """The same with words that were looked up already, for many sentences."""
    return _sentence(step, words)


def _sentence(step: Step, words: Words) -> Phrase:
    told = _TOLD.get(step.table, unknown_told)(step, words)
    return phrase("taken back: {what}", what=told) if step.undoes else told
