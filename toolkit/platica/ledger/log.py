"""One log file: what one writer recorded, in order, each line a commit."""

import mmap
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from platica.domain.system_errors import reason_to_read
from platica.errors import LedgerReadOnly, NotFound, SiteError
from platica.ledger import fs
from platica.ledger.change import Change
from platica.ledger.frame import ABSENT, Ciphers, Writer, digest, digests, header, sealed
from platica.ledger.reader import Batch, Damage, Position, Reader
from platica.phrases import phrase

_CHUNK = 1 << 20
_TAIL = 64
_NUMBER = re.compile(rb',"n":([0-9]{1,15}),"p":"')
"""Where a header tells its number: no blob can hold a quotation mark."""


class Log:
    """A file of lines. Reading needs no lock; appending and mending need the site's."""

    def __init__(
        self, path: Path, writer: Writer, ciphers: Ciphers, erased: Mapping[int, set[int]], *, foreign: bool = False
    ) -> None:
        self.path = path
        self._file = str(path)
        self._end = fs.End(path)
        self.writer = writer
        self._ciphers = ciphers
        self._erased = erased
        self._foreign = foreign
        self._reader = self._reader_at(Position())
        self._tail = b""
        """The last bytes that were read; when they are elsewhere, the file was written anew."""
        self._seen: fs.Look | None = None
        """How the file looked when it was last read or added to."""
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

    @property
    def locked(self) -> bool:
        """Whether the last reading ended before a line under a key that is not known here."""
        return self._reader.locked

    @property
    def absent(self) -> Mapping[tuple[int, int], int]:
        """Blobs that are not there, by line and place, and the first byte of the line."""
        return self._reader.absent

    @property
    def left(self) -> bool:
        """Whether an erased blob still stands in the file."""
        return self._reader.left

    def size(self) -> int:
        """Bytes in the file now; 0 when there is none."""
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def ends_before(self, length: int, number: int) -> bool:
        """Whether a line that was read once, the file being that long, is not in it any more."""
        return self.size() < length and self._last_number() < number

    def changed(self) -> bool:
        """Whether the file may be another than the one read to its end; one glance, at every reading."""
        return self.locked or (fs.look(self._file) != self._seen and not self._unsure)

    def rewritten(self) -> bool:
        """Whether the file is another than the one read, because blobs in it were erased.

        Raises LedgerReadOnly when there is less in it than was read.
        """
        if self._unsure or not self.at.length or self._seen == (now := fs.look(self._file)):
            return False
        with self._readable():
            if now is not None and self._end_of(self.at.length) == self._tail:
                return False
            shorter = now is None or self._last_number() < self.at.number
        if shorter:
            raise LedgerReadOnly(
                phrase(
                    "The history file {file} became shorter while it was open. Close and open again.", file=self.path
                )
            )
        return True

    def grown(self) -> bool:
        """Whether there is more to read."""
        if self._unsure:
            return False
        now = fs.look(self._file)
        size = 0 if now is None else now[1]
        if size == self.at.length:
            self._reader.torn = 0
            self._seen = now
        return size > self.at.length

    def read(self) -> Iterator[Batch]:
        """The changes that were added since the last reading."""
        with self._readable(), self.path.open("rb", buffering=_CHUNK) as file:
            found = os.fstat(file.fileno())
            yield from self._reader.batches(file, found.st_size)
            self._tail = self._end_of(self.at.length)
        self._seen = fs.look_of(found)

    def everything(self) -> Iterator[Batch]:
        """All changes as far as the log has been read, from its beginning."""
        if self.at.length:
            with self._readable(), self.path.open("rb", buffering=_CHUNK) as file:
                yield from self._reader_at(Position()).batches(file, self.at.length)

    def append(self, texts: Sequence[bytes]) -> int:
        """Records one commit, durably, and gives its number. Everything before must have been read.

        Raises SiteError when it could not be written and nothing changed, LedgerReadOnly when that is not sure.
        """
        at = self.at
        if at.previous is None or self.torn:
            raise LedgerReadOnly(phrase("The history file {file} is damaged.", file=self.path))
        blobs = sealed(self.writer, at.number + 1, texts, self._ciphers)
        head = header(self.writer.opening, at.number + 1, at.previous, self._ciphers.current.encode(), digests(blobs))
        line = b"\t".join([head, *blobs]) + b"\n"
        try:
            self._seen = self._end.append(line, at.length, self._seen)
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
        self._tail = (self._tail + line)[-_TAIL:]
        return at.number

    def drop_erased(self) -> None:
        """Writes the file anew without the blobs that are erased. Needs the site's lock. Raises OSError."""
        whole = self.path.read_bytes()
        thin = b"".join(without(line, self._erased) for line in whole.splitlines(keepends=True))
        if thin != whole:
            fs.replace_durably(self.path, thin)

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
        self._tail = self._end_of(length)
        return True

    def close(self) -> None:
        """Lets the file go."""
        self._end.close()

    def restart(self) -> None:
        """Forgets what was read."""
        self._reader = self._reader_at(Position())
        self._tail, self._seen = b"", None

    def commit(self, number: int) -> list[Change]:
        """The changes of one commit. Raises NotFound."""
        found: list[Change] = []
        with self._readable():
            line = self._line(number)
            if line:
                reader = self._reader_at(Position(number=number - 1, previous=None))
                with self.path.open("rb") as file:
                    reader.at.length = line[0]
                    found = [change for batch in reader.batches(file, line[1]) for change in batch.changes]
        if not found:
            raise NotFound(phrase("The history holds no such step."))
        return found

    def _line(self, number: int) -> tuple[int, int] | None:
        """First byte and end of a line, found by its number."""
        if not 0 < number <= self.at.number:
            return None
        with self.path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
            found = view.rfind(b',"n":%d,"p":"' % number, 0, self.at.length)
            if found < 0:
                return None
            return view.rfind(b"\n", 0, found) + 1, view.find(b"\n", found) + 1

    def _end_of(self, length: int) -> bytes:
        """The last of this many bytes of the file."""
        if not length:
            return b""
        with self.path.open("rb") as file:
            file.seek(max(length - _TAIL, 0))
            return file.read(min(length, _TAIL))

    def _last_number(self) -> int:
        """The number of the last line of the file that is whole; 0 when there is none."""
        if not self.path.exists():
            return 0
        with self.path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return 0
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
                end = view.rfind(b"\n")
                found = _NUMBER.search(view, max(view.rfind(b"\n", 0, max(end, 0)), 0))
                return int(found[1]) if found and end > 0 else 0

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turns what the system says into a SiteError."""
        try:
            yield
        except OSError as error:
            raise SiteError(
                phrase(
                    "The history file {file} could not be read: {reason}.",
                    file=self.path.name,
                    reason=reason_to_read(error),
                )
            ) from error

    def _reader_at(self, position: Position) -> Reader:
        return Reader(self.path.name, self.writer, self._ciphers, position, self._erased, self._foreign)


def without(line: bytes, erased: Mapping[int, set[int]]) -> bytes:
    """A line of a log without the blobs that are erased; anything else is given back as it is."""
    found = _NUMBER.search(line)
    if not found or line[-1:] != b"\n" or int(found[1]) not in erased:
        return line
    head, *blobs = line[:-1].split(b"\t")
    gone = erased[int(found[1])]
    kept = [ABSENT if nth in gone else blob for nth, blob in enumerate(blobs)]
    return b"\t".join([head, *kept]) + b"\n"
