"""All logs of a site, the state folded from them, and the one way to add to them."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platica.domain.ids import CommitId
from platica.errors import LedgerReadOnly, NotFound, Refused, SiteError
from platica.ledger import fs, sentences
from platica.ledger.cache import Cache
from platica.ledger.change import Change, decoded, encoded
from platica.ledger.clock import Clock, HybridClock
from platica.ledger.edit import Edit, change_for
from platica.ledger.erase import erasing_changes
from platica.ledger.fold import State
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.lock import SiteLock
from platica.ledger.logs import Logs, no_collector
from platica.ledger.opening import clear_away, left_over, told_at_opening
from platica.ledger.reader import Damage
from platica.ledger.recent import RecentSteps
from platica.ledger.tables import SHARED_TABLES, subject_of
from platica.ledger.view import View
from platica.phrases import Phrase, phrase

Plan = Callable[[State], Sequence[Edit]]
"""Looks at the newest state and says what records should be."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit as it was recorded; without changes it has no id and nothing was written."""

    id: CommitId
    stamp: str
    changes: Sequence[Change]


class Ledger:
    """Reads what every device wrote, and writes this device's own log."""

    def __init__(
        self, folder: Path, writer: Writer, ciphers: Ciphers, wall: Clock, refusal: Phrase | None = None
    ) -> None:
        """`refusal` says why nothing may be written."""
        self._folder = folder
        self.writer = writer
        self.ciphers = ciphers
        self.clock = HybridClock(wall, writer.incarnation)
        self._stopped = refusal
        self._damaged: Phrase | None = None
        self._told: set[str] = set()
        """Files whose damage was told of."""
        self._guard = threading.RLock()
        self._lock = SiteLock(folder / "lock")
        self.notices: list[Phrase] = []
        self._cache = Cache(folder / "cache", ciphers)
        self._view = View(Logs(folder, writer, ciphers), self.clock, self._cache)
        with no_collector():
            self._open()

    @property
    def logs(self) -> Logs:
        """The log files of all devices."""
        return self._view.logs

    @property
    def state(self) -> State:
        """The records as far as they have been read."""
        return self._view.state

    @property
    def recent(self) -> RecentSteps:
        """The newest steps of this device."""
        return self._view.recent

    @property
    def damage(self) -> tuple[Damage, ...]:
        """Every place of a log that does not check."""
        return self.logs.damage()

    @contextmanager
    def reading(self) -> Iterator[State]:
        """The newest state, held still: what other programs wrote is in it."""
        with self._guard:
            self._catch_up()
            yield self.state

    def commit(self, plan: Plan, *, leader: str | None = None, undoes: CommitId | None = None) -> Committed:
        """Records what the plan asks for as one commit, on the disk before this returns.

        Raises what the plan raises, SiteError when nothing could be written, LedgerReadOnly when nothing may be.
        """
        with self._guard, self._lock.held():
            self._catch_up()
            self._mend()
            self._refuse_if_stopped()
            edits = plan(self.state)
            self._refuse_erased(edits)
            stamp = self.clock.next()
            changes = [change for edit in edits if (change := change_for(self.state, edit, stamp, leader))]
            if not changes:
                return Committed(CommitId(""), stamp, ())
            if undoes is not None:
                for change in changes:
                    change["undoes"] = undoes
            return self._record(changes, stamp)

    def erase(self, *subjects: str, leader: str | None = None) -> Committed:
        """Erases all that is recorded of people or questions, here at once and on other devices when they learn of it.

        Raises NotFound, or SiteError when a part is still on the disk; that is tried again at the next opening.
        """
        with self._guard, self._lock.held():
            self._catch_up()
            self._mend()
            self._refuse_if_stopped()
            stamp = self.clock.next()
            changes = erasing_changes(self.state, self.logs, subjects, stamp, leader)
            if not changes:
                raise NotFound(phrase("Nothing of this is on record any more."))
            committed = self._record(changes, stamp)
            self._sweep()
            if self.logs.left:
                raise SiteError(self.notices.pop())
            return committed

    def changes_of(self, commit: CommitId) -> list[Change]:
        """What a commit of any device changed in shared tables. Raises NotFound."""
        with self._guard:
            return self.logs.changes_of(commit)

    @contextmanager
    def files(self) -> Iterator[Logs]:
        """The log files, read to their ends, while no other program may write to them. Raises SiteError."""
        with self._guard, self._lock.held():
            self._catch_up()
            self._mend()
            yield self.logs

    def read_again(self) -> None:
        """Reads all logs from their beginnings, after their files were written to."""
        self._view.start_again()
        self._catch_up()
        self._cache.forget()
        self.logs.forget_copies()

    def write_as(self, writer: Writer) -> None:
        """Goes on as this writer, and reads all anew."""
        self.writer = writer
        self.clock.write_for(writer.incarnation)
        self.logs.close()
        self._view.logs = Logs(self._folder, writer, self.ciphers)
        self.read_again()

    def commit_id(self, number: int) -> CommitId:
        """The id of a commit of this device's own log."""
        return CommitId(f"{self.writer.incarnation}-{number}")

    def close(self) -> None:
        """Writes the cache when the next opening gains by it. Nothing else is left to do."""
        with self._guard:
            with suppress(SiteError, OSError), self._lock.held():
                self._save_cache()
            self._stopped = phrase("The site is closed.")
            self._lock.close()
            self.logs.close()

    def _save_cache(self) -> None:
        """The newest state only, so that nothing erased is kept in it."""
        if self._stopped is None and self._cache.is_worth(self.state):
            self._catch_up()
            if self._damaged is None and not self.logs.left:
                self._view.save(self.writer.name)

    def _record(self, changes: Sequence[Change], stamp: str) -> Committed:
        shared = {change["table"] in SHARED_TABLES for change in changes}
        if len(shared) != 1:
            raise Refused(phrase("One step cannot change both shared tables and tables of this computer."))
        log = self.logs.own if shared == {True} else self.logs.local
        texts = [encoded(change) for change in changes]
        try:
            number = log.append(texts)
        except LedgerReadOnly as error:
            self._stopped = error.phrase
            raise
        self._view.written(log, number, decoded(texts))
        return Committed(CommitId(f"{log.writer.incarnation}-{number}"), stamp, changes)

    def _open(self) -> None:
        if self._view.load(self.writer.name):
            self.notices.append(sentences.shorter())
        self._catch_up()
        if self.logs.own.torn or self.logs.local.torn or left_over(self._folder):
            with suppress(SiteError), self._lock.held():
                self._catch_up()
                self._mend()
                clear_away(self._folder)
        seen, refusal = self.state.table("seen").values(), self._stopped or self._lock.refusal()
        for sentence in told_at_opening(self.logs, self.clock, refusal, seen):
            self._tell_once(sentence)

    def _catch_up(self) -> None:
        """Reads what was added to any log since the last time, and takes away what was found to be erased."""
        self._view.catch_up()
        if self._view.unlooked:
            self._view.unlooked = False
            self._report()
            if self._view.remains() or self.logs.left:
                self._sweep()

    def _sweep(self) -> None:
        """Takes what is erased from the disk, and erases what was told since of people who are."""
        try:
            with self._lock.held():
                remains = self._view.remains()
                if remains and self._stopped is None and self._damaged is None:
                    stamp = self.clock.next()
                    self._record(erasing_changes(self.state, self.logs, remains, stamp, None), stamp)
                self._cache.forget()
                self.logs.drop_erased()
        except OSError as error:
            self._tell_once(sentences.not_dropped(fs.reason(error)))
        except SiteError as error:
            self._tell_once(error.phrase)
        self._view.start_again()
        self._view.unlooked = False

    def _report(self) -> None:
        """Tells of damage that was not told of yet; while there is any, nothing is written."""
        self._damaged = None
        for place in self.logs.damage():
            sentence = sentences.damaged(place)
            self._damaged = self._damaged or sentence
            if place.file not in self._told:
                self._told.add(place.file)
                self.notices.append(sentence)

    def _refuse_erased(self, edits: Sequence[Edit]) -> None:
        erased = self.logs.erasures.subjects
        again = next((edit for edit in edits if subject_of(edit.table, edit.key) in erased), None) if erased else None
        if again is not None:
            raise Refused(sentences.erased(again.table))

    def _tell_once(self, sentence: Phrase) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def _mend(self) -> None:
        """Takes away what a power cut left of a line nobody was told was saved. Needs the lock."""
        for log in (self.logs.own, self.logs.local):
            if log.torn:
                try:
                    aside = log.cut_torn()
                except OSError as error:
                    self._stopped = sentences.unwritable(fs.reason(error))
                    return
                self.notices.append(sentences.torn(aside.name))

    def _refuse_if_stopped(self) -> None:
        stopped = self._stopped or self._damaged
        if stopped is not None:
            raise LedgerReadOnly(stopped)
