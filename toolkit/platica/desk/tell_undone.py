"""What is said when a step is taken back, and before."""

from collections.abc import Sequence
from contextlib import suppress

from platica.desk.desk import Desk
from platica.desk.tell_steps import sentence_of
from platica.domain.history import Step
from platica.domain.ids import MeetingId, ParticipantId, WorkshopId
from platica.errors import NotFound
from platica.phrases import Phrase, phrase, phrases


def step_told(desk: Desk, steps: Sequence[Step], language: str) -> Phrase:
    """What a commit did: its first change, and how many more there are."""
    first = sentence_of(desk, steps[0], language)
    if len(steps) == 1:
        return first
    return phrases("{first}, and {count} more change", "{first}, and {count} more changes", len(steps) - 1, first=first)


def undoing_told(desk: Desk, steps: Sequence[Step], language: str) -> Phrase:
    """What is as it was once a commit is taken back; told of the records as they are before."""
    for known in (_places, _workshop, _meeting, _person):
        with suppress(NotFound):
            sentence = known(desk, steps)
            if sentence is not None:
                return sentence
    return phrase("Taken back: {what}", what=step_told(desk, steps, language))


def _places(desk: Desk, steps: Sequence[Step]) -> Phrase | None:
    """People who are off a roster again, or on it."""
    places = [step for step in steps if step.table == "enrolments"]
    off = {_came(step) for step in places}
    if None in off or len(off) != 1 or not _only_about(steps, {step.key.rpartition(":")[2] for step in places}):
        return None
    if len(places) > 1:
        return phrase("The list is off the roster again.") if True in off else None
    name = _name(desk, steps, ParticipantId(places[0].key.rpartition(":")[2]))
    if True in off:
        return phrase("{name} is off the roster again.", name=name)
    return phrase("{name} is on the roster again.", name=name)


def _only_about(steps: Sequence[Step], people: set[str]) -> bool:
    """Whether a commit did nothing but to bring these people, or to take them off."""
    return all(
        step.table in ("participants", "enrolments", "marks") and step.key.rpartition(":")[2] in people
        for step in steps
    )


def _came(step: Step) -> bool | None:
    """Whether somebody came to a group by this step, or left it; None when it did something else."""
    if step.exists is not None:
        return step.exists
    changed = {one.field: one.now for one in step.fields}
    return bool(changed["active"]) if set(changed) == {"active"} else None


def _name(desk: Desk, steps: Sequence[Step], person: ParticipantId) -> str:
    """What somebody is called, also when the commit has taken them off."""
    for step in steps:
        if step.table == "participants" and step.key == person and step.exists is False:
            return next((str(one.was) for one in step.fields if one.field == "name"), "")
    return desk.records.participant(person).name


def _workshop(desk: Desk, steps: Sequence[Step]) -> Phrase | None:
    """A workshop that was made, described or planned."""
    step = next((step for step in steps if step.table == "workshops"), None)
    if step is None or step.exists is False or not all(_is_of(desk, one, step.key) for one in steps):
        return None
    workshop = desk.records.workshop(WorkshopId(step.key))
    if step.exists:
        return phrase("The workshop {name} is not there any more.", name=workshop.name)
    was = {one.field: one.was for one in step.fields}
    if "minutes" in was:
        return phrase("{minutes} minutes are booked again.", minutes=was["minutes"])
    if set(was) == {"plan"}:
        return phrase("The plan is as before.")
    return phrase("{name} is as before.", name=was.get("name") or workshop.name)


def _is_of(desk: Desk, step: Step, workshop: str) -> bool:
    """Whether a step is about a workshop itself or a meeting of it."""
    if step.table == "meetings":
        return desk.records.meeting(MeetingId(step.key)).workshop == workshop
    return step.table == "workshops" and step.key == workshop


def _meeting(desk: Desk, steps: Sequence[Step]) -> Phrase | None:
    """A meeting that was moved, or an event whose people were counted."""
    if len(steps) != 1 or steps[0].table != "meetings" or steps[0].exists is not None:
        return None
    was = {one.field: one.was for one in steps[0].fields}
    if set(was) == {"heads"}:
        count = was["heads"]
        if not isinstance(count, int):
            return phrase("The count is taken back.")
        return phrases("{count} person, as before.", "{count} people, as before.", count)
    if set(was) <= {"on", "at"}:
        number = desk.records.meeting(MeetingId(steps[0].key)).number
        return phrase("Session {number} is on its old day again.", number=number)
    return None


def _person(desk: Desk, steps: Sequence[Step]) -> Phrase | None:
    """A person about whom something was put right."""
    if len(steps) != 1 or steps[0].table != "participants" or steps[0].exists is not None:
        return None
    was = {one.field: one.was for one in steps[0].fields}
    if "same_as" in was:
        return None
    return phrase("{name} is as before.", name=was.get("name") or _name(desk, steps, ParticipantId(steps[0].key)))
