"""What one computer took away while another wrote to it: whether it is there."""

from collections.abc import Iterator
from functools import partial

from platica.desk.desk import Desk
from platica.desk.settling.matters import OpenMatter, Way, open_matter
from platica.desk.settling.subjects import subject_of
from platica.desk.tell.words import Words
from platica.domain.matter import MatterKind
from platica.phrases import phrase

Spot = tuple[str, str]
"""A table and the key of a record."""


def found(desk: Desk) -> tuple[Spot, ...]:
    """The records of which it is not clear whether they are there."""
    return tuple(dict.fromkeys((one.table, one.key) for one in desk.records.conflicts() if one.gone or not one.field))


def matter_of(desk: Desk, spot: Spot, words: Words) -> OpenMatter:
    """Whether the record stays away or comes back; it comes back only when all of it is known."""
    table, key = spot
    settling = desk.records.settling
    subject = subject_of(desk, table, key, words)
    row = settling.removed(table, key)
    ways = [
        Way(
            phrase("Leave it away."),
            partial(settling.leave_away, table, key),
            phrase("{subject}: it stays away.", subject=subject),
        )
    ]
    if row is not None:
        back = Way(
            phrase("Bring it back."),
            partial(settling.bring_back, table, key),
            phrase("{subject}: it is back.", subject=subject),
            advised=True,
        )
        ways.insert(0, back)
    sentence = phrase("{subject}: one computer took this away, and another wrote to it.", subject=subject)
    return open_matter(MatterKind.REMOVED, f"{table} {key} {sorted((row or {}).items())}", sentence, ways)


def matters(desk: Desk, words: Words) -> Iterator[OpenMatter]:
    """Every matter of this kind."""
    return (matter_of(desk, one, words) for one in found(desk))
