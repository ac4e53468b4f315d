"""All logs of a site, the state folded from them, and the one way to add to them."""

import gc
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from platica.domain.ids import CommitId
from platica.errors import LedgerReadOnly, NotFound, Refused, SiteError
from platica.ledger import fs
from platica.ledger.cache import Cache, Kept
from platica.ledger.change import Change, decoded, encoded
from platica.ledger.clock import Clock, HybridClock
from platica.ledger.device import writer_named
from platica.ledger.edit import Edit, change_for
from platica.ledger.fold import State
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.lock import locked
from platica.ledger.log import Log
from platica.ledger.reader import Damage
from platica.ledger.recent import RecentMarks
from platica.phrases import Phrase, phrase, phrases

Plan = Callable[[State], Sequence[Edit]]
"""Looks at the newest state and says what records should be."""

SHARED_TABLES = frozenset(
    {
        "leaders",
        "participants",
        "workshops",
        "meetings",
        "enrolments",
        "marks",
        "measures",
        "questions",
        "notes",
        "sheets",
    }
)
"""Tables that travel to other devices; all others stay on this one."""
_SHARED, _LOCAL = "logs", "local"
"""The folders of the logs that travel, and of those that do not."""


@dataclass(frozen=True, slots=True)
class Committed:
    """A commit as it was recorded; without changes it has no id and nothing was written."""

    id: CommitId
    stamp: str
    changes: Sequence[Change]


