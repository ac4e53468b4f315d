"""A session in a short meeting: what to do when there are only 45 minutes."""

from platica.domain.curriculum import Session
from platica.domain.fit import drops_to_fit, without
from platica.domain.workshop import PlannedActivity, PlannedSession

SHORT_MINUTES = 45
"""What is left of a meeting that began late, or in a room that is needed again."""


def short_session(session: Session, planned: PlannedSession) -> PlannedSession | None:
    """What to do of a planned session in 45 minutes at most; None when it takes no longer anyway.

    The authors' own choice where there is one, without what the plan leaves out. Otherwise optional activities are left
    out, and if that is not enough all others get fewer minutes, each in proportion.
    """
    if planned.minutes <= SHORT_MINUTES:
        return None
    chosen = _authored(session, planned)
    if chosen.activities:
        return chosen
    fewer = without(planned, *(activity.id for activity in drops_to_fit(session, planned, SHORT_MINUTES)))
    return _shrunk(fewer if fewer.activities else planned)


def _authored(session: Session, planned: PlannedSession) -> PlannedSession:
    given = {one.id: one.minutes for one in planned.activities}
    kept = (PlannedActivity(one.id, min(one.minutes, given[one.id])) for one in session.short if one.id in given)
    return PlannedSession(planned.session, tuple(kept))


def _shrunk(planned: PlannedSession) -> PlannedSession:
    """Whole minutes in proportion, one at least; those left over go to whoever lost most by the rounding."""
    whole = planned.minutes
    if whole <= SHORT_MINUTES:
        return planned
    exact = [one.minutes * SHORT_MINUTES / whole for one in planned.activities]
    minutes = [max(1, int(share)) for share in exact]
    left = max(0, SHORT_MINUTES - sum(minutes))
    for place in sorted(range(len(exact)), key=lambda place: minutes[place] - exact[place])[:left]:
        minutes[place] += 1
    while sum(minutes) > SHORT_MINUTES and max(minutes) > 1:
        minutes[minutes.index(max(minutes))] -= 1
    shorter = (PlannedActivity(one.id, fewer) for one, fewer in zip(planned.activities, minutes, strict=True))
    return PlannedSession(planned.session, tuple(shorter))
