"""Who can open a site: its passphrases and codes, and the keys they give."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from platica.errors import KeysLost, Refused, SiteError
from platica.ledger import fs
from platica.ledger.backup_age import BACKUPS
from platica.ledger.clock import Clock
from platica.ledger.frame import Ciphers
from platica.ledger.keyring import (
    MOST_SLOTS,
    Cost,
    Keyring,
    SlotKind,
    new_key,
    open_slot,
    read_keyring,
    read_slots,
    renewed,
    unlock_keyring,
    write_slots,
)
from platica.ledger.lock import SiteLock
from platica.phrases import phrase

KEYRING = "keyring.json"
LEAST_SIGNS = 10
"""Of a passphrase; four words of any language have more."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to open a site. Nobody's name is on it; `mine` says that it opened the site this time."""

    number: int
    kind: SlotKind | None
    """None for a kind that a newer version made."""
    made: date | None
    mine: bool


def is_locked(folder: Path) -> bool:
    """Whether a site opens only with a passphrase or a code. Raises SiteError when there is none."""
    return all(slot["kind"] != SlotKind.OPEN for slot in read_slots(folder / KEYRING))


def unlock(folder: Path, secret: str) -> Keyring:
    """The keys of a site by a passphrase, or a recovery code.

    Raises Refused, with the same words for every wrong secret, and naming the group of a code that was mistyped.
    """
    return unlock_keyring(folder / KEYRING, secret)


