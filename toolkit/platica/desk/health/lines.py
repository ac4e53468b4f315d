"""One thing that was looked at: how it is, and what can be done about it."""

from dataclasses import dataclass
from enum import StrEnum

from platica.phrases import Phrase, phrase


class Health(StrEnum):
    """How a thing that was looked at is."""

    OK = "ok"
    LOOK = "look"
    """Somebody should see to it; the records are sound."""
    WRONG = "wrong"


WORDS = {Health.OK: phrase("good"), Health.LOOK: phrase("to look at"), Health.WRONG: phrase("wrong")}
"""How a thing is, in words."""


class Repair(StrEnum):
    """What can be done about it."""

    RESTORE = "restore"
    """Put a backup back, or bring in the records of another computer."""
    INVITE = "invite"
    CLOCK = "clock"
    UPDATE = "update"
    RIGHTS = "rights"
    BACKUP = "backup"
    KEYS = "keys"
    RECOVERY = "recovery"
    CARRY = "carry"
    SETTLE = "settle"
    SPACE = "space"


ADVICE = {
    Repair.RESTORE: phrase("Bring in the records of another computer with “platica carry in”, or put a backup back."),
    Repair.INVITE: phrase("Ask the other computer for an invitation: “platica device invite” there."),
    Repair.CLOCK: phrase("Set the date and time of this computer."),
    Repair.UPDATE: phrase("Install the newest Plática."),
    Repair.RIGHTS: phrase("“platica site health --repair” puts it right."),
    Repair.BACKUP: phrase("Make one on a USB stick: “platica backup create FOLDER”."),
    Repair.KEYS: phrase("“platica keys add” sets a passphrase."),
    Repair.RECOVERY: phrase("“platica keys recovery” makes one to print and put away."),
    Repair.CARRY: phrase("Exchange records with it: “platica carry exchange FOLDER”."),
    Repair.SETTLE: phrase("“platica settle” lists it."),
    Repair.SPACE: phrase("Delete what is not needed any more, or move it to another disk."),
}
"""What to do, in words."""


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One thing that was looked at."""

    about: str
    """A word for programs, such as `damage`."""
    state: Health
    sentence: Phrase
    repair: Repair | None = None
