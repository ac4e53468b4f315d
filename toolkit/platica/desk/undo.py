"""Taking back what was done on this computer, also after the program was closed: the newest first, step by step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from platica.desk.desk import Desk
from platica.domain.scope import LastStep, Scope, What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from platica.domain.history import Step
    from platica.domain.undone import TakenBack, Undone
    from platica.phrases import Phrase

_OLD = timedelta(hours=12)


def last(desk: Desk, scope: Scope) -> LastStep | None:
    """The newest step of a scope that can be taken back."""
    if scope.what is not What.SETTINGS:
        return desk.records.last_step(scope)
    from platica.desk.settings_before import changed_at
    from platica.domain.ids import CommitId

    at = changed_at(desk.site.folder)
    return None if at is None else LastStep(CommitId(""), at)


def asks_first(step: LastStep) -> bool:
    """Whether a step is of another day, or a wide one, so that nobody has all of it in mind who asks to undo."""
    return step.wide or datetime.now(UTC) - step.at > _OLD


def what(desk: Desk, step: LastStep, language: str | None = None) -> Phrase:
    """What would be taken back, in words."""
    from platica.desk.tell_undone import step_told
    from platica.phrases import phrase

    if not step.commit:
        return phrase("the set-up was changed")
    return step_told(desk, desk.records.steps(step.commit), language or desk.settings.language)


def undo(desk: Desk, scope: Scope, language: str | None = None) -> Undone:
    """Takes back the newest step of a scope, whole, and says what it was.

    Raises Refused when there is none, or when a later change stands on it: then it, and what is older, stays.
    """
    from platica.desk.tell_undone import undoing_told
    from platica.domain.undone import Undone, marks_taken_back
    from platica.errors import Refused
    from platica.phrases import phrase

    found = last(desk, scope)
    if found is None:
        raise Refused(phrase("There is nothing to undo."))
    if not found.commit:
        return _undo_settings(desk)
    steps = desk.records.steps(found.commit)
    told = undoing_told(desk, steps, language or desk.settings.language)
    marks = _marks(desk, steps)
    saved = desk.records.undo(found.commit)
    people = tuple(now for one in marks if (now := _standing(desk, one)).was != now.now)
    only_marks = people and all(step.table == "marks" for step in steps)
    gone = any(step.table == "workshops" and step.exists for step in steps)
    return Undone(marks_taken_back(people) if only_marks else told, saved.at, people, gone)


def _undo_settings(desk: Desk) -> Undone:
    from platica.desk.settings_before import take_back_settings
    from platica.domain.undone import Undone
    from platica.phrases import phrase

    desk.settings = take_back_settings(desk.site.folder)
    return Undone(phrase("The set-up is as before."), datetime.now().astimezone())


def _marks(desk: Desk, steps: Sequence[Step]) -> tuple[TakenBack, ...]:
    """The marks that a commit made, as they stand before it is taken back, by number."""
    from platica.domain.ids import MeetingId, ParticipantId
    from platica.domain.undone import TakenBack

    joined = desk.records.joined()
    found = []
    people: dict[str, set[ParticipantId]] = {}
    for step in steps:
        if step.table == "marks":
            at, _, person = step.key.partition(":")
            people.setdefault(at, set()).add(joined.one(person))
    for at, marked in people.items():
        meeting = desk.records.meeting(MeetingId(at))
        for entry in desk.records.roster(meeting.workshop).entries:
            if entry.participant.id in marked:
                found.append(TakenBack(entry, meeting, desk.records.mark(meeting.id, entry.participant.id), None))
    return tuple(sorted(found, key=lambda one: (one.entry.number, one.meeting.number)))


def _standing(desk: Desk, taken: TakenBack) -> TakenBack:
    """The same with the mark that stands now."""
    from dataclasses import replace

    return replace(taken, now=desk.records.mark(taken.meeting.id, taken.entry.participant.id))
