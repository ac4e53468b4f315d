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


def numbers_from(text: str, known: Collection[int], highest: int | None = None) -> tuple[int, ...]:
    """The numbers a leader means by `1-9,11`, in order and once each.

    A range takes the numbers of the roster inside it, and may end at `highest`, the last number anybody ever had; the
    highest known when not said. Raises Refused when a part is no number or range, runs backwards, or names a number
    that is not on the roster.
    """
    last_of_all = max(known, default=0) if highest is None else highest
    found: dict[int, None] = {}
    for part in filter(None, re.split(r"[,;\s]+", re.sub(r"\s*[-–]\s*", "-", text.strip()))):
        matched = _PART.fullmatch(part)
        if not matched:
            raise Refused(phrase("“{part}” is not a number or a range such as 1-9.", part=part))
        first, last = int(matched[1]), int(matched[2] or matched[1])
        if first > last:
            raise Refused(phrase("“{part}” runs backwards; write {right}.", part=part, right=f"{last}-{first}"))
        if matched[2] and last > last_of_all:
            raise _beyond(max(first, last_of_all + 1), last, last_of_all)
        inside = [number for number in sorted(known) if first <= number <= last]
        if not inside:
            raise Refused(phrase("Number {part} is not on this roster.", part=part))
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _beyond(first: int, last: int, highest: int) -> Refused:
    if not highest:
        return Refused(phrase("Nobody is on this roster yet."))
    missing = str(last) if first == last else f"{first}–{last}"
    return Refused(
        phrase("“{missing}” is not on this roster; the highest number is {highest}.", missing=missing, highest=highest)
    )
