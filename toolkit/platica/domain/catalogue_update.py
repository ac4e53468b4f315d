"""What bringing a catalogue up to date did to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UpdateReport:
    """Counts of messages after a catalogue met its source again."""

    domain: str
    language: str
    new: int
    """Not seen before; they wait for a translation."""
    changed: int
    """Edited in the source; they carry the old translation, marked stale."""
    removed: int
    """Gone from the source; a translation stays at the end of the file."""
    kept: int
