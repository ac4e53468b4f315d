"""Who can open the records: passphrases, the recovery code, and taking a way in away."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from platica.desk.desk import Desk
from platica.desk.places import Places
from platica.errors import Refused
from platica.ledger.keyring import MOST_SLOTS, SlotKind
from platica.ledger.keys import Slot, fit_passphrase, is_locked
from platica.phrases import Phrase, phrase, phrases

KINDS: Mapping[SlotKind | None, Phrase] = MappingProxyType(
    {
        SlotKind.OPEN: phrase("nothing: open to whoever uses this computer's account"),
        SlotKind.PASSPHRASE: phrase("passphrase"),
        SlotKind.RECOVERY: phrase("recovery code"),
        SlotKind.INVITATION: phrase("invitation"),
        None: phrase("something of a newer Plática"),
    }
)
"""What each way in asks for, in words."""


def needs_passphrase(places: Places) -> bool:
    """Whether the site opens only with a passphrase or a code. Raises SiteError when there is none."""
    return is_locked(places.site)


def ways_in(desk: Desk) -> tuple[Slot, ...]:
    """All ways to open the records, by number; nobody's name is on one."""
    return desk.site.keys.slots()


def is_open(desk: Desk) -> bool:
    """Whether the records open without a passphrase."""
    return any(way.kind is SlotKind.OPEN for way in ways_in(desk))


def has_passphrase(desk: Desk) -> bool:
    """Whether somebody has set a passphrase; the records may be left open all the same."""
    return any(way.kind is SlotKind.PASSPHRASE for way in ways_in(desk))


def has_recovery_code(desk: Desk) -> bool:
    """Whether a code on paper opens the records."""
    return any(way.kind is SlotKind.RECOVERY for way in ways_in(desk))


def is_only_recovery(desk: Desk, number: int) -> bool:
    """Whether the way in of this number is a recovery code, and there is no other."""
    return [way.number for way in ways_in(desk) if way.kind is SlotKind.RECOVERY] == [number]


def opened_by_code(desk: Desk) -> bool:
    """Whether the records were opened with the recovery code this time."""
    return any(way.mine and way.kind is SlotKind.RECOVERY for way in ways_in(desk))


def state(desk: Desk) -> Phrase:
    """One line on who can read the records."""
    ways = ways_in(desk)
    if is_open(desk):
        return phrase("no passphrase is asked for: whoever takes this computer can read the records")
    count = sum(way.kind is SlotKind.PASSPHRASE for way in ways)
    said = phrases("{count} passphrase", "{count} passphrases", count)
    if has_recovery_code(desk):
        return phrase("{passphrases}, and a recovery code on paper", passphrases=said)
    return phrase("{passphrases}, no recovery code", passphrases=said)


def check_new(passphrase: str) -> None:
    """Raises Refused when a passphrase is too short to be set."""
    fit_passphrase(passphrase)


def check(desk: Desk, passphrase: str) -> None:
    """Raises Refused when it is no passphrase of this site."""
    desk.site.keys.known_by(passphrase)


def add_passphrase(desk: Desk, passphrase: str) -> None:
    """Adds a passphrase; the first closes the site to everybody without one.

    Raises Refused when it is too short, or one already: taken away once, it would go on opening the records.
    """
    check_new(passphrase)
    if has_passphrase(desk) and _opens(desk, passphrase):
        raise Refused(phrase("This opens the records already. Choose another passphrase."))
    desk.site.keys.add_passphrase(passphrase)


def _opens(desk: Desk, passphrase: str) -> bool:
    try:
        check(desk, passphrase)
    except Refused:
        return False
    return True


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Puts a passphrase in the place of another. Raises Refused when the old one opens nothing."""
    desk.site.keys.change(old, new)


def new_recovery_code(desk: Desk) -> str:
    """Adds a recovery code, to be printed, typed back and put in a safe; it is kept nowhere else."""
    return desk.site.keys.add_recovery()


def draw_recovery_code(desk: Desk) -> str:
    """A recovery code that opens nothing until it is kept. Raises Refused when there is no room for one."""
    from platica.ledger.codes import RECOVERY_GROUPS, new_code

    if sum(way.kind is not SlotKind.OPEN for way in ways_in(desk)) + is_open(desk) >= MOST_SLOTS:
        raise Refused(phrase("There are {count} keys already. Take one away first.", count=MOST_SLOTS))
    return new_code(RECOVERY_GROUPS)


def keep_recovery_code(desk: Desk, code: str) -> None:
    """Lets a code that was drawn open the records from now on."""
    desk.site.keys.add_recovery(code)


def check_typed_back(code: str, typed: str) -> None:
    """Raises Refused, naming the first group that is not as in the code."""
    from platica.ledger.codes import compare

    compare(code, typed)


def remove(desk: Desk, number: int) -> None:
    """Takes a way in away; what is written from now on it could not read. Raises Refused for the last one.

    Other computers cannot read what is written here since until they take in a new invitation.
    """
    desk.site.keys.remove(number)


def leave_open(desk: Desk) -> None:
    """Lets everybody in who can use this computer's account."""
    desk.site.keys.leave_open()


def close(desk: Desk, passphrase: str) -> None:
    """Asks for a passphrase again at every opening, when a site was left open. Raises Refused for a wrong one."""
    desk.site.keys.close(passphrase)


def learn_invitation(desk: Desk, file: Path, code: str) -> bool:
    """Takes in keys that another computer of this site made since; whether there were any that were not known.

    What waited for them is read from now on. Raises Refused when the code is wrong or the invitation is of another
    site, and SiteError when the file is none.
    """
    return desk.site.learn(file, code)


def are_lost(places: Places) -> bool:
    """Whether the keys of this site are missing or damaged. Raises SiteError when there is no site."""
    from platica.ledger.regain import is_lost

    return is_lost(places.site)


def regain(places: Places, file: Path, code: str) -> None:
    """Makes lost keys of this site anew from an invitation; they lie open then, as at the beginning.

    Raises Refused when they are not lost, the code is wrong or the invitation is of another site, and SiteError.
    """
    from platica.ledger.regain import regain as regained

    regained(places.site, file, code)


__all__ = [
    "KINDS",
    "SlotKind",
    "add_passphrase",
    "are_lost",
    "change_passphrase",
    "check",
    "check_new",
    "check_typed_back",
    "close",
    "draw_recovery_code",
    "has_passphrase",
    "has_recovery_code",
    "is_open",
    "keep_recovery_code",
    "learn_invitation",
    "leave_open",
    "needs_passphrase",
    "new_recovery_code",
    "opened_by_code",
    "regain",
    "remove",
    "state",
    "ways_in",
]