class Ledger:
    """Reads what every device wrote, and writes this device's own log."""

    def __init__(self, folder: Path, writer: Writer, ciphers: Ciphers, wall: Clock) -> None:
        self._folder = folder
        self._shared_folder = folder / _SHARED
        self._lock_file = folder / "lock"
        self._ciphers = ciphers
        self._writer = writer
        self._clock = HybridClock(wall, writer.incarnation)
        self._logs: dict[str, Log] = {}
        """By the path inside the site's folder."""
        self._seen_folder = -1
        self._stopped: Phrase | None = None
        self._guard = threading.RLock()
        self.notices: list[Phrase] = []
        self.state = State()
        self.recent = RecentMarks()
        self._own = self._log(f"{_SHARED}/{writer.name}.log", writer)
        self._local = self._log(f"{_LOCAL}/{writer.name}.log", writer)
        self._cache = Cache(folder / "cache", ciphers)
        with _no_collector():
            self._open()

    @property
    def damage(self) -> tuple[Damage, ...]:
        """Every place of a log that does not check."""
        return tuple(damage for log in self._logs.values() for damage in log.damage)

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
        with self._guard, self._locked():
            self._catch_up()
            self._mend()
            self._refuse_if_stopped()
            edits = plan(self.state)
            stamp = self._clock.next()
            changes = [change for edit in edits if (change := change_for(self.state, edit, stamp, leader))]
            if not changes:
                return Committed(CommitId(""), stamp, ())
            if undoes is not None:
                for change in changes:
                    change["undoes"] = undoes
            return self._record(changes, stamp)

    def changes_of(self, commit: CommitId) -> list[Change]:
        """What a commit of any device changed in shared tables. Raises NotFound."""
        incarnation, _, number = commit.partition("-")
        shared = (log for name, log in self._logs.items() if name.startswith(_SHARED))
        log = next((log for log in shared if log.writer.incarnation == incarnation), None)
        if log is None or not number.isdecimal():
            raise NotFound(phrase("The history holds no such step."))
        with self._guard:
            return log.commit(int(number))

    def commit_id(self, number: int) -> CommitId:
        """The id of a commit of this device's own log."""
        return CommitId(f"{self._writer.incarnation}-{number}")

    def close(self) -> None:
        """Writes the cache when the next opening gains by it. Nothing else is left to do."""
        with self._guard:
            if not self.damage and self._stopped is None:
                kept = Kept(self.state, self.recent, self._writer.name, self._clock.seen)
                self._cache.save(kept, self._logs)
            self._stopped = phrase("The site is closed.")

    def _record(self, changes: Sequence[Change], stamp: str) -> Committed:
        shared = {change["table"] in SHARED_TABLES for change in changes}
        if len(shared) != 1:
            raise Refused(phrase("One step cannot change both shared tables and tables of this computer."))
        log = self._own if shared == {True} else self._local
        texts = [encoded(change) for change in changes]
        try:
            number = log.append(texts)
        except LedgerReadOnly as error:
            self._stopped = error.phrase
            raise
        self._cache.missed += len(changes)
        written = decoded(texts)
        self._fold(log, [number] * len(written), written)
        return Committed(CommitId(f"{log.writer.incarnation}-{number}"), stamp, changes)

    def _open(self) -> None:
        self._find_logs()
        kept, shorter = self._cache.load(self._logs)
        if kept is not None:
            self.state = kept.state
            self.recent = kept.recent if kept.writer == self._writer.name else RecentMarks()
            self._clock.observe(kept.stamps)
        if shorter:
            self.notices.append(phrase("The history is shorter than it was when Plática was last closed."))
        self._catch_up()
        if self._own.torn or self._local.torn:
            try:
                with self._locked():
                    self._catch_up()
                    self._mend()
            except SiteError as error:
                self.notices.append(error.phrase)
        ahead = self._clock.ahead
        if ahead:
            self.notices.append(
                phrases(
                    "{count} step is dated more than a day ahead. Check the date of this computer.",
                    "{count} steps are dated more than a day ahead. Check the date of this computer.",
                    ahead,
                )
            )

    def _catch_up(self) -> None:
        """Reads what was added to any log since the last time."""
        if self._shared_folder.stat().st_mtime_ns != self._seen_folder:
            self._find_logs()
        for log in self._logs.values():
            if log.grown():
                known = len(log.damage)
                for batch in log.read():
                    self._cache.missed += len(batch.changes)
                    self._fold(log, batch.numbers, batch.changes)
                self._report(log.damage[known:])

    def _fold(self, log: Log, numbers: list[int], changes: list[Change]) -> None:
        self._clock.observe([change["stamp"] for change in changes])
        if log is self._own:
            self.recent.note(numbers, changes)
        self.state.apply(changes, numbered=log.path.parent.name == _LOCAL)

    def _report(self, damage: Sequence[Damage]) -> None:
        for place in damage[:1]:
            self._stopped = phrase(
                "The history file {file} is damaged at byte {byte}: {what}. What is sound can be read; nothing can be "
                "written until it is repaired from a backup or another computer.",
                file=place.file,
                byte=place.byte,
                what=place.sentence,
            )
            self.notices.append(self._stopped)

    def _mend(self) -> None:
        """Takes away what a power cut left of a line nobody was told was saved. Needs the lock."""
        for log in (self._own, self._local):
            if log.torn:
                try:
                    aside = log.cut_torn()
                except OSError as error:
                    self._stopped = phrase("The site cannot be written to: {reason}.", reason=fs.reason(error))
                    return
                self.notices.append(
                    phrase(
                        "The last step had not been saved whole. What there was of it is in {file}.", file=aside.name
                    )
                )

    def _refuse_if_stopped(self) -> None:
        if self._stopped is not None:
            raise LedgerReadOnly(self._stopped)

    def _find_logs(self) -> None:
        self._seen_folder = self._shared_folder.stat().st_mtime_ns
        for folder in (_SHARED, _LOCAL):
            for path in sorted((self._folder / folder).glob("*.log")):
                writer = writer_named(path.stem)
                if writer is not None:
                    self._log(f"{folder}/{path.name}", writer)

    def _log(self, name: str, writer: Writer) -> Log:
        if name not in self._logs:
            self._logs[name] = Log(self._folder / name, writer, self._ciphers)
        return self._logs[name]

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keeps other programs from writing to the site."""
        with ExitStack() as held:
            try:
                held.enter_context(locked(self._lock_file))
            except TimeoutError as error:
                raise SiteError(phrase("Another program is writing to this site. Try again in a moment.")) from error
            except OSError as error:
                raise LedgerReadOnly(
                    phrase("The site cannot be written to: {reason}.", reason=fs.reason(error))
                ) from error
            yield


@contextmanager
def _no_collector() -> Iterator[None]:
    """Reading makes nothing but what stays; looking through it for garbage again and again is a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
