"""What came back from a session besides marks: `Ana Beltrán: confidence 4 → 7, session 3 of Caminando juntos`."""

from platica.desk.tell.parts import Fields, shift, shown
from platica.desk.tell.words import Words
from platica.domain.history import Step
from platica.phrases import Phrase, phrase


def measure_told(step: Step, words: Words) -> Phrase:
    """What happened to an answer of a person."""
    meeting, _, person = step.key.partition(":")
    fields = Fields(step)
    who, where = words.person(person), words.session(meeting)
    if step.exists is False:
        return phrase("{name}: the answer was taken away, {session}", name=who, session=where)
    was, now = (
        None if value is None else shown(value) for value in (fields.was("confidence"), fields.now("confidence"))
    )
    answer = shift(phrase("confidence"), was, now)
    return phrase("{name}: {answer}, {session}", name=who, answer=answer, session=where)


def note_told(step: Step, words: Words) -> Phrase:
    """What happened to a practice note; what it says is read on its own screen."""
    where = words.session(str(Fields(step).either("meeting") or ""))
    if step.exists is False:
        return phrase("A practice note was removed, {session}", session=where)
    if step.exists:
        return phrase("A practice note was written, {session}", session=where)
    return phrase("A practice note was changed, {session}", session=where)
