"""Rosters and sessions for tests, built by what matters to the test."""

from platica.domain.curriculum import Activity, Session
from platica.domain.ids import ActivityId, ParticipantId, SessionId, WorkshopId
from platica.domain.participant import Participant, Reads
from platica.domain.roster import Roster, RosterEntry


def person(name: str, number: int = 1, *, active: bool = True) -> RosterEntry:
    """A person on a roster whose id follows from the number."""
    one = Participant(ParticipantId(f"p{number}"), f"C{number}", name, Reads("es"))
    return RosterEntry(number, one, active)


def roster(*names: str) -> Roster:
    """A roster numbered from 1."""
    return Roster(WorkshopId("w"), tuple(person(name, number) for number, name in enumerate(names, 1)))


def session(*minutes: int, optional: tuple[int, ...] = ()) -> Session:
    """A session of activities `a1`, `a2` … with these minutes; `optional` lists their places from 1."""
    activities = tuple(
        Activity(ActivityId(f"a{place}"), f"Activity {place}", length, "talk", place in optional)
        for place, length in enumerate(minutes, 1)
    )
    return Session(SessionId("s"), "Session", sum(minutes), (), activities)
