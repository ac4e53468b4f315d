"""Assembling a workshop from a curriculum and fitting it to the time there is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from platica.desk.desk import Desk
from platica.domain.curriculum import Activity, Curriculum, Session
from platica.domain.fit import Fit, drops_to_fit, fit_of, moved_activity, whole_session, without
from platica.domain.ids import ActivityId, CurriculumId, MeetingId, SessionId, WorkshopId
from platica.domain.names import clean_line
from platica.domain.schedule import weekly_dates
from platica.domain.workshop import Meeting, Plan, PlannedActivity, PlannedSession, Workshop, WorkshopForm
from platica.errors import NotFound, Refused
from platica.ledger.ids import new_id
from platica.phrases import phrase


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What a leader decides when a workshop begins."""

    curriculum: CurriculumId
    name: str
    languages: tuple[str, ...]
    start: date
    at: time
    minutes: int | None = None
    """Booked for each meeting; None for as long as the longest session."""
    form: WorkshopForm = WorkshopForm.SERIES
    weeks: int = 1
    """Weeks from one meeting to the next."""
    sessions: tuple[SessionId, ...] = ()
    """The sessions to hold, in order; all when empty."""
    place: str = ""
    leaders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A session of the plan beside what the curriculum offers."""

    session: Session
    planned: PlannedSession
    fit: Fit
    drops: tuple[Activity, ...]
    """Optional activities to leave out so that it fits."""

    @property
    def left_out(self) -> tuple[Activity, ...]:
        kept = {activity.id for activity in self.planned.activities}
        return tuple(activity for activity in self.session.activities if activity.id not in kept)


def create(desk: Desk, new: NewWorkshop) -> Workshop:
    """Makes the workshop and its meetings in one commit. Raises Refused or NotFound with what would be right."""
    name = clean_line(new.name)
    if not name:
        raise Refused(phrase("The workshop needs a name."))
    curriculum = desk.library.curriculum(new.curriculum)
    sessions = _chosen(curriculum, new.sessions)
    if new.form is WorkshopForm.EVENT:
        sessions = sessions[:1]
    minutes = _checked_minutes(new.minutes or max(session.minutes for session in sessions))
    workshop = Workshop(
        id=WorkshopId(new_id()),
        name=name,
        form=new.form,
        curriculum=curriculum.id,
        curriculum_version=curriculum.version,
        curriculum_hash=curriculum.content_hash,
        languages=new.languages,
        plan=Plan(minutes, tuple(whole_session(session) for session in sessions)),
        place=clean_line(new.place),
        leaders=tuple(filter(None, map(clean_line, new.leaders))),
    )
    dates = weekly_dates(new.start, len(sessions), weeks=new.weeks)
    meetings = [
        Meeting(MeetingId(new_id()), workshop.id, session.id, number, on, new.at, minutes)
        for number, (session, on) in enumerate(zip(sessions, dates, strict=True), 1)
    ]
    desk.records.save(workshop, *meetings)
    return workshop


def session_plans(desk: Desk, workshop_id: WorkshopId) -> tuple[SessionPlan, ...]:
    """The plan of a workshop, session by session."""
    workshop = desk.records.workshop(workshop_id)
    curriculum = desk.library.curriculum(workshop.curriculum)
    return tuple(_session_plan(curriculum, planned, workshop.plan.minutes) for planned in workshop.plan.sessions)


def drop(desk: Desk, workshop_id: WorkshopId, session_id: SessionId, *activities: ActivityId) -> Workshop:
    """Leaves activities out of a session."""
    planned = _planned(desk, workshop_id, session_id)
    _must_hold(planned, activities)
    if len(planned.activities) == len(set(activities)):
        raise Refused(phrase("A session needs at least one activity."))
    return _replan(desk, workshop_id, without(planned, *activities))


def bring_back(desk: Desk, workshop_id: WorkshopId, session_id: SessionId, activity_id: ActivityId) -> Workshop:
    """Puts an activity that was left out back where the curriculum has it."""
    workshop = desk.records.workshop(workshop_id)
    planned = _planned(desk, workshop_id, session_id)
    order = [activity.id for activity in _session(desk.library.curriculum(workshop.curriculum), session_id).activities]
    whole = whole_session(_session(desk.library.curriculum(workshop.curriculum), session_id))
    found = next((one for one in whole.activities if one.id == activity_id), None)
    if found is None:
        raise NotFound(
            phrase("Session {session} has no activity “{activity}”.", session=session_id, activity=activity_id)
        )
    if any(one.id == activity_id for one in planned.activities):
        return workshop
    earlier = set(order[: order.index(activity_id)])
    place = max((at for at, one in enumerate(planned.activities, 1) if one.id in earlier), default=0)
    kept = list(planned.activities)
    kept.insert(place, found)
    return _replan(desk, workshop_id, PlannedSession(session_id, tuple(kept)))


def move(desk: Desk, workshop_id: WorkshopId, session_id: SessionId, activity_id: ActivityId, place: int) -> Workshop:
    """Moves an activity to a place in its session, counted from 1."""
    planned = _planned(desk, workshop_id, session_id)
    _must_hold(planned, [activity_id])
    return _replan(desk, workshop_id, moved_activity(planned, activity_id, place))


def give_minutes(
    desk: Desk, workshop_id: WorkshopId, session_id: SessionId, activity_id: ActivityId, minutes: int
) -> Workshop:
    """Gives an activity other minutes than the curriculum does."""
    planned = _planned(desk, workshop_id, session_id)
    _must_hold(planned, [activity_id])
    _checked_minutes(minutes)
    kept = tuple(
        PlannedActivity(one.id, minutes if one.id == activity_id else one.minutes) for one in planned.activities
    )
    return _replan(desk, workshop_id, PlannedSession(session_id, kept))


def fit_to_time(desk: Desk, workshop_id: WorkshopId, *session_ids: SessionId) -> tuple[Activity, ...]:
    """Leaves out the proposed optional activities of sessions, in one commit, and says which they were."""
    workshop = desk.records.workshop(workshop_id)
    curriculum = desk.library.curriculum(workshop.curriculum)
    left_out: list[Activity] = []
    fitted = []
    for session_id in session_ids:
        planned = _planned(desk, workshop_id, session_id)
        drops = drops_to_fit(_session(curriculum, session_id), planned, workshop.plan.minutes)
        left_out += drops
        fitted.append(without(planned, *(activity.id for activity in drops)))
    _replan(desk, workshop_id, *fitted)
    return tuple(left_out)


def book_minutes(desk: Desk, workshop_id: WorkshopId, minutes: int) -> Workshop:
    """Books other minutes for each meeting."""
    workshop = desk.records.workshop(workshop_id)
    changed = replace(workshop, plan=replace(workshop.plan, minutes=_checked_minutes(minutes)))
    meetings = [replace(meeting, minutes=minutes) for meeting in desk.records.meetings(workshop_id)]
    desk.records.save(changed, *meetings)
    return changed


def describe(
    desk: Desk,
    workshop_id: WorkshopId,
    *,
    name: str | None = None,
    place: str | None = None,
    languages: tuple[str, ...] | None = None,
    leaders: tuple[str, ...] | None = None,
) -> Workshop:
    """Changes what a workshop is called, where it is, in which languages and who runs it."""
    workshop = desk.records.workshop(workshop_id)
    named = clean_line(name) if name is not None else workshop.name
    if not named:
        raise Refused(phrase("The workshop needs a name."))
    changed = replace(
        workshop,
        name=named,
        place=clean_line(place) if place is not None else workshop.place,
        languages=languages or workshop.languages,
        leaders=tuple(filter(None, map(clean_line, leaders))) if leaders is not None else workshop.leaders,
    )
    desk.records.save(changed)
    return changed


def _chosen(curriculum: Curriculum, wanted: Sequence[SessionId]) -> tuple[Session, ...]:
    return tuple(_session(curriculum, one) for one in wanted) or curriculum.sessions


def _session(curriculum: Curriculum, session_id: SessionId) -> Session:
    found = curriculum.session(session_id)
    if found is None:
        known = ", ".join(session.id for session in curriculum.sessions)
        raise NotFound(
            phrase(
                "{curriculum} has no session “{session}”; it has {known}.",
                curriculum=curriculum.id,
                session=session_id,
                known=known,
            )
        )
    return found


def _session_plan(curriculum: Curriculum, planned: PlannedSession, booked: int) -> SessionPlan:
    session = _session(curriculum, planned.session)
    return SessionPlan(session, planned, fit_of(planned, booked), drops_to_fit(session, planned, booked))


def _planned(desk: Desk, workshop_id: WorkshopId, session_id: SessionId) -> PlannedSession:
    planned = desk.records.workshop(workshop_id).plan.session(session_id)
    if planned is None:
        raise NotFound(phrase("This workshop has no session “{session}”.", session=session_id))
    return planned


def _must_hold(planned: PlannedSession, activities: Sequence[ActivityId]) -> None:
    held = [activity.id for activity in planned.activities]
    for activity in activities:
        if activity not in held:
            raise NotFound(
                phrase(
                    "Session {session} has no activity “{activity}” in this plan; it has {known}.",
                    session=planned.session,
                    activity=activity,
                    known=", ".join(held),
                )
            )


def _replan(desk: Desk, workshop_id: WorkshopId, *planned: PlannedSession) -> Workshop:
    workshop = desk.records.workshop(workshop_id)
    fresh = {one.session: one for one in planned}
    sessions = tuple(fresh.get(one.session, one) for one in workshop.plan.sessions)
    changed = replace(workshop, plan=replace(workshop.plan, sessions=sessions))
    desk.records.save(changed)
    return changed


def _checked_minutes(minutes: int) -> int:
    if not 1 <= minutes <= 600:
        raise Refused(phrase("{minutes} minutes are not possible; from 1 to 600 are.", minutes=minutes))
    return minutes
