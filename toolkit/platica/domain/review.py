"""Signatures of people who read a text."""

from dataclasses import dataclass
from datetime import date

from platica.domain.curriculum import ReviewRole


@dataclass(frozen=True, slots=True)
class Review:
    """A person's signature under one text, in one role; it holds only for exactly these words."""

    role: ReviewRole
    hash: str
    reviewer: str
    on: date
    note: str = ""
