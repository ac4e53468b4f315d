"""The job ticket that lies with the files for a print shop; it names nobody of the group."""

from dataclasses import dataclass

from platica.domain.job_ticket import Stack


@dataclass(frozen=True, slots=True)
class TicketView:
    """How every file of a bundle is printed."""

    organization: str
    stacks: tuple[Stack, ...]
    names_people: bool
    """Whether papers that name participants are in the bundle."""

    @property
    def sheets(self) -> int:
        """Sheets of paper of all stacks."""
        return sum(stack.sheets for stack in self.stacks)

    @property
    def personal(self) -> bool:
        return True
