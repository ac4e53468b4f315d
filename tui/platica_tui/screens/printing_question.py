"""One choice of a leader about what is printed."""

from collections.abc import Callable
from dataclasses import dataclass

from platica.domain.printing import PrintOrder


@dataclass(frozen=True, slots=True)
class Question:
    """One choice: the value that stands in an order, and the order with another value in it."""

    name: str
    label: str
    answers: tuple[tuple[str, str], ...]
    """Pairs of a value and its words."""
    now: Callable[[PrintOrder], str]
    put: Callable[[PrintOrder, str], PrintOrder]
    usual: str | None = None
    """The value that goes without saying beside the list; None when every value is said."""
