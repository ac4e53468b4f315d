"""How hard a text is to read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """The score of a text in its language's own formula, and the sentences to shorten first."""

    language: str
    words: int
    score: float | None
    """English: school grade, lower is easier. Spanish: INFLESZ, higher is easier. None under 100 words."""
    easy_enough: bool | None
    """Whether the score reaches the aim for people's handouts; None without a score."""
    longest: tuple[str, ...]
    """The longest sentences, longest first, ten at most."""