class Keys:
    """The keyring of an open site. A change raises SiteError when it could not be written; the old one stands then."""

    def __init__(self, folder: Path, keyring: Keyring, clock: Clock, cost: Cost | None = None) -> None:
        self._path = folder / KEYRING
        self._lock = SiteLock(folder / "lock")
        self._clock = clock
        self._cost = cost or Cost()
        self._keyring = keyring
        self._seen = self._look()
        self.ciphers = keyring.ciphers
        self.ciphers.look = self._newer

    @property
    def keyring(self) -> Keyring:
        """The keys as they are known here."""
        return self._keyring

    def slots(self) -> tuple[Slot, ...]:
        """All ways to open the site, by number from 1."""
        return tuple(self._told(number, slot) for number, slot in enumerate(self._read(), 1))

    def add_passphrase(self, passphrase: str) -> None:
        """Adds a passphrase. The first one closes the site to everybody without one. Raises Refused."""
        self._add(SlotKind.PASSPHRASE, fit_passphrase(passphrase))

    def add_recovery(self, code: str | None = None) -> str:
        """Adds a recovery code, a new one or that which `codes` drew before, and gives it; it is kept nowhere."""
        from platica.ledger.codes import RECOVERY_GROUPS, new_code

        code = code or new_code(RECOVERY_GROUPS)
        self._add(SlotKind.RECOVERY, code)
        return code

    def change(self, old: str, new: str) -> None:
        """Puts a passphrase in the place of another. Raises Refused when the old one opens nothing."""
        was = self.known_by(old)
        fresh = self._sealed(SlotKind.PASSPHRASE, fit_passphrase(new))
        with self._lock.held():
            slots = [fresh if slot.get("public") == was.public else slot for slot in self._read()]
            self._write(slots)
            self._follow_in_backups()
        if was.public == self._keyring.public:
            self._keyring = unlock_keyring(self._path, new)

    def remove(self, number: int) -> None:
        """Takes a way away, and from now on writes under a new key, which it never gave.

        Raises Refused for the last one, and for a number there is none of.
        """
        with self._lock.held():
            slots = self._read()
            if not 1 <= number <= len(slots):
                raise Refused(phrase("There is no key number {number}.", number=number))
            if len(slots) == 1:
                raise Refused(phrase("This is the only way to open the records. Add another one first."))
            del slots[number - 1]
            self._give({**self._keyring.keys, **new_key()}, slots)
            self._follow_in_backups()

    def known_by(self, passphrase: str) -> Keyring:
        """What a passphrase opens. Raises Refused when that is nothing, or it is a code on paper."""
        known = unlock_keyring(self._path, passphrase)
        if all(slot.get("public") != known.public or slot["kind"] != SlotKind.PASSPHRASE for slot in self._read()):
            raise Refused(phrase("This is a code on paper, not a passphrase."))
        return known

    def leave_open(self) -> None:
        """Lets everybody in who can use this computer's account, as without any passphrase. Raises Refused."""
        with self._lock.held():
            others = [slot for slot in self._read() if slot["kind"] != SlotKind.OPEN]
            _refuse_more_than(others)
            self._write([open_slot(self._keyring.keys), *others])

    def close(self, passphrase: str) -> None:
        """Takes away the way in that asks for nothing, by somebody who knows a passphrase. Raises Refused."""
        known = self.known_by(passphrase)
        with self._lock.held():
            self._write([slot for slot in self._read() if slot["kind"] != SlotKind.OPEN])
            self._follow_in_backups()
        self._keyring = known

    def invite(self, file: Path) -> str:
        """Writes the keys to a file that opens with the code this gives. Raises SiteError."""
        from platica.ledger.codes import INVITATION_GROUPS, new_code

        code = new_code(INVITATION_GROUPS)
        _write(file, [self._sealed(SlotKind.INVITATION, code)])
        return code

    def learn(self, keys: Mapping[str, str]) -> bool:
        """Adds keys of the same site that another computer made, to write with from now on; whether any were new."""
        fresh = {name: key for name, key in keys.items() if name not in self._keyring.keys}
        if fresh:
            with self._lock.held():
                self._give({**self._keyring.keys, **fresh}, self._read())
        return bool(fresh)

    def _add(self, kind: SlotKind, secret: str) -> None:
        fresh = self._sealed(kind, secret)
        with self._lock.held():
            slots = [slot for slot in self._read() if slot["kind"] != SlotKind.OPEN]
            if kind is not SlotKind.PASSPHRASE and len(slots) < len(self._read()):
                slots.insert(0, open_slot(self._keyring.keys))
            _refuse_more_than(slots)
            self._write([*slots, fresh])
            self._follow_in_backups()
        if not self._keyring.private and kind is SlotKind.PASSPHRASE:
            self._keyring = unlock_keyring(self._path, secret)

    def _follow_in_backups(self) -> None:
        """What opens the site no more does not open the backups beside it either. Needs the lock."""
        if (self._path.parent / BACKUPS).is_dir():
            from platica.ledger.backup_folder import follow_keyring

            try:
                follow_keyring(self._path.parent, self.ciphers, self._path.read_bytes())
            except OSError as error:
                raise SiteError(
                    phrase(
                        "A backup here could not be changed: {reason}. It opens as before.",
                        reason=fs.reason(error),
                    )
                ) from error

    def _sealed(self, kind: SlotKind, secret: str) -> dict[str, Any]:
        from platica.ledger.slots import sealed_slot

        return sealed_slot(kind, secret, self._keyring.keys, self._clock().astimezone().date(), self._cost)

    def _write(self, slots: list[dict[str, Any]]) -> None:
        _write(self._path, slots)
        self._seen = self._look()

    def _read(self) -> list[dict[str, Any]]:
        return read_slots(self._path)

    def _give(self, keys: dict[str, str], slots: list[dict[str, Any]]) -> None:
        """Puts these keys into every slot, and to use."""
        self._write(_resealed(slots, keys))
        self._keyring = replace(self._keyring, keys=keys)
        fresh = self._keyring.ciphers
        self.ciphers.current, self.ciphers.by_id = fresh.current, fresh.by_id

    def _newer(self) -> Ciphers | None:
        """The keys when the keyring has changed since; None when it has not, or cannot be read."""
        if self._seen == self._look():
            return None
        self._seen = self._look()
        try:
            self._keyring = renewed(self._path, self._keyring)
        except SiteError:
            return None
        return self._keyring.ciphers

    def _look(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns

    def _told(self, number: int, slot: Mapping[str, Any]) -> Slot:
        kind = SlotKind(slot["kind"]) if slot["kind"] in set(SlotKind) else None
        mine = slot.get("public", "") == self._keyring.public
        try:
            made = date.fromisoformat(slot["made"])
        except (KeyError, TypeError, ValueError):
            made = None
        return Slot(number, kind, made, mine)


def read_invitation(file: Path, code: str) -> Mapping[str, str]:
    """The keys of a site that invited this computer. Raises Refused or SiteError."""
    if not file.exists():
        raise SiteError(phrase("There is no file {file}.", file=file))
    try:
        return unlock_keyring(file, code).keys
    except KeysLost as error:
        raise SiteError(phrase("{file} is no invitation, or it is damaged. Ask for a new one.", file=file)) from error


def opened(folder: Path, unlocked: Keyring | None) -> Keyring:
    """The keys given, or those of a site that needs no secret. Raises SiteError."""
    return unlocked or read_keyring(folder / KEYRING)


def _resealed(slots: list[dict[str, Any]], keys: Mapping[str, str]) -> list[dict[str, Any]]:
    """The slots with these keys in each; one of a kind that is not known cannot be given any."""
    from platica.ledger.slots import sealed_keys

    known = set(SlotKind) - {SlotKind.OPEN}
    fresh = []
    for slot in slots:
        if slot["kind"] == SlotKind.OPEN:
            fresh.append(slot | {"keys": dict(keys)})
        else:
            fresh.append(slot | {"keys": sealed_keys(slot["public"], keys)} if slot["kind"] in known else slot)
    return fresh


def fit_passphrase(passphrase: str) -> str:
    """A passphrase as it was given. Raises Refused when it is too short."""
    if len("".join(passphrase.split())) < LEAST_SIGNS:
        raise Refused(phrase("A passphrase needs at least {count} letters. Four words are good.", count=LEAST_SIGNS))
    return passphrase


def _refuse_more_than(slots: list[dict[str, Any]]) -> None:
    """Raises Refused when no slot can be added to these."""
    if len(slots) >= MOST_SLOTS:
        raise Refused(phrase("There are {count} keys already. Take one away first.", count=MOST_SLOTS))


def _write(file: Path, slots: list[dict[str, Any]]) -> None:
    try:
        write_slots(file, slots)
    except OSError as error:
        raise SiteError(
            phrase("The file {file} could not be written: {reason}.", file=file, reason=fs.reason(error))
        ) from error
