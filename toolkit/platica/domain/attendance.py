"""Marks: who came, how, and what a leader types to say so."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from platica.domain.ids import MeetingId, ParticipantId
from platica.errors import Refused
from platica.phrases import phrase


class Presence(StrEnum):
    """Whether a person came."""

    PRESENT = "present"
    LATE = "late"
    EXCUSED = "excused"
    ABSENT = "absent"

    @property
    def came(self) -> bool:
        return self in (Presence.PRESENT, Presence.LATE)


class Way(StrEnum):
    """How a person took part."""

    IN_PERSON = "in-person"
    ONLINE = "online"
    MAKE_UP = "make-up"


@dataclass(frozen=True, slots=True)
class Mark:
    """One participant's attendance at one meeting."""

    meeting: MeetingId
    participant: ParticipantId
    presence: Presence
    way: Way = Way.IN_PERSON


_PART = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")


def numbers_from(text: str, known: Collection[int]) -> tuple[int, ...]:
    """The numbers a leader means by `1-9,11`, in order and once each.

    A range takes the numbers of the roster inside it. Raises Refused when a part is no number or range, or names a
    number that is not on the roster.
    """
    found: dict[int, None] = {}
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*-\s*", "-", text.strip()))):
        matched = _PART.fullmatch(part)
        if not matched:
            raise Refused(phrase("“{part}” is not a number or a range such as 1-9.", part=part))
        first, last = int(matched[1]), int(matched[2] or matched[1])
        inside = [number for number in sorted(known) if min(first, last) <= number <= max(first, last)]
        if not inside or (matched[2] is None and first not in known):
            raise Refused(phrase("Number {part} is not on this roster.", part=part))
        found.update(dict.fromkeys(inside))
    return tuple(found)
