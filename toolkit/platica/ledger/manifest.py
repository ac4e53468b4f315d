"""What a backup says of itself: when it was made, where, and what exactly is in it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

FORMAT = 1


class Why(StrEnum):
    """What a backup was made for."""

    ASKED = "asked"
    WEEKLY = "weekly"
    RESTORE = "restore"
    JOIN = "join"
    CARRY = "carry"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records there are."""

    workshops: int
    people: int
    marks: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The contents of a backup."""

    made: datetime
    """UTC."""
    why: str
    """A `Why`, or a word of a newer version."""
    device: str
    computer: str
    """The name of the computer it was made on."""
    counts: Counts
    newest: datetime | None
    """The moment of the newest step in it, UTC."""
    damaged: tuple[str, ...]
    """Logs that were damaged when it was made; what is sound in them can be used."""
    erased: int
    """How many blobs were known to be erased, and so are not in it."""
    entries: Mapping[str, tuple[int, str]]
    """By the names of all other entries: their sizes, and their SHA-256 in hexadecimal digits."""


def sums(entries: Mapping[str, bytes]) -> dict[str, tuple[int, str]]:
    """Sizes and hashes as a manifest tells them."""
    return {name: (len(content), sha256(content).hexdigest()) for name, content in entries.items()}


def encoded(manifest: Manifest) -> bytes:
    """The manifest as JSON."""
    counts = manifest.counts
    content = {
        "format": FORMAT,
        "made": manifest.made.isoformat(),
        "why": manifest.why,
        "device": manifest.device,
        "computer": manifest.computer,
        "workshops": counts.workshops,
        "people": counts.people,
        "marks": counts.marks,
        "newest": manifest.newest.isoformat() if manifest.newest else None,
        "damaged": list(manifest.damaged),
        "erased": manifest.erased,
        "entries": {name: [size, digest] for name, (size, digest) in manifest.entries.items()},
    }
    return json.dumps(content, ensure_ascii=False).encode()


def decoded(text: bytes) -> Manifest:
    """The manifest read back. Raises ValueError when it cannot be understood."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        return Manifest(
            made=_moment(content["made"]),
            why=str(content["why"]),
            device=str(content["device"]),
            computer=str(content["computer"]),
            counts=Counts(int(content["workshops"]), int(content["people"]), int(content["marks"])),
            newest=_moment(content["newest"]) if content["newest"] else None,
            damaged=tuple(map(str, content["damaged"])),
            erased=int(content["erased"]),
            entries={str(name): (int(size), str(digest)) for name, (size, digest) in content["entries"].items()},
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError("manifest") from error


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
