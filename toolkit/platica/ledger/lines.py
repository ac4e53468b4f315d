"""A log as lines, for bringing two copies of it together: the same lines, one copy longer, damaged, or thinned."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from io import BytesIO

from platica.ledger.change import Change
from platica.ledger.frame import ABSENT, Ciphers, Writer, digest, header
from platica.ledger.reader import Position, Reader

Lines = Mapping[int, list[bytes]]
"""By their numbers: the header, then the blobs."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What reading a copy of a log found."""

    erasing: list[Change]
    damaged: bool
    absent: Collection[tuple[int, int]]
    length: int
    """Bytes of whole lines under known keys."""
    locked: bool
    """Whether a line under a key that is not known follows them."""


def checked(content: bytes, writer: Writer, ciphers: Ciphers) -> Checked:
    """Reads a copy through, strictly."""
    reader = Reader(writer.name, writer, ciphers, Position(), waits=True)
    erasing = [
        change
        for batch in reader.batches(BytesIO(content), len(content))
        for change in batch.changes
        if "erases" in change
    ]
    return Checked(erasing, bool(reader.damage), reader.absent.keys(), reader.at.length, reader.locked)


def sound_lines(content: bytes, writer: Writer) -> dict[int, list[bytes]]:
    """The lines whose header fits their blobs; of a number that is there twice, the first."""
    found: dict[int, list[bytes]] = {}
    for line in content.split(b"\n")[:-1]:
        head, *blobs = line.split(b"\t")
        try:
            claimed = json.loads(head)
            number, kept = claimed["n"], [one.encode() for one in claimed["b"]]
            hashes = [one if blob == ABSENT else digest(blob) for blob, one in zip(blobs, kept, strict=True)]
            again = header(writer.opening, number, claimed["p"].encode(), claimed["k"].encode(), hashes)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        if again == head:
            found.setdefault(number, [head, *blobs])
    return found


def forked_at(one: Lines, other: Lines) -> int | None:
    """The first number under which two copies hold different lines: somebody else wrote under this name.

    A blob in common makes two lines one, of which one copy was altered: no two encryptions give the same bytes. The
    hash of a blob stands for it where it was erased.
    """
    return min((number for number in one.keys() & other.keys() if _differ(one[number], other[number])), default=None)


def _differ(one: list[bytes], other: list[bytes]) -> bool:
    return one[0] != other[0] and not any(
        this == that for this, that in zip(_hashes(one), _hashes(other), strict=False)
    )


def _hashes(line: list[bytes]) -> list[str]:
    hashes: list[str] = json.loads(line[0])["b"]
    return hashes


def merged(one: Lines, other: Lines, erased: Mapping[int, Collection[int]]) -> bytes:
    """Every line of both copies, with all blobs either has, but those that are erased."""
    whole = []
    for number in sorted(one.keys() | other.keys()):
        ours, theirs = one.get(number), other.get(number)
        line = _together(ours, theirs) if ours and theirs else ours or theirs or []
        gone = erased.get(number, ())
        blobs = [ABSENT if nth in gone else blob for nth, blob in enumerate(line[1:])]
        whole.append(b"\t".join([line[0], *blobs]))
    return b"".join(line + b"\n" for line in whole)


def _together(ours: list[bytes], theirs: list[bytes]) -> list[bytes]:
    return [blob if blob != ABSENT else other for blob, other in zip(ours, theirs, strict=True)]
