"""A printed sign-in sheet and the short code that brings its marks back to the right meeting."""

import secrets
from dataclasses import dataclass
from datetime import date

from platica.domain.ids import MeetingId, ParticipantId

LETTERS = "ABCDEFHJKLMNPRTUVXY"
"""Letters that sound apart in English and Spanish and are not mistaken for digits."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sign-in sheet as it was printed: whose line was where."""

    code: str
    meeting: MeetingId
    printed: date
    people: tuple[ParticipantId, ...]


def new_code(number: int, letters: str | None = None) -> str:
    """A code such as `KAT-3-P`: three letters, the session's number, a check letter."""
    stem = letters or "".join(secrets.choice(LETTERS) for _ in range(3))
    return f"{stem}-{number}-{check_letter(f'{stem}{number}')}"


def check_letter(text: str) -> str:
    """A letter that changes when one sign of the text does, or two neighbours trade places."""
    signs = "0123456789" + LETTERS
    return LETTERS[sum((place + 1) * (signs.index(sign) + 1) for place, sign in enumerate(text)) % len(LETTERS)]


def is_code(text: str) -> bool:
    """Whether the check letter fits."""
    stem, _, check = text.upper().replace(" ", "").rpartition("-")
    plain = stem.replace("-", "")
    return bool(plain) and all(sign in "0123456789" + LETTERS for sign in plain) and check_letter(plain) == check
