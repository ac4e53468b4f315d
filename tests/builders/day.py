"""A scripted day of one computer that uses all of the ledger, and what must be true of each step afterwards.

python -m builders.day WORLD NTH POINT      the same as a program that is killed at its NTH call to the disk
"""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from builders.failing_system import KillingSystem
from builders.ledger import mark, new_site, only_log, person, ticking
from platica.domain.attendance import Presence
from platica.errors import PlaticaError, Refused, SiteLocked
from platica.ledger import fs
from platica.ledger.device import keep, writer_named
from platica.ledger.keyring import Cost, Keyring
from platica.ledger.keys import unlock
from platica.ledger.manifest import Why
from platica.ledger.restore import restore_into_new
from platica.ledger.site import Site, create_site, open_site

PASSPHRASE = "cuatro palabras que nadie sabe"
CHEAP = Cost(memory=8, passes=1)
SETTINGS = b'name = "Las Flores"\nlanguage = "es"\nregion = "US"\n'
_BIG = 10**9


@dataclass(frozen=True, slots=True)
class World:
    """The folders of a day: this computer's site, two sticks, the site of a computer to be invited, and backups."""

    folder: Path

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def guest(self) -> Path:
        return self.folder / "guest"

    @property
    def stick(self) -> Path:
        return self.folder / "stick"

    @property
    def from_others(self) -> Path:
        return self.folder / "from others"

    @property
    def backup(self) -> Path:
        return self.folder / "copia.platica-backup"

    @property
    def restored(self) -> Path:
        return self.folder / "restored"

    @property
    def code(self) -> Path:
        """Where the leader keeps the recovery code."""
        return self.folder / "code"

    @property
    def invitation(self) -> Path:
        return self.folder / "invitation.json"


def template(folder: Path) -> World:
    """Everything as it is before the day."""
    world = World(folder)
    with new_site(world.site) as site:
        site.records.save(mark(31), mark(32))
        create_site(folder / "other", clock=ticking(), keys=site.keys.keyring.keys).close()
    with open_site(folder / "other", clock=ticking()) as other:
        other.records.save(person(40, "Otilia"), mark(40))
        other.carry_out(world.from_others)
    with create_site(world.guest, clock=ticking()) as guest:
        guest.records.save(person(50, "Gudelia"), mark(50))
    (world.site / "site.toml").write_bytes(SETTINGS)
    world.stick.mkdir()
    return world


def copy_of(world: World, folder: Path) -> World:
    """The same for another run: to the program it is the same computer, not a copied folder."""
    shutil.copytree(world.folder, folder)
    made = World(folder)
    for site in (made.site, made.guest):
        writer = writer_named(only_log(site).stem)
        assert writer
        keep(site / "device.json", site / "logs", writer)
    return made


