"""What must be true after a scripted day, however it went."""

from collections.abc import Iterator

from builders.day import World, opened_again
from builders.ledger import mark, meeting, person, ticking
from builders.opened_logs import told
from platica.domain.attendance import Presence
from platica.ledger.site import Site, create_site, open_site

NOT_SECRET = (".site.toml.", ".device.json.", ".outside.json.")
"""How files begin that may be left half written: nothing personal and no key is in them."""


def wrong_after(world: World, said: dict[str, str]) -> Iterator[str]:
    """What is not as it must be, now that the disk works again: what was done is there, what was refused is whole."""
    with opened_again(world.site) as site:
        yield from (str(one) for one in site.notices if "damaged" in str(one) or "shorter" in str(one))
        yield from _wrong_in(site, said)
        site.records.save(mark(22))
        if mark(22) not in site.records.marks(meeting().id):
            yield "nothing can be saved"
        yield from _wrong_outside(world, site, said)
    yield from _wrong_at_the_guest(world, said)
    secret = (path for path in world.site.rglob(".*.new") if not path.name.startswith(NOT_SECRET))
    yield from (f"left over: {path}" for path in secret)


def _wrong_in(site: Site, said: dict[str, str]) -> Iterator[str]:
    marks = set(site.records.marks(meeting().id))
    people = {one.id: one.name for one in site.records.participants()}
    there = {
        "marking a group": [mark(1) in marks, mark(2) in marks],
        "correcting a name": [people.get(person(1).id) == "María José"],
        "making up a table": [len(site.db.table("extra")) == 1],
        "carrying in": [person(40).id in people, mark(40) in marks],
        "marking under the new key": [mark(6) in marks],
        "marking and undoing": [mark(4) not in marks],
        "going back": [mark(5, Presence.LATE) not in marks],
        "erasing a person": [person(3).id not in people],
        "after opening again": [mark(21) in marks],
    }
    for name, facts in there.items():
        if said.get(name) == "done" and not all(facts):
            yield f"lost: {name}"
        if len(set(facts)) > 1:
            yield f"half done: {name}"
    if not {mark(31), mark(32)} <= marks or len(people) < 2:
        yield "lost: what was there before"
    if person(3).id not in people and "[/]" in told(site.folder, site.keys.keyring.keys):
        yield "an erased name can still be read"


def _wrong_outside(world: World, site: Site, said: dict[str, str]) -> Iterator[str]:
    if world.backup.exists() or said.get("backing up") == "done":
        site.backups.read(world.backup)
    for kept in site.backups.here():
        site.backups.read(kept.file)
    if said.get("carrying out") == "done":
        folder = world.folder / "a third computer"
        with create_site(folder, clock=ticking(), keys=site.keys.keyring.keys) as third:
            if third.carry_in(world.stick).refused or mark(31) not in third.records.marks(meeting().id):
                yield "what was carried out cannot be taken in"
    if world.restored.exists() or said.get("restoring elsewhere") == "done":
        with opened_again(world.restored) as restored:
            yield from (f"restored: {one}" for one in restored.notices)
            if not {mark(31), mark(32)} <= set(restored.records.marks(meeting().id)):
                yield "restored: marks are missing"


def _wrong_at_the_guest(world: World, said: dict[str, str]) -> Iterator[str]:
    with open_site(world.guest, clock=ticking()) as guest:
        marks = guest.records.marks(meeting().id)
        if mark(50) not in marks or [one.name for one in guest.records.participants()] != ["Gudelia"]:
            yield "lost: what the guest had"
        if said.get("inviting another") == "done" and mark(51) not in marks:
            yield "lost: what the guest saved"
        yield from (f"guest: {one}" for one in guest.notices if "damaged" in str(one))
        guest.records.save(mark(52))
