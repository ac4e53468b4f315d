"""What reading a file gives: a value if it could be made, and every problem found."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from platica.content.trouble import Troubles, refuse
from platica.domain.problem import Problem
from platica.errors import ContentError
from platica.phrases import phrase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """A value and the problems of its file, by line."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    def sound(self, file: str) -> T:
        """The value; raises ContentError naming the first problem when the file is not right."""
        refuse(self.problems)
        if self.value is None:
            raise ContentError(phrase("{file} could not be read.", file=file))
        return self.value


def read_of(value: T | None, troubles: Troubles) -> Read[T]:
    """The outcome of reading, its problems in the order of the file."""
    ordered = sorted(troubles.found, key=lambda problem: int(problem.place.rpartition(":")[2]))
    return Read(value, tuple(ordered))
