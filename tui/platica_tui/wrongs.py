"""What is wrong in a form: found line by line, told at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from platica.errors import PlaticaError
from platica.phrases import Phrase, phrases

if TYPE_CHECKING:
    from platica_tui.speaking import Speaking


class Wrongs:
    """Collects what cannot be read, so that nobody has to try once for each line."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Phrase]] = []

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Inside, what is refused belongs to the line with this id."""
        try:
            yield
        except PlaticaError as error:
            self.found.append((name, error.phrase))

    def told(self, screen: Speaking[Any]) -> bool:
        """Whether anything is wrong; the first sentence is told, and the cursor stands where it belongs."""
        if not self.found:
            return False
        (name, first), *others = self.found
        screen.query_one(f"#{name}").focus()
        said = phrases("{first} And {count} more.", "{first} And {count} more.", len(others), first=first)
        screen.tell(said if others else first, wrong=True)
        return True
