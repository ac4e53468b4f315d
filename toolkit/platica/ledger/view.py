"""The state that all logs of a site together give, as far as they have been read."""

from collections.abc import Sequence

from platica.ledger.cache import Cache, Kept
from platica.ledger.change import Change
from platica.ledger.clock import HybridClock
from platica.ledger.fold import State
from platica.ledger.log import Log
from platica.ledger.logs import LOCAL, Logs
from platica.ledger.recent import RecentSteps
from platica.ledger.tables import PASSING, PERSONAL, subject_of


class View:
    """Reads on from where it stands; made anew when something that had been read turns out to be erased."""

    def __init__(self, logs: Logs, clock: HybridClock, cache: Cache) -> None:
        self.logs = logs
        self.clock = clock
        self.state = State()
        self.recent = RecentSteps()
        self.unlooked = True
        """Whether something was read and not yet looked at for damage and for what must be erased."""
        self._cache = cache

    def load(self, writer: str) -> bool:
        """Takes up what the cache holds; whether the logs are shorter than they were then."""
        self.logs.find()
        kept, shorter = self._cache.load(self.logs)
        if kept is not None:
            self.state = kept.state
            self.recent = kept.recent if kept.writer == writer else RecentSteps()
            self.clock.observe(kept.stamps)
        return shorter

    def save(self, writer: str) -> None:
        """Writes the cache."""
        self._cache.save(Kept(self.state, self.recent, writer, self.clock.seen), self.logs)

    def catch_up(self) -> None:
        """Reads what was added to any log since the last time."""
        self.logs.find()
        if self.logs.changed() and (self.logs.rewritten() or self._read_on()):
            self.start_again()

    def start_again(self) -> None:
        """Makes the state anew from the logs."""
        again = True
        while again:
            version = self.state.version + 1
            self.state, self.recent = State(), RecentSteps()
            self.state.version = version
            self.clock.forget_far()
            self.logs.restart()
            again = self._read_on()

    def take_in(self, log: Log, numbers: list[int], changes: list[Change]) -> bool:
        """Folds changes of a log; whether one of them erases what had been read."""
        self._cache.missed += len(changes)
        self.clock.observe([change["stamp"] for change in changes])
        if log is self.logs.own:
            self.recent.note(numbers, changes)
        self.state.apply(changes, numbered=log.path.parent.name == LOCAL)
        late = False
        for change in changes:
            if "erases" in change:
                late |= self.logs.erase(change)
        return late

    def written(self, log: Log, number: int, changes: Sequence[Change]) -> None:
        """Folds a commit that was just added to a log of this computer."""
        if self.take_in(log, [number] * len(changes), list(changes)):
            self.start_again()

    def remains(self) -> set[str]:
        """What was erased and is told again by somebody who did not know of it."""
        erased = self.logs.erasures.subjects
        if not erased:
            return set()
        told = (subject_of(table, key) for table in PERSONAL | PASSING for key in self.state.stamps.get(table, ()))
        return {subject for subject in told if subject in erased}

    def _read_on(self) -> bool:
        """Reads further; whether something that had been read turned out to be erased."""
        late = False
        for log in list(self.logs.by_name.values()):
            if log.grown():
                self.unlooked = True
                for batch in log.read():
                    late |= self.take_in(log, batch.numbers, batch.changes)
        return late
