"""Small answers that people give at a session, such as how sure they feel, from 0 to 10."""

from collections.abc import Iterable
from dataclasses import dataclass

from platica.domain.ids import MeetingId, ParticipantId

LOWEST, HIGHEST = 0, 10


@dataclass(frozen=True, slots=True)
class Measure:
    """What one participant answered at one meeting."""

    meeting: MeetingId
    participant: ParticipantId
    confidence: int | None = None
    """0 to 10; None when it was taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """How sure the same people felt the first and the last time they answered."""

    people: int
    before: float
    after: float

    @property
    def mean(self) -> float:
        return self.after - self.before


def paired_change(measures: Iterable[Measure], order: Iterable[MeetingId]) -> Change | None:
    """The mean first and last answer of everybody who answered at two meetings or more; None without anybody."""
    answers: dict[ParticipantId, dict[MeetingId, int]] = {}
    for one in measures:
        if one.confidence is not None:
            answers.setdefault(one.participant, {})[one.meeting] = one.confidence
    meetings = list(order)
    pairs = [
        (said[0], said[-1])
        for given in answers.values()
        if len(said := [given[meeting] for meeting in meetings if meeting in given]) > 1
    ]
    if not pairs:
        return None
    return Change(len(pairs), *(sum(column) / len(pairs) for column in zip(*pairs, strict=True)))
