"""The log files of a site: this device's own, and those that came from others."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from platica.domain.ids import CommitId
from platica.errors import LedgerReadOnly, NotFound, SiteError
from platica.ledger import fs, sentences
from platica.ledger.backup_age import BACKUPS
from platica.ledger.change import Change
from platica.ledger.device import keeps, writer_named
from platica.ledger.erasures import Erasures
from platica.ledger.frame import Ciphers, Writer
from platica.ledger.log import Log
from platica.ledger.reader import Damage
from platica.phrases import phrase

SHARED, LOCAL = "logs", "local"
"""The folders of the logs that travel, and of those that do not."""


class Logs:
    """All logs by their path inside the site's folder, and what is erased in them."""

    def __init__(self, folder: Path, writer: Writer, ciphers: Ciphers) -> None:
        self.folder = folder
        self._writer = writer
        self._ciphers = ciphers
        self._there = str(folder / SHARED)
        self._seen: fs.Look | None = None
        self.by_name: dict[str, Log] = {}
        self.erasures = Erasures()
        self.own = self._log(SHARED, writer)
        self.local = self._log(LOCAL, writer)

    @property
    def shared(self) -> Iterator[Log]:
        """The logs that travel."""
        return (log for name, log in self.by_name.items() if name.startswith(SHARED))

    @property
    def left(self) -> bool:
        """Whether something erased still stands in a file."""
        return any(log.left for log in self.shared)

    def find(self) -> None:
        """Takes in logs that came since the last time.

        Raises LedgerReadOnly when another program gave this computer another name.
        """
        now = fs.look(self._there)
        if now == self._seen:
            return
        if not keeps(self.folder / "device.json", self._writer):
            raise LedgerReadOnly(
                phrase("This computer writes under another name now. Close Plática and open it again.")
            )
        self._seen = now
        for folder in (SHARED, LOCAL):
            for path in sorted((self.folder / folder).glob("*.log")):
                writer = writer_named(path.stem)
                if writer is not None and f"{folder}/{path.name}" not in self.by_name:
                    self._log(folder, writer)

    def close(self) -> None:
        """Lets the files go."""
        for log in self.by_name.values():
            log.close()

    def restart(self) -> None:
        """Forgets what was read; what is erased stays known."""
        for log in self.by_name.values():
            log.restart()

    def changed(self) -> bool:
        """Whether a file may be another than the one read to its end."""
        return any(log.changed() for log in self.by_name.values())

    def rewritten(self) -> bool:
        """Whether a file is another than the one read. Raises LedgerReadOnly when there is less in it."""
        return any(log.rewritten() for log in self.by_name.values())

    def ends_before(self, name: str, length: int, number: int) -> bool:
        """Whether a log is gone, or a line that was read once, the file being that long, is not in it any more."""
        return name not in self.by_name or self.by_name[name].ends_before(length, number)

    def erase(self, change: Change) -> bool:
        """Notes what a change erases; whether any of it had been read, so that the state must be made anew."""
        return any(self._was_read(*place) for place in self.erasures.note(change))

    def damage(self) -> tuple[Damage, ...]:
        """Every place of a log that does not check, and every blob that is missing without having been erased."""
        found = [damage for log in self.by_name.values() for damage in log.damage]
        for log in self.by_name.values():
            erased = self._erased_in(log)
            for (number, nth), byte in log.absent.items():
                if nth not in erased.get(number, ()):
                    found.append(Damage(log.path.name, byte, phrase("a part of a line is missing")))
        return tuple(found)

    def drop_erased(self) -> None:
        """Takes erased blobs from backups beside the logs, from the logs, and with them what was cut off of lines.

        Needs the lock. Raises OSError.
        """
        self._forget_copies()
        for log in self.shared:
            if log.left:
                log.drop_erased()

    def forget_copies(self) -> None:
        """Takes away what beside the logs may still hold something erased. Raises SiteError."""
        try:
            if self.erasures.subjects:
                self._forget_copies()
        except OSError as error:
            raise SiteError(sentences.not_dropped(fs.reason(error))) from error

    def changes_of(self, commit: CommitId) -> list[Change]:
        """What a commit of any device changed in shared tables, what was erased aside. Raises NotFound."""
        log, number = self.log_of(commit)
        return log.commit(number)

    def log_of(self, commit: CommitId) -> tuple[Log, int]:
        """The log that a commit of any device stands in, and its number there. Raises NotFound."""
        incarnation, _, number = commit.partition("-")
        log = next((log for log in self.shared if log.writer.incarnation == incarnation), None)
        if log is None or not number.isdecimal():
            raise NotFound(phrase("The history holds no such step."))
        return log, int(number)

    def _forget_copies(self) -> None:
        """Automatic backups in which it stands, what was cut off of lines, and files not written to their ends."""
        if (self.folder / BACKUPS).is_dir():
            from platica.ledger.backup_folder import forget_old

            forget_old(self.folder, self._ciphers, self.erasures)
        for aside in (*(self.folder / SHARED).glob("*.torn"), *(self.folder / SHARED).glob(".*.new")):
            fs.remove(aside)

    def _was_read(self, name: str, number: int, nth: int) -> bool:
        log = self.by_name.get(f"{SHARED}/{name}.log")
        return log is not None and number <= log.at.number and (number, nth) not in log.absent

    def _erased_in(self, log: Log) -> Mapping[int, set[int]]:
        return self.erasures.of_log(log.writer.name) if log.path.parent.name == SHARED else {}

    def _log(self, folder: str, writer: Writer) -> Log:
        path = self.folder / folder / f"{writer.name}.log"
        erased = self.erasures.of_log(writer.name) if folder == SHARED else {}
        foreign = folder == SHARED and writer != self._writer
        log = Log(path, writer, self._ciphers, erased, foreign=foreign)
        self.by_name[f"{folder}/{path.name}"] = log
        return log


@contextmanager
def no_collector() -> Iterator[None]:
    """Reading makes nothing but what stays; looking through it for garbage again and again is a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
