"""The newest steps of this device, so that they can be taken back.

Noting costs a mark nothing: what was noted is looked through when somebody asks.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from platica.ledger.change import Change
from platica.ledger.clock import incarnation_of

Place = tuple[str, str]
"""A table, or a part of its fields, and whose records of it: a key, or the meeting or workshop keys begin with."""

HEADS, PLAN = "heads", "plan"
"""Parts of meetings and workshops: the counts of heads and faces alone, and the plan and its minutes alone."""
_MOST = 512
"""How many of the newest commits are remembered."""
_BY_GROUP = frozenset({"marks", "enrolments", "measures"})
_NEVER = frozenset({"sheets", "devices", "leaders", "questions"})
"""Printed paper is out in the world, who leads and what a computer is called is no work in a group, questions go."""


@dataclass(frozen=True, slots=True)
class RecentStep:
    """A commit of this device that changed something and can be taken back."""

    number: int
    stamp: str
    places: frozenset[Place]


class RecentSteps:
    """The newest commits; those undone, undos and erasures are not among them."""

    def __init__(self, kept: Iterable[tuple[int, str, list[list[str]]]] = ()) -> None:
        """`kept` is what the method of that name gave."""
        self._noted: deque[tuple[Sequence[int], Sequence[Change]]] = deque()
        self._steps = {
            number: RecentStep(number, stamp, frozenset((name, key) for name, key in places))
            for number, stamp, places in kept
        }

    def kept(self) -> list[tuple[int, str, list[list[str]]]]:
        """Everything, for the cache."""
        self._look_through()
        return [(step.number, step.stamp, sorted(map(list, step.places))) for step in self._steps.values()]

    def newest(self, places: Collection[Place] | None) -> RecentStep | None:
        """The newest step that touched one of these places; of all when none are named."""
        self._look_through()
        return next(
            (step for step in reversed(self._steps.values()) if places is None or not step.places.isdisjoint(places)),
            None,
        )

    def note(self, numbers: Sequence[int], changes: Sequence[Change]) -> None:
        """Takes note of changes and the commits they are of, in the order of their numbers."""
        if numbers:
            self._noted.append((numbers, changes))
            while self._noted[0][0][-1] <= numbers[-1] - _MOST:
                self._noted.popleft()

    def _look_through(self) -> None:
        newest = 0
        while self._noted:
            numbers, changes = self._noted.popleft()
            newest = numbers[-1]
            first = bisect_right(numbers, newest - _MOST)
            for number, commit in groupby(zip(numbers[first:], changes[first:], strict=True), itemgetter(0)):
                self._take([change for _, change in commit], number)
        while self._steps and (oldest := next(iter(self._steps))) <= newest - _MOST:
            del self._steps[oldest]

    def _take(self, changes: Sequence[Change], number: int) -> None:
        stamp, undoes = changes[0]["stamp"], changes[0].get("undoes")
        if undoes is not None:
            incarnation, _, undone = undoes.partition("-")
            if incarnation == incarnation_of(stamp) and undone.isdecimal():
                self._steps.pop(int(undone), None)
            return
        if any("erases" in change for change in changes):
            return
        places = frozenset(_place(change) for change in changes if change["table"] not in _NEVER)
        if any(name == "enrolments" for name, _ in places):
            places = frozenset(place for place in places if place[0] != "participants")  # a list may be long
        if places:
            self._steps[number] = RecentStep(number, stamp, places)


def _place(change: Change) -> Place:
    table, key = change["table"], change["key"]
    if table in _BY_GROUP:
        return table, key.partition(":")[0]
    if table == "notes":
        return table, change.get("set", {}).get("meeting", key)
    if "exists" not in change:
        fields = {*change.get("set", ()), *change.get("over", ())}
        if table == "meetings" and fields <= {"heads", "faces"}:
            return HEADS, key
        if table == "workshops" and fields <= {"plan", "minutes"}:
            return PLAN, key
    return table, key
