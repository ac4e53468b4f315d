"""The two sizes of paper."""

from enum import StrEnum


class Paper(StrEnum):
    """What is in the printer."""

    LETTER = "letter"
    A4 = "a4"
