"""Collecting what is wrong with a file, so that a check names everything at once."""

from collections.abc import Iterable

from platica.domain.problem import Problem, Severity
from platica.errors import ContentError
from platica.phrases import Phrase, phrase


class Troubles:
    """The problems of one file, in the order they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Problem] = []

    def error(self, line: int, what: Phrase) -> None:
        self.found.append(Problem(Severity.ERROR, what, self.place(line)))

    def warning(self, line: int, what: Phrase) -> None:
        self.found.append(Problem(Severity.WARNING, what, self.place(line)))

    def place(self, line: int) -> str:
        return f"{self.file}:{line}"


def refuse(problems: Iterable[Problem]) -> None:
    """Raises ContentError for the first error among the problems."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise ContentError(phrase("{place}: {problem}", place=problem.place, problem=problem.phrase))
