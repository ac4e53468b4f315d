"""What a person decides about the records, and what they must know for it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from platica.domain.attendance import Mark
from platica.domain.ids import LeaderId, ParticipantId, WorkshopId
from platica.errors import NotFound, Refused
from platica.ledger.change import EXISTENCE, Row
from platica.ledger.clock import FAR
from platica.ledger.conflicts import Conflict, edit_to_settle
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.joined import KEPT_UNTIL, JoinedPeople, marked_twice
from platica.ledger.joining import (
    edit_to_stand_alone,
    edits_to_join,
    edits_to_separate,
    edits_to_tell_apart,
    told_apart,
)
from platica.ledger.last_known import LastKnown, last_known
from platica.ledger.ledger import Ledger, Plan
from platica.ledger.removed import removed_row, removed_with, whole
from platica.ledger.saved import Saved, saved
from platica.ledger.state_of import newest_in
from platica.ledger.wrong_clocks import FarSteps, WrongClocks, is_behind_all
from platica.phrases import phrase

_SEEN = "seen"
"""The table of this computer that holds what somebody was told and has seen."""


class Settling:
    """Settles what was written apart, joins and separates people, and keeps what was decided about them."""

    def __init__(
        self, ledger: Ledger, people: JoinedPeople, whose: Callable[[LeaderId | None], LeaderId | None]
    ) -> None:
        self._ledger = ledger
        self._people = people
        self._whose = whose
        self._clocks = WrongClocks()

    def settle(self, chosen: Sequence[tuple[Conflict, object]], by: LeaderId | None = None) -> Saved:
        """Makes for each conflict one value stand for all that were written apart, all in one step."""
        return self._save(lambda state: [edit_to_settle(state, conflict, value) for conflict, value in chosen], by)

    def removed(self, table: str, key: str) -> Row | None:
        """A record that was removed and written to, as it was with what was written; None when not all is known."""
        with self._ledger.reading() as state:
            return whole(table, key, removed_row(state, self._ledger.logs.shared, table, key))

    def bring_back(self, table: str, key: str, by: LeaderId | None = None) -> Saved:
        """Puts a record back as it was, with what was written to it meanwhile, and what was removed with it."""

        def plan(state: State) -> list[Edit]:
            logs = self._ledger.logs
            row = whole(table, key, removed_row(state, logs.shared, table, key))
            if row is None:
                raise Refused(phrase("Not all of it is known any more, so it cannot come back."))
            return [Edit(table, key, row, settles=(EXISTENCE,)), *removed_with(state, logs, table, key)]

        return self._save(plan, by)

    def leave_away(self, table: str, key: str, by: LeaderId | None = None) -> Saved:
        """Lets a removed record stay so, whatever was written to it meanwhile."""
        return self._save(lambda _: [Edit(table, key, None, settles=(EXISTENCE,))], by)

    def join(self, kept: ParticipantId, other: ParticipantId, by: LeaderId | None = None) -> Saved:
        """Makes two people one. Raises NotFound, or Refused when they are one already."""
        return self._save(lambda state: edits_to_join(state, self._people.of(state), kept, other), by)

    def separate(self, duplicate: ParticipantId, by: LeaderId | None = None) -> Saved:
        """Makes somebody a person of their own again. Raises Refused when nobody joined them."""
        return self._save(lambda state: edits_to_separate(state, self._people.of(state), duplicate), by)

    def tell_apart(self, one: ParticipantId, other: ParticipantId, by: LeaderId | None = None) -> Saved:
        """Remembers, on every computer, that two people are not one. Raises NotFound."""
        return self._save(lambda state: edits_to_tell_apart(state, one, other), by)

    def joined_with_erased(self) -> tuple[ParticipantId, ...]:
        """The people whose record says that they are somebody who is erased, by id."""
        with self._ledger.reading() as state:
            erased = self._ledger.logs.erasures.subjects
            gone = [name for name in state.groups("participants") if name in erased] if erased else []
            return tuple(sorted(ParticipantId(key) for name in gone for key, _ in state.group("participants", name)))

    def stand_alone(self, person: ParticipantId, by: LeaderId | None = None) -> Saved:
        """Lets somebody be a person of their own whose record says that they are another. Raises NotFound."""
        return self._save(lambda state: [edit_to_stand_alone(state, person)], by)

    def told_apart(self) -> frozenset[frozenset[str]]:
        """The pairs of people of whom somebody said that they are two, as those who are kept for them."""
        with self._ledger.reading() as state:
            one = self._people.of(state).one
            return frozenset(frozenset(map(one, pair)) for pair in told_apart(state.table("participants")))

    def numbers_of(self, workshop: WorkshopId, person: ParticipantId) -> Mapping[ParticipantId, int]:
        """The number under which each record of a person who was joined has a place in a workshop."""
        with self._ledger.reading() as state:
            people = self._people.of(state).all_of(person)
            rows = {one: state.row("enrolments", f"{workshop}:{one}") for one in people}
        return {ParticipantId(one): row["number"] for one, row in rows.items() if row is not None}

    def renumber(
        self, workshop: WorkshopId, old: int, numbers: Mapping[ParticipantId, int], by: LeaderId | None = None
    ) -> Saved:
        """Gives people other numbers in place of one. Raises NotFound when somebody does not have it."""

        def plan(state: State) -> list[Edit]:
            edits = []
            for person, new in numbers.items():
                keys = [f"{workshop}:{one}" for one in self._people.of(state).all_of(person)]
                rows = {key: row for key in keys if (row := state.row("enrolments", key)) and row.get("number") == old}
                if not rows:
                    raise NotFound(phrase("Number {part} is not on this roster.", part=old))
                edits += [Edit("enrolments", key, {**row, "number": new}) for key, row in rows.items()]
            return edits

        return self._save(plan, by)

    def marked_twice(self) -> tuple[tuple[Mark, ...], ...]:
        """The different marks of people who were joined, those of one session together; the one shown is first."""
        with self._ledger.reading() as state:
            return tuple(marked_twice(state, self._people.of(state)))

    def keep_until(self, person: ParticipantId, day: date, by: LeaderId | None = None) -> Saved:
        """Remembers, on every computer, that a person's records are needed until a day. Raises NotFound."""

        def plan(state: State) -> list[Edit]:
            row = state.row("participants", person)
            if row is None:
                raise NotFound(phrase("There is no participant {id}.", id=person))
            return [Edit("participants", person, {**row, KEPT_UNTIL: day.isoformat()})]

        return self._save(plan, by)

    def last_known(self) -> Mapping[ParticipantId, LastKnown]:
        """When everybody was last heard of."""
        with self._ledger.reading() as state:
            return last_known(state, self._people.of(state), self._ledger.clock.now)

    def far_steps(self) -> tuple[FarSteps, ...]:
        """What computers wrote with a date more than a day ahead."""
        with self._ledger.reading():
            return self._clocks.look(self._ledger.logs.shared, self._ledger.clock)

    def is_behind_all(self) -> bool:
        """Whether the date of this computer is wrong, since nearly all others are far ahead of it."""
        with self._ledger.reading():
            logs = self._ledger.logs
            return is_behind_all(logs.shared, self._ledger.clock, logs.own.writer.device)

    def newest_before(self, moment: datetime) -> datetime | None:
        """When the newest step of any computer was made that still stands and is older than a moment."""
        with self._ledger.reading() as state:
            return newest_in(state, moment - timedelta(milliseconds=FAR))

    def behind_by(self) -> timedelta | None:
        """How far this computer's clock is behind the newest step, if it is."""
        with self._ledger.reading():
            return self._ledger.clock.behind

    def device_of(self, incarnation: str) -> str:
        """Which computer a log belongs to; empty when it is not here."""
        with self._ledger.reading():
            logs = self._ledger.logs.shared
            return next((log.writer.device for log in logs if log.writer.incarnation == incarnation), "")

    def seen(self) -> frozenset[str]:
        """What somebody at this computer was told and has seen."""
        with self._ledger.reading() as state:
            return frozenset(str(row.get("what", "")) for row in state.table(_SEEN).values())

    def see(self, what: str) -> None:
        """Remembers, on this computer, that somebody has seen something."""

        def plan(state: State) -> list[Edit]:
            return [Edit(_SEEN, str(state.highest.get(_SEEN, 0) + 1), {"what": what})]

        self._ledger.commit(plan)

    def forget_seen(self, what: str) -> None:
        """Tells it again."""
        self._ledger.commit(
            lambda state: [Edit(_SEEN, key, None) for key, row in state.table(_SEEN).items() if row.get("what") == what]
        )

    def _save(self, plan: Plan, by: LeaderId | None) -> Saved:
        return saved(self._ledger.commit(plan, leader=self._whose(by)))


__all__ = ["FarSteps", "LastKnown", "Settling"]
