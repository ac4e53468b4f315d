"""The typed door to the records of a site."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from platica.domain.attendance import Mark
from platica.domain.device import Device
from platica.domain.history import Step
from platica.domain.ids import CommitId, LeaderId, MeetingId, ParticipantId, WorkshopId
from platica.domain.leader import Leader
from platica.domain.measure import Measure
from platica.domain.participant import Participant
from platica.domain.practice_note import PracticeNote
from platica.domain.question import Question
from platica.domain.roster import Enrolment, Roster, RosterEntry
from platica.domain.sheet import Sheet
from platica.domain.workshop import Meeting, Workshop
from platica.errors import NotFound
from platica.ledger.change import Row
from platica.ledger.codecs import CODECS, Record, mark_key
from platica.ledger.conflicts import Conflict, conflicts_in, edit_to_settle
from platica.ledger.decoding import Kind, decoded, decoded_all, written_over
from platica.ledger.edit import Edit
from platica.ledger.fold import State
from platica.ledger.history import steps_in, steps_of
from platica.ledger.ids import new_id
from platica.ledger.joined import (
    Joined,
    JoinedPeople,
    enrolments_of_one,
    marks_of_one,
    measures_of_one,
    records_for,
)
from platica.ledger.ledger import Ledger
from platica.ledger.saved import Saved, saved
from platica.ledger.undo import edits_to_undo
from platica.phrases import Phrase, phrase

if TYPE_CHECKING:
    from platica.domain.scope import LastStep, Scope
    from platica.ledger.settling import Settling


class Records:
    """Reads and saves what is recorded of people, workshops and meetings.

    Every reading sees what other programs saved before it. Readings raise SiteError for a record that cannot be
    understood; savings raise SiteError or LedgerReadOnly when nothing was written.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._people = JoinedPeople()
        self.hand: LeaderId | None = None
        """Whose hand it is when nobody is named with a saving."""

    @cached_property
    def settling(self) -> "Settling":
        """What a person decides about the records."""
        from platica.ledger.settling import Settling

        return Settling(self._ledger, self._people, self._whose)

    def leaders(self) -> tuple[Leader, ...]:
        """All leaders."""
        return self._all(Leader)

    def leader(self, leader: LeaderId) -> Leader:
        """One leader. Raises NotFound."""
        return self._one(Leader, leader, phrase("There is no leader {id}.", id=leader))

    def devices(self) -> tuple[Device, ...]:
        """The computers that have a name."""
        return self._all(Device)

    def workshops(self) -> tuple[Workshop, ...]:
        """All workshops."""
        return self._all(Workshop)

    def workshop(self, workshop: WorkshopId) -> Workshop:
        """One workshop. Raises NotFound."""
        return self._one(Workshop, workshop, phrase("There is no workshop {id}.", id=workshop))

    def meetings(self, workshop: WorkshopId) -> tuple[Meeting, ...]:
        """The meetings of a workshop in the order of their numbers."""
        return tuple(sorted(self._group(Meeting, workshop), key=lambda meeting: (meeting.number, meeting.id)))

    def meeting(self, meeting: MeetingId) -> Meeting:
        """One meeting. Raises NotFound."""
        return self._one(Meeting, meeting, phrase("There is no session {id}.", id=meeting))

    def participants(self) -> tuple[Participant, ...]:
        """Everyone known to the site, each once."""
        kept = self.joined().kept
        return tuple(one for one in self._all(Participant) if one.id not in kept)

    def participant(self, participant: ParticipantId) -> Participant:
        """One person; for a duplicate the one who is kept. Raises NotFound."""
        one = self.joined().one(participant)
        return self._one(Participant, one, phrase("There is no participant {id}.", id=participant))

    def recorded(self, participant: ParticipantId) -> Participant:
        """One person as they were recorded, a duplicate too. Raises NotFound."""
        return self._one(Participant, participant, phrase("There is no participant {id}.", id=participant))

    def joined(self) -> Joined:
        """Who was recorded twice, and who is kept for them."""
        with self._ledger.reading() as state:
            return self._people.of(state)

    def enrolments(self, workshop: WorkshopId) -> tuple[Enrolment, ...]:
        """Everyone's place in a workshop, those who left too, in the order of their numbers."""
        with self._ledger.reading() as state:
            places = enrolments_of_one(self._group(Enrolment, workshop), self._people.of(state))
        return tuple(sorted(places, key=lambda one: (one.number, one.participant)))

    def roster(self, workshop: WorkshopId) -> Roster:
        """Everyone enrolled, with their numbers; somebody whose record is not here yet is left out."""
        with self._ledger.reading() as state:
            entries = tuple(
                RosterEntry(one.number, decoded(Participant, one.participant, row), one.active, one.also)
                for one in self.enrolments(workshop)
                if (row := state.row("participants", one.participant)) is not None
            )
        return Roster(workshop, entries)

    def marks(self, meeting: MeetingId) -> tuple[Mark, ...]:
        """The marks of a meeting, one for each person."""
        with self._ledger.reading() as state:
            return marks_of_one(self._group(Mark, meeting), self._people.of(state))

    def marks_of_workshop(self, workshop: WorkshopId) -> tuple[Mark, ...]:
        """The marks of all meetings of a workshop, meeting by meeting."""
        with self._ledger.reading():
            return tuple(mark for meeting in self.meetings(workshop) for mark in self.marks(meeting.id))

    def mark(self, meeting: MeetingId, participant: ParticipantId) -> Mark | None:
        """One mark, or None when nobody marked that person there."""
        with self._ledger.reading() as state:
            joined = self._people.of(state)
            keys = [mark_key(meeting, person) for person in joined.all_of(participant)]
            found = [decoded(Mark, key, row) for key in keys if (row := state.row("marks", key)) is not None]
            return next(iter(marks_of_one(found, joined)), None)

    def measures(self, workshop: WorkshopId) -> tuple[Measure, ...]:
        """What people answered at all meetings of a workshop, one answer for each person and meeting."""
        with self._ledger.reading() as state:
            everything = [one for meeting in self.meetings(workshop) for one in self._group(Measure, meeting.id)]
            return measures_of_one(everything, self._people.of(state))

    def notes(self, meeting: MeetingId) -> tuple[PracticeNote, ...]:
        """The practice notes of a meeting."""
        return self._group(PracticeNote, meeting)

    def sheets(self, meeting: MeetingId) -> tuple[Sheet, ...]:
        """The sign-in sheets that were printed for a meeting."""
        return self._group(Sheet, meeting)

    def sheet(self, code: str) -> Sheet:
        """The sheet with this code. Raises NotFound."""
        return self._one(Sheet, code, phrase("No sign-in sheet has the code {code}.", code=code))

    def questions(self, workshop: WorkshopId) -> tuple[Question, ...]:
        """The questions that wait in the box of a workshop, by their days and then in no order."""
        return tuple(sorted(self._group(Question, workshop), key=lambda one: (one.on, one.id)))

    def drop(self, question: Question) -> Saved:
        """Erases a question for good; nobody's hand is noted. Raises NotFound, or what `erase` does."""
        return saved(self._ledger.erase(question.id))

    def save(self, *records: Record, by: LeaderId | None = None) -> Saved:
        """Saves records in one step: all or none, on the disk before this returns, only what differs.

        Fields these records do not have, such as those of a newer version, stay as they are.
        """

        def plan(state: State) -> list[Edit]:
            rows: dict[tuple[str, str], Row] = {}
            for record in self._places(state, records):
                codec = CODECS[type(record)]
                spot = codec.table, codec.key(record)
                known = rows.get(spot) or state.row(*spot) or {}
                rows[spot] = written_over(known, codec.fields(record))
            return [Edit(table, key, row) for (table, key), row in rows.items()]

        return saved(self._ledger.commit(plan, leader=self._whose(by)))

    def remove(self, *records: Record, by: LeaderId | None = None) -> Saved:
        """Removes records in one step; what is not there is passed over."""

        def plan(state: State) -> list[Edit]:
            gone = [(CODECS[type(record)], record) for record in self._places(state, records)]
            keys = dict.fromkeys((codec.table, codec.key(record)) for codec, record in gone)
            return [Edit(table, key, None) for table, key in keys]

        return saved(self._ledger.commit(plan, leader=self._whose(by)))

    def undo(self, commit: CommitId, by: LeaderId | None = None) -> Saved:
        """Takes a step back by a new one. Raises NotFound, or Refused when a later change stands on it."""

        def plan(state: State) -> list[Edit]:
            return edits_to_undo(state, self._ledger.changes_of(commit))

        return saved(self._ledger.commit(plan, leader=self._whose(by), undoes=commit))

    def erase(self, participant: ParticipantId, by: LeaderId | None = None) -> Saved:
        """Erases all that was recorded of a person and of their duplicates, for good; sessions keep unnamed marks.

        Raises NotFound, or SiteError when something of it is still on the disk and why.
        """
        everything = self.joined().all_of(participant)
        return saved(self._ledger.erase(*everything, leader=self._whose(by)))

    def history(self, *records: Record) -> tuple[Step, ...]:
        """Everything that happened to records, the oldest first, whatever they are now."""
        spots = {(codec.table, codec.key(record)) for record in records for codec in [CODECS[type(record)]]}
        with self._ledger.reading():
            return steps_of(self._ledger.logs.shared, spots)

    def last_step(self, scope: "Scope") -> "LastStep | None":
        """The newest step of this computer within a scope that can be taken back; those undone are not."""
        from platica.ledger.scopes import last_step

        return last_step(self._ledger, scope)

    def steps(self, commit: CommitId) -> tuple[Step, ...]:
        """What a commit did, record by record; nothing of what was erased. Raises NotFound."""
        with self._ledger.reading():
            return steps_in(self._ledger.logs, commit)

    def conflicts(self) -> tuple[Conflict, ...]:
        """What two devices wrote without knowing of each other; shown is the later one until it is settled."""
        with self._ledger.reading() as state:
            return conflicts_in(state)

    def settle(self, conflict: Conflict, value: object, by: LeaderId | None = None) -> Saved:
        """Makes one value stand for all that were written apart."""
        return saved(
            self._ledger.commit(lambda state: [edit_to_settle(state, conflict, value)], leader=self._whose(by))
        )

    def _places(self, state: State, records: Iterable[Record]) -> Iterator[Record]:
        """The records to be written; for somebody who was joined also those of their duplicates."""
        joined = self._people.of(state)
        for record in records:
            if joined.kept and isinstance(record, Enrolment | Mark):
                yield from records_for(state, record, joined)
            else:
                yield record

    def _whose(self, by: LeaderId | None) -> LeaderId | None:
        """Whose hand it is."""
        return by or self.hand

    def _one(self, kind: type[Kind], key: str, missing: Phrase) -> Kind:
        with self._ledger.reading() as state:
            row = state.row(CODECS[kind].table, key)
            if row is None:
                raise NotFound(missing)
            return decoded(kind, key, row)

    def _all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        with self._ledger.reading() as state:
            return decoded_all(kind, state.table(CODECS[kind].table).items())

    def _group(self, kind: type[Kind], group: str) -> tuple[Kind, ...]:
        with self._ledger.reading() as state:
            return decoded_all(kind, state.group(CODECS[kind].table, group))


__all__ = ["Record", "Records", "Saved", "new_id"]
