"""Who runs a workshop."""

from dataclasses import dataclass

from platica.domain.ids import LeaderId


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who facilitates, so that a change can say whose hand it was."""

    id: LeaderId
    name: str
