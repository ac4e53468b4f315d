"""The call list: for the leader alone, whom to call and since when they are missed."""

from dataclasses import dataclass
from datetime import date

from platica.domain.call_list import Missed


@dataclass(frozen=True, slots=True)
class CallLine:
    """Somebody to call."""

    number: int
    name: str
    why: Missed
    sessions: int
    """How many sessions in a row they were not there."""
    last_seen: date | None
    language: str
    """Tag of the language to speak."""
    contact: str | None
    """How to reach them, as they said it; None when they gave no way, or do not want calls."""


@dataclass(frozen=True, slots=True)
class CallsView:
    """Whom to call after a session."""

    organization: str
    number: int
    """Of the last session that was held, from 1."""
    on: date
    lines: tuple[CallLine, ...]

    @property
    def personal(self) -> bool:
        return True
