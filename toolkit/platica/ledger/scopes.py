"""Which steps of this device a scope speaks of."""

from platica.domain.ids import WorkshopId
from platica.domain.scope import LastStep, Scope, What
from platica.ledger.clock import moment_of
from platica.ledger.fold import State
from platica.ledger.ledger import Ledger
from platica.ledger.recent import HEADS, PLAN, Place

_MOST_OF_AN_ACTION = 2
"""Tables that one action of a leader touches, as a new workshop and its meetings."""


def last_step(ledger: Ledger, scope: Scope) -> LastStep | None:
    """The newest step of this device within a scope, its time in local time."""
    with ledger.reading() as state:
        found = ledger.recent.newest(_places_in(state, scope))
    if found is None:
        return None
    wide = len({name for name, _ in found.places}) > _MOST_OF_AN_ACTION
    return LastStep(ledger.commit_id(found.number), moment_of(found.stamp).astimezone(), wide)


def _places_in(state: State, scope: Scope) -> set[Place] | None:
    """The places whose steps belong to a scope; None for all there are."""
    if scope.what is What.ANYTHING and scope.workshop is None:
        return None
    workshops = state.table("workshops") if scope.workshop is None else (scope.workshop,)
    return {place for workshop in workshops for place in _of_workshop(state, scope.what, WorkshopId(workshop))}


def _of_workshop(state: State, what: What, workshop: WorkshopId) -> list[Place]:
    meetings = [key for key, _ in state.group("meetings", workshop)]
    places: list[Place] = []
    if what in (What.ATTENDANCE, What.ANYTHING):
        places += [(name, meeting) for meeting in meetings for name in ("marks", "measures", "notes", HEADS)]
        places += [("notes", key) for meeting in meetings for key, _ in state.group("notes", meeting)]
    if what in (What.PEOPLE, What.ANYTHING):
        people = [key.rpartition(":")[2] for key, _ in state.group("enrolments", workshop)]
        places += [("enrolments", workshop), *(("participants", person) for person in people)]
    if what in (What.PLAN, What.WORKSHOP, What.ANYTHING):
        places.append((PLAN, workshop))
    if what in (What.WORKSHOP, What.ANYTHING):
        places += [("workshops", workshop), *(("meetings", meeting) for meeting in meetings)]
    return places
