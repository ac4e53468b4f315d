"""Fitting a session into the minutes booked for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from platica.domain.curriculum import Activity, Session
from platica.domain.ids import ActivityId
from platica.domain.workshop import PlannedActivity, PlannedSession


@dataclass(frozen=True, slots=True)
class Fit:
    """How a planned session stands against the booked minutes."""

    booked: int
    planned: int

    @property
    def over(self) -> int:
        return max(0, self.planned - self.booked)

    @property
    def under(self) -> int:
        return max(0, self.booked - self.planned)


def whole_session(session: Session) -> PlannedSession:
    """The session with all its activities and its own minutes."""
    return PlannedSession(session.id, tuple(PlannedActivity(a.id, a.minutes) for a in session.activities))


def fit_of(planned: PlannedSession, booked: int) -> Fit:
    """How many minutes are planned of those booked."""
    return Fit(booked, planned.minutes)


def drops_to_fit(session: Session, planned: PlannedSession, booked: int) -> tuple[Activity, ...]:
    """The optional activities to leave out so that the session fits.

    As few as will do, and of those the ones that leave the least time unused; all optional ones when even that is
    not enough. Sessions have a handful of optional activities, so every choice is looked at.
    """
    over = fit_of(planned, booked).over
    if not over:
        return ()
    minutes = {activity.id: activity.minutes for activity in planned.activities}
    optional = [activity for activity in session.activities if activity.optional and activity.id in minutes]
    picks = (_picked(optional, pick) for pick in range(1, 1 << len(optional)))
    choices = [chosen for chosen in picks if sum(minutes[a.id] for a in chosen) >= over]
    return min(
        choices,
        key=lambda chosen: (len(chosen), sum(minutes[a.id] for a in chosen)),
        default=tuple(optional),
    )


def without(planned: PlannedSession, *dropped: ActivityId) -> PlannedSession:
    """The planned session less some activities."""
    kept = tuple(activity for activity in planned.activities if activity.id not in dropped)
    return PlannedSession(planned.session, kept)


def moved_activity(planned: PlannedSession, activity: ActivityId, place: int) -> PlannedSession:
    """The planned session with one activity at another place, counted from 1."""
    one = next(a for a in planned.activities if a.id == activity)
    rest = [a for a in planned.activities if a.id != activity]
    rest.insert(max(0, min(place - 1, len(rest))), one)
    return PlannedSession(planned.session, tuple(rest))


def _picked(optional: Sequence[Activity], pick: int) -> tuple[Activity, ...]:
    return tuple(activity for place, activity in enumerate(optional) if pick >> place & 1)
