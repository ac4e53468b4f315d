"""One log file: what one writer recorded, in order, each line a commit."""

import mmap
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from platica.errors import LedgerReadOnly, NotFound, SiteError
from platica.ledger import fs
from platica.ledger.change import Change
from platica.ledger.frame import Ciphers, Writer, digest, header, sealed
from platica.ledger.reader import Batch, Damage, Position, Reader
from platica.phrases import phrase

_CHUNK = 1 << 20


class Log:
    """A file of lines. Reading needs no lock; appending and mending need the site's."""

    def __init__(self, path: Path, writer: Writer, ciphers: Ciphers) -> None:
        self.path = path
        self.writer = writer
        self._ciphers = ciphers
        self._reader = Reader(path.name, writer, ciphers, Position())
        self._unsure = False
        """Whether bytes may stand at the end that nobody was told were saved."""

    @property
    def at(self) -> Position:
        """How far it has been read."""
        return self._reader.at

    @property
    def damage(self) -> Sequence[Damage]:
        """What did not check, as far as it has been read."""
        return self._reader.damage

    @property
    def torn(self) -> bool:
        """Whether the last reading ended in an incomplete line."""
        return self._reader.torn > 0

    def size(self) -> int:
        """Bytes in the file now; 0 when there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def grown(self) -> bool:
        """Whether there is more to read. Raises LedgerReadOnly when there is less than was read."""
        if self._unsure:
            return False
        size = self.size()
        if size < self.at.length:
            raise LedgerReadOnly(
                phrase(
                    "The history file {file} became shorter while it was open. Close and open again.", file=self.path
                )
            )
        if size == self.at.length:
            self._reader.torn = 0
        return size > self.at.length

    def read(self) -> Iterator[Batch]:
        """The changes that were added since the last reading."""
        with self.path.open("rb", buffering=_CHUNK) as file:
            yield from self._reader.batches(file, os.fstat(file.fileno()).st_size)

    def append(self, texts: Sequence[bytes]) -> int:
        """Records one commit, durably, and gives its number. Everything before must have been read.

        Raises SiteError when it could not be written and nothing changed, LedgerReadOnly when that is not sure.
        """
        at = self.at
        if at.previous is None or self.torn:
            raise LedgerReadOnly(phrase("The history file {file} is damaged.", file=self.path))
        blobs = sealed(self.writer, at.number + 1, texts, self._ciphers)
        head = header(self.writer.opening, at.number + 1, at.previous, self._ciphers.current.encode(), blobs)
        line = b"\t".join([head, *blobs]) + b"\n"
        try:
            fs.append_durably(self.path, line, at.length)
        except fs.TailLeft as error:
            self._unsure = True
            raise LedgerReadOnly(
                phrase(
                    "It is not sure that this was saved: {reason}. Close Plática, open it again and look.",
                    reason=fs.reason(error),
                )
            ) from error
        except OSError as error:
            raise SiteError(
                phrase("This was not saved: {reason}. Everything is as it was before.", reason=fs.reason(error))
            ) from error
        at.number, at.previous = at.number + 1, digest(head)
        at.length += len(line)
        at.sum.update(line)
        return at.number

    def cut_torn(self) -> Path:
        """Takes an incomplete last line away and keeps it aside; gives the file it is kept in. Raises OSError."""
        with self.path.open("rb") as file:
            file.seek(self.at.length)
            rest = file.read()
        aside = self.path.with_name(f"{self.path.stem}-{self.at.length}-{digest(rest)[:4].hex()}.torn")
        fs.replace_durably(aside, rest)
        fs.cut(self.path, self.at.length)
        self._reader.torn = 0
        return aside

    def place(self) -> tuple[int, int, str, str]:
        """How far it has been read, for `resume`."""
        return self.at.length, self.at.number, (self.at.previous or b"").decode(), self.at.sum.hexdigest()

    def resume(self, length: int, number: int, previous: str, checksum: str) -> bool:
        """Starts behind what was read another time, if those bytes are still the same."""
        running = sha256()
        if length:
            with self.path.open("rb") as file:
                left = length
                while left and (chunk := file.read(min(_CHUNK, left))):
                    running.update(chunk)
                    left -= len(chunk)
        if running.hexdigest() != checksum:
            return False
        self._reader.at = Position(length, number, previous.encode(), running)
        return True

    def restart(self) -> None:
        """Forgets what was read."""
        self._reader = Reader(self.path.name, self.writer, self._ciphers, Position())

    def commit(self, number: int) -> list[Change]:
        """The changes of one commit. Raises NotFound."""
        line = self._line(number)
        found: list[Change] = []
        if line:
            reader = Reader(self.path.name, self.writer, self._ciphers, Position(number=number - 1, previous=None))
            with self.path.open("rb") as file:
                reader.at.length = line[0]
                found = [change for batch in reader.batches(file, line[1]) for change in batch.changes]
        if not found:
            raise NotFound(phrase("The history holds no such step."))
        return found

    def _line(self, number: int) -> tuple[int, int] | None:
        """First byte and end of a line, found by its number: no blob can hold a quotation mark."""
        if not 0 < number <= self.at.number:
            return None
        with self.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            found = view.rfind(b',"n":%d,"p":"' % number, 0, self.at.length)
            if found < 0:
                return None
            return view.rfind(b"\n", 0, found) + 1, view.find(b"\n", found) + 1
