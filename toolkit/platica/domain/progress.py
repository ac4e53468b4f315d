"""How slow work says how far it is."""

from collections.abc import Callable

from platica.phrases import Phrase

Progress = Callable[[int, int, Phrase], None]
"""Called with the steps done, the steps in all, and what is being done now. Raising Stopped ends the work there."""


def silent(done: int, steps: int, doing: Phrase) -> None:
    """Tells nobody."""
