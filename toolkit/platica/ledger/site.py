"""A site: one organization's folder of records and keys."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from platica.domain.ids import DeviceId
from platica.domain.progress import Progress, silent
from platica.errors import Refused, SiteError
from platica.ledger import fs, sentences
from platica.ledger.clock import Clock, system_clock
from platica.ledger.device import writer_of
from platica.ledger.keyring import Keyring, create_keyring, missing
from platica.ledger.keys import KEYRING, Keys, opened, read_invitation
from platica.ledger.ledger import Ledger
from platica.ledger.logs import LOCAL, SHARED
from platica.ledger.records import Records
from platica.ledger.table import SiteDatabase
from platica.phrases import Phrase, phrase

if TYPE_CHECKING:
    from platica.ledger.backups import Backups
    from platica.ledger.carry import CarriedIn, CarriedOut
    from platica.ledger.condition import Condition


class Site:
    """An open site. `db` is a TinyDB and `records` the typed door; both see the same records. `keys` say who may."""

    def __init__(self, folder: Path, ledger: Ledger, keys: Keys) -> None:
        self.folder = folder
        self.keys = keys
        self.db = SiteDatabase(ledger)
        self.records = Records(ledger)
        self._ledger = ledger

    @property
    def device(self) -> DeviceId:
        """This computer, as the history names it."""
        return DeviceId(self._ledger.writer.device)

    def last_seen(self) -> dict[DeviceId, datetime]:
        """When each computer last wrote, as far as is known here, in UTC."""
        from platica.ledger.last_seen import last_seen

        with self._ledger.reading():
            return last_seen(self._ledger.logs.shared)

    @property
    def notices(self) -> tuple[Phrase, ...]:
        """What a person should know about the state of the records, in the order it was found."""
        waits = any(log.locked for log in self._ledger.logs.shared)
        return tuple(one for one in self._ledger.notices if waits or one != sentences.locked())

    def carry_out(self, folder: Path, progress: Progress = silent) -> "CarriedOut":
        """Copies the records, as they are encrypted, to a folder that travels. Raises SiteError."""
        from platica.ledger.carry import carry_out

        return carry_out(self._ledger, folder, progress)

    def carry_in(self, folder: Path, progress: Progress = silent) -> "CarriedIn":
        """Takes in what other computers of this site left in a folder. Raises SiteError."""
        from platica.ledger.carry import carry_in

        return carry_in(self._ledger, folder, progress)

    def join(self, invitation: Path, code: str) -> bool:
        """Makes this computer one of the site that invited it; its own records come along.

        Whether it was of that site already, and only learned keys. Raises Refused when the code is wrong or other
        computers share the records of this one, and SiteError.
        """
        from platica.ledger.join import refuse_to_leave_others, rewrite_under

        keys = read_invitation(invitation, code)
        already = bool(keys.keys() & self.keys.keyring.keys.keys())
        try:
            refuse_to_leave_others(self._ledger, keys)
        except Refused:
            if not already:
                raise
            self.keys.learn(keys)
            return True
        self.keys.learn(keys)
        rewrite_under(self._ledger, keys)
        return already

    def learn(self, invitation: Path, code: str) -> bool:
        """Takes in keys that another computer of this site made since; whether there were any that were not known.

        What waited for them is read, and no notice of it stays. Raises Refused when the code is wrong or the
        invitation is of another site, and SiteError.
        """
        from platica.ledger.regain import refuse_strangers

        keys = read_invitation(invitation, code)
        refuse_strangers(keys.keys(), self.keys.keyring.keys.keys())
        fresh = self.keys.learn(keys)
        with self._ledger.reading():
            return fresh

    @property
    def backups(self) -> "Backups":
        """What was put aside of this site, and what can be put back."""
        from platica.ledger.backups import Backups

        return Backups(self.folder, self._ledger)

    def condition(self) -> "Condition":
        """What state the folder is in."""
        from platica.ledger.condition import condition_of

        return condition_of(self.folder, self._ledger)

    def close(self) -> None:
        """Lets the site go; nothing can be saved afterwards."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_site(folder: Path, *, clock: Clock = system_clock, keys: Mapping[str, str] | None = None) -> Site:
    """Makes a new site in a folder and opens it; with the keys of an invitation, a place for that site's records.

    Raises SiteError when it holds one or cannot be written.
    """
    if (folder / KEYRING).exists():
        raise SiteError(phrase("The folder {folder} holds a site already.", folder=folder))
    if keys is None and any((folder / SHARED).glob("*.log")):
        raise missing(folder / KEYRING)
    try:
        for inside in (folder, folder / SHARED, folder / LOCAL):
            fs.make_folder(inside)
        fs.keep_to_owner(folder)
        create_keyring(folder / KEYRING, keys)
    except OSError as error:
        raise _unusable(folder, error) from error
    return open_site(folder, clock=clock)


def open_site(folder: Path, *, clock: Clock = system_clock, unlocked: Keyring | None = None) -> Site:
    """Opens a site, only for reading where nothing can be written; its `notices` say what a person should know.

    `unlocked` are the keys that `keys.unlock` gave. Raises SiteLocked when they are needed, SiteError when there is no
    site or it cannot be used.
    """
    keys = Keys(folder, opened(folder, unlocked), clock)
    try:
        with suppress(OSError):  # the lock is asked next whether anything can be written, and tells
            fs.make_folder(folder / LOCAL)
        found = writer_of(folder / "device.json", folder / SHARED)
        ledger = Ledger(folder, found.writer, keys.ciphers, clock, found.refusal)
    except OSError as error:
        raise _unusable(folder, error) from error
    ledger.notices += [found.notice] if found.notice else []
    return Site(folder, ledger, keys)


def _unusable(folder: Path, error: OSError) -> SiteError:
    return SiteError(phrase("The folder {folder} cannot be used: {reason}.", folder=folder, reason=fs.reason(error)))
