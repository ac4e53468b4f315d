"""What comes back on paper from a session, and how its numbers are typed."""

import re
from dataclasses import dataclass

from platica.domain.measure import HIGHEST, LOWEST
from platica.errors import Refused
from platica.phrases import phrase

FACES = 5
"""Faces on the feedback sheet, from very bad to very good."""
MOST_HEADS = 100_000
_ANSWER = re.compile(r"(\d{1,6})\s*[=:]\s*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Returned:
    """A return sheet as it was typed in; what is empty stays as it was."""

    heads: int | None = None
    """People counted in the room."""
    marks: str = ""
    """Who came, by number, as attendance is typed: `1-9,11t`."""
    rest_absent: bool = False
    """Whether everybody else was absent."""
    newcomers: tuple[str, ...] = ()
    """Names of people who came and are not on the roster."""
    faces: tuple[int, ...] | None = None
    """How many circled each face, from very bad to very good."""
    confidence: str = ""
    """Who felt how sure, by number: `1=7 4=5`."""
    questions: tuple[str, ...] = ()
    """Slips from the box."""
    worked: str = ""
    change: str = ""


def counted(typed: str) -> int | None:
    """A number of people; None when nothing was typed. Raises Refused."""
    if not typed.strip():
        return None
    if not typed.strip().isdecimal() or int(typed) > MOST_HEADS:
        raise Refused(phrase("“{typed}” is no number of people.", typed=typed.strip()))
    return int(typed)


def faces_from(typed: str) -> tuple[int, ...] | None:
    """The counts of the five faces out of `0 1 2 5 7`; None when nothing was typed. Raises Refused."""
    parts = re.findall(r"[^\s,;]+", typed)
    if not parts:
        return None
    if len(parts) != FACES or not all(part.isdecimal() and int(part) <= MOST_HEADS for part in parts):
        raise Refused(phrase("Type five numbers, one for each face from very bad to very good: 0 1 2 5 7."))
    return tuple(map(int, parts))


def answers_from(typed: str) -> dict[int, int]:
    """Who felt how sure out of `1=7 4=5`: numbers of people and answers from 0 to 10. Raises Refused."""
    rest = _ANSWER.sub("", typed)
    if re.sub(r"[\s,;]", "", rest):
        raise Refused(phrase("“{part}” is no answer; write 4=7 for a 7 of number 4.", part=rest.strip(" ,;")))
    answers: dict[int, int] = {}
    for number, answer in ((int(one), int(said)) for one, said in _ANSWER.findall(typed)):
        if not LOWEST <= answer <= HIGHEST:
            raise Refused(
                phrase("{answer} is not between 0 and 10, the answer of number {number}.", answer=answer, number=number)
            )
        if answers.setdefault(number, answer) != answer:
            raise Refused(phrase("Number {number} is named twice.", number=number))
    return answers
