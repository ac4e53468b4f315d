"""Two computers that wrote under one name: a disk was copied whole, or one was put back as it was long ago.

Their logs are the same up to a line and differ from there. What this computer wrote from that line on is written again
as the log of a new writer, every change as it was, so that both histories stand side by side and nothing is lost.
"""

from collections.abc import Iterable, Mapping
from io import BytesIO
from itertools import groupby

from platica.ledger import device, fs
from platica.ledger.change import Change, encoded
from platica.ledger.copies import Copy
from platica.ledger.erasures import parsed
from platica.ledger.frame import ROOT, Ciphers, Writer, digest, digests, header, sealed
from platica.ledger.ledger import Ledger
from platica.ledger.logs import SHARED, Logs
from platica.ledger.reader import Position, Reader
from platica.ledger.tables import subject_of

Told = set[tuple[str, str, str]]
"""Changes by their stamps, tables and keys."""
Step = tuple[int, Change]
"""A change, and the number of its line."""


def settled(ledger: Ledger, copy: Copy, first: int) -> bool:
    """Whether nothing of two histories that differ from this line on is missing here; makes it so where it can.

    The lock must be held. Raises OSError; doing it again goes on where it ended.
    """
    logs, gone = ledger.logs, ledger.logs.erasures.subjects
    theirs = _behind(copy.content, copy.writer, ledger.ciphers, first)
    if _told(theirs, gone) <= told_in(logs):
        return True
    path = logs.folder / SHARED / copy.name
    ours = _behind(path.read_bytes(), copy.writer, ledger.ciphers, first)
    kept = _told(ours, gone) <= told_in(logs, but=copy.writer) | _told(theirs, gone)
    if copy.writer != ledger.writer:
        if kept:
            fs.replace_durably(path, copy.content)
            ledger.write_as(ledger.writer)
        return kept
    fresh = device.new_writer()
    if not kept:
        fs.replace_durably(path.with_name(f"{fresh.name}.log"), _written_as(fresh, ours, copy.writer, ledger.ciphers))
    device.keep(logs.folder / "device.json", logs.folder / SHARED, fresh)
    fs.replace_durably(path, copy.content)
    ledger.write_as(fresh)
    return True


def told_in(logs: Logs, *, but: Writer | None = None) -> Told:
    """Everything the logs of a site tell, one log left out."""
    others = (log for log in logs.shared if log.writer != but)
    return {_name(change) for log in others for batch in log.everything() for change in batch.changes}


def told_by(content: bytes, writer: Writer, ciphers: Ciphers) -> Told:
    """Everything a copy of a log tells."""
    return {_name(change) for _, change in _behind(content, writer, ciphers, 1)}


def _behind(content: bytes, writer: Writer, ciphers: Ciphers, first: int) -> list[Step]:
    reader = Reader(writer.name, writer, ciphers, Position(), waits=True)
    return [
        (number, change)
        for batch in reader.batches(BytesIO(content), len(content))
        for number, change in zip(batch.numbers, batch.changes, strict=True)
        if number >= first
    ]


def _told(steps: Iterable[Step], gone: set[str]) -> Told:
    """What steps tell, but for those of whom nothing may be told any more."""
    return {
        _name(change)
        for _, change in steps
        if "erases" in change or subject_of(change["table"], change["key"]) not in gone
    }


def _name(change: Change) -> tuple[str, str, str]:
    return change["stamp"], change["table"], change["key"]


def _written_as(writer: Writer, steps: Iterable[Step], was: Writer, ciphers: Ciphers) -> bytes:
    """The log of a new writer with these steps of another, numbered from 1."""
    lines = [(number, [change for _, change in group]) for number, group in groupby(steps, key=lambda step: step[0])]
    numbers = {number: new for new, (number, _) in enumerate(lines, 1)}
    whole, previous, key = bytearray(), ROOT, ciphers.current.encode()
    for number, changes in lines:
        texts = [encoded(_moved(change, was, writer, numbers)) for change in changes]
        blobs = sealed(writer, numbers[number], texts, ciphers)
        head = header(writer.opening, numbers[number], previous, key, digests(blobs))
        whole += b"\t".join([head, *blobs]) + b"\n"
        previous = digest(head)
    return bytes(whole)


def _moved(change: Change, was: Writer, writer: Writer, numbers: Mapping[int, int]) -> Change:
    """The change with the lines it names where they are now; what it erased of them was not written again."""
    moved = change.copy()
    incarnation, _, number = change.get("undoes", "").partition("-")
    if incarnation == was.incarnation and number.isdecimal() and int(number) in numbers:
        moved["undoes"] = f"{writer.incarnation}-{numbers[int(number)]}"
    if "erases" in change:
        first = min(numbers)
        moved["erases"] = [place for place in change["erases"] if not _of(place, was, first)]
    return moved


def _of(place: str, writer: Writer, first: int) -> bool:
    found = parsed(place)
    return found is not None and found[0] == writer.name and found[1] >= first
