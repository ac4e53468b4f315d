"""Who can open the records: passphrases, the recovery code, and taking a way in away."""

from platica.desk.desk import Desk
from platica.desk.open_desk import Places
from platica.ledger.keys import Slot, is_locked


def needs_passphrase(places: Places) -> bool:
    """Whether the site opens only with a passphrase or a code. Raises SiteError when there is none."""
    return is_locked(places.site)


def ways_in(desk: Desk) -> tuple[Slot, ...]:
    """All ways to open the records, by number; nobody's name is on one."""
    return desk.site.keys.slots()


def add_passphrase(desk: Desk, passphrase: str) -> None:
    """Adds a passphrase; the first closes the site to everybody without one. Raises Refused when it is too short."""
    desk.site.keys.add_passphrase(passphrase)


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Puts a passphrase in the place of another. Raises Refused when the old one opens nothing."""
    desk.site.keys.change(old, new)


def new_recovery_code(desk: Desk) -> str:
    """Adds a recovery code, to be printed, typed back and put in a safe; it is kept nowhere else."""
    return desk.site.keys.add_recovery()


def remove(desk: Desk, number: int) -> None:
    """Takes a way in away; what is written from now on it could not read. Raises Refused for the last one."""
    desk.site.keys.remove(number)


def leave_open(desk: Desk) -> None:
    """Lets everybody in who can use this computer's account."""
    desk.site.keys.leave_open()
