"""Who runs a workshop."""

from dataclasses import dataclass, field

from platica.domain.ids import LeaderId


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who facilitates, so that a change can say whose hand it was."""

    id: LeaderId
    name: str
    pin: str | None = field(default=None, repr=False)
    """What is kept of the PIN that says it is them; None when they have none."""
