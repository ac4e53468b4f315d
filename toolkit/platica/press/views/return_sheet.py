"""The sheet that comes back from a session held on paper."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class ReturnView:
    """What somebody without a computer writes down of one meeting; it names nobody and no illness."""

    organization: str
    number: int
    """Place of the meeting in the workshop, from 1."""
    on: date
    at: time
    place: str
    code: str
    """The code of the meeting's sign-in sheet, which leads back to it."""
    numbers: tuple[int, ...]
    """The numbers of the people on the roster."""
    first_free: int
    """Number of the first new person."""
    by_heads: bool = False
    """Whether people are counted only."""

    @property
    def personal(self) -> bool:
        return True