class Day:
    """Does the steps one after another; `said` is what the program told of each: done, or a sentence."""

    def __init__(self, world: World, tell: Callable[[str], None] = lambda _: None) -> None:
        self.world = world
        self.said: dict[str, str] = {}
        self._tell = tell
        self._backup = world.backup

    def run(self) -> None:
        """The whole day. Anything but a PlaticaError goes through, and is a fault of the program."""
        site = self._opened()
        if site is None:
            return
        for name, step in STEPS.items():
            self._do(name, lambda step=step: step(self, site))  # type: ignore[misc]
        site._ledger._cache.missed = _BIG
        site.close()
        again = self._opened()
        if again is not None:
            self._do("after opening again", lambda: again.records.save(mark(21)))
            again.close()

    def _opened(self) -> Site | None:
        try:
            site = opened_again(self.world.site)
        except PlaticaError as error:
            self.said.setdefault("opening", str(error))
            return None
        site.keys._cost = CHEAP
        return site

    def _do(self, name: str, step: Callable[[], object]) -> None:
        try:
            step()
        except PlaticaError as error:
            self.said[name] = str(error)
            self._tell(f"{name}: refused")
        else:
            self.said[name] = "done"
            self._tell(f"{name}: done")

    def mark_a_group(self, site: Site) -> None:
        site.records.save(mark(1), mark(2))

    def correct_a_name(self, site: Site) -> None:
        site.records.save(person(1, "María José"))

    def make_up_a_table(self, site: Site) -> None:
        site.db.table("extra").insert({"seen": True})

    def set_a_passphrase(self, site: Site) -> None:
        site.keys.add_passphrase(PASSPHRASE)

    def print_a_recovery_code(self, site: Site) -> None:
        self.world.code.write_text(site.keys.add_recovery())

    def mark_and_undo(self, site: Site) -> None:
        site.records.undo(site.records.save(mark(4)).commit)

    def erase_a_person(self, site: Site) -> None:
        site.records.erase(person(3).id)

    def carry_out(self, site: Site) -> None:
        carried = site.carry_out(self.world.stick)
        assert not carried.left

    def carry_in(self, site: Site) -> None:
        carried = site.carry_in(self.world.from_others)
        assert not carried.refused

    def back_up(self, site: Site) -> None:
        site.backups.make_outside(self._backup, SETTINGS, datetime(2026, 11, 19, tzinfo=UTC), "one")

    def put_a_backup_aside(self, site: Site) -> None:
        site.backups.make_here(SETTINGS, Why.WEEKLY, datetime(2026, 11, 19, tzinfo=UTC), "one")

    def go_back(self, site: Site) -> None:
        site.records.save(mark(5, Presence.LATE))
        kept = site.backups.here()
        if not kept:
            raise Refused(fs.reason(OSError(2, "")))
        site.backups.go_back(site.backups.read(kept[0].file), None)

    def restore_elsewhere(self, site: Site) -> None:
        restore_into_new(self.world.restored, site.backups.read(self._backup))

    def take_a_key_away(self, site: Site) -> None:
        site.keys.remove(len(site.keys.slots()))

    def mark_under_the_new_key(self, site: Site) -> None:
        site.records.save(mark(6))

    def invite_another(self, site: Site) -> None:
        code = site.keys.invite(self.world.invitation)
        with open_site(self.world.guest, clock=ticking()) as guest:
            guest.join(self.world.invitation, code)
            guest.records.save(mark(51))


STEPS: dict[str, Callable[[Day, Site], None]] = {
    "marking a group": Day.mark_a_group,
    "correcting a name": Day.correct_a_name,
    "making up a table": Day.make_up_a_table,
    "setting a passphrase": Day.set_a_passphrase,
    "printing a recovery code": Day.print_a_recovery_code,
    "marking and undoing": Day.mark_and_undo,
    "erasing a person": Day.erase_a_person,
    "carrying out": Day.carry_out,
    "carrying in": Day.carry_in,
    "backing up": Day.back_up,
    "putting a backup aside": Day.put_a_backup_aside,
    "going back": Day.go_back,
    "restoring elsewhere": Day.restore_elsewhere,
    "taking a key away": Day.take_a_key_away,
    "marking under the new key": Day.mark_under_the_new_key,
    "inviting another": Day.invite_another,
}


def opened_again(folder: Path) -> Site:
    """A site, by the passphrase or the recovery code when it has one by now."""
    try:
        return open_site(folder, clock=ticking())
    except SiteLocked:
        return open_site(folder, clock=ticking(), unlocked=_unlocked(folder))


def _unlocked(folder: Path) -> Keyring:
    code = World(folder.parent).code
    try:
        return unlock(folder, PASSPHRASE)
    except Refused:
        if not code.exists():
            raise
        return unlock(folder, code.read_text())


def main(folder: str, nth: str, point: str) -> None:
    vars(fs)["os"] = KillingSystem(int(nth), point)
    Day(World(Path(folder)), lambda said: print(said, flush=True)).run()
    os.write(1, b"reached its end\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
