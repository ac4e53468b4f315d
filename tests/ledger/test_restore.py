"""Putting a backup back: into nothing, into a damaged site, and as a step of a sound one."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from builders.backups import SETTINGS, WHEN, made_outside, opened, outside, put_aside
from builders.ledger import carry, enrolment, leader, mark, meeting, new_site, only_log, person, second_device, workshop
from builders.opened_logs import told
from platica.domain.attendance import Presence
from platica.domain.ids import LeaderId
from platica.errors import LedgerReadOnly, Refused
from platica.ledger.keys import unlock
from platica.ledger.put_back import put_back
from platica.ledger.restore import restore_into_new
from platica.ledger.site import Site, open_site

Shown = dict[str, dict[str, Any]]


def shown(site: Site) -> Shown:
    """All that is shown, table by table."""
    return site.db.storage.read() or {}


def opened_by(folder: Path, code: str) -> Site:
    return open_site(folder, unlocked=unlock(folder, code))


def test_on_a_new_computer_everything_is_there_and_a_new_device_writes(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        site.db.table("printers").insert({"name": "Brother"})
        code = outside(site, tmp_path / "file.platica")
        before, device = shown(site), site.device
    restore_into_new(tmp_path / "new", opened(tmp_path / "file.platica", code))
    assert (tmp_path / "new" / "site.toml").read_bytes() == SETTINGS
    with opened_by(tmp_path / "new", code) as site:
        assert shown(site) == before
        assert site.notices == ()
        assert site.device != device
        site.records.save(mark(2))
        assert site.db.table("printers").insert({"name": "Otra"}) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.platica", "new", "site"]


def test_what_was_recorded_on_both_computers_after_a_restore_comes_together(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1))
    restore_into_new(tmp_path / "new", opened(tmp_path / "file.platica", code))
    with opened_by(tmp_path / "new", code) as site:
        site.records.save(mark(2))
        carry(tmp_path / "site", tmp_path / "new")
    with opened_by(tmp_path / "new", code) as site:
        assert set(site.records.marks(meeting().id)) == {mark(1), mark(2)}
        assert site.notices == ()


def test_damage_is_repaired_and_what_came_later_stays(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1))
        before = shown(site)
    log = only_log(tmp_path / "site")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], lines[1][:-30] + b"\n", *lines[2:]]))
    with open_site(tmp_path / "site") as site:
        with pytest.raises(LedgerReadOnly):
            site.records.save(mark(2))
        joined = site.backups.join(site.backups.read(tmp_path / "file.platica", code))
        assert joined.repaired == (f"logs/{log.name}",)
        assert shown(site) == before
        site.records.save(mark(2))
    assert log.read_bytes().startswith(b"".join(lines))


def test_damage_the_backup_does_not_hold_stays_damage_and_nothing_sound_is_lost(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1))
        site.records.save(mark(2))
    log = only_log(tmp_path / "site")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:-2], lines[-2][:-30] + b"\n", lines[-1]]))
    with open_site(tmp_path / "site") as site:
        joined = site.backups.join(site.backups.read(tmp_path / "file.platica", code))
        assert joined.repaired == ()
        assert site.backups.damaged()
        assert site.records.marks(meeting().id) == (mark(2),)


@pytest.mark.parametrize("keyring", [None, b"", b"{broken", b'{"format": 1, "slots": [{"kind": "open", "keys": 3}]}'])
def test_a_lost_or_damaged_keyring_is_put_back(tmp_path: Path, keyring: bytes | None) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1))
        before = shown(site)
    file = tmp_path / "site" / "keyring.json"
    file.unlink()
    if keyring is not None:
        file.write_bytes(keyring)
    backup = opened(tmp_path / "file.platica", code)
    assert put_back(tmp_path / "site", backup, settings=False)
    with opened_by(tmp_path / "site", code) as site:
        site.backups.join(backup)
        assert shown(site) == before
        assert site.notices == ()
    aside = list((tmp_path / "site").glob("*.damaged"))
    assert [path.read_bytes() for path in aside] == ([] if keyring is None else [keyring])


def test_going_back_makes_every_record_what_it_was(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2))
        site.db.table("printers").insert({"name": "Brother"})
        code = outside(site, tmp_path / "file.platica")
        then = shown(site)
        site.records.save(mark(1, Presence.ABSENT), person(9, "Nueva"), enrolment(9), leader())
        site.records.remove(mark(2), person(3), enrolment(3))
        site.records.save(workshop("Otro nombre"))
        site.db.table("printers").truncate()
        later = shown(site)
        backup = site.backups.read(tmp_path / "file.platica", code)
        would = site.backups.difference(backup)
        assert (would.returning, would.leaving) == (("[/]",), ("Nueva",))
        assert shown(site) == later
        site.backups.join(backup)
        done = site.backups.go_back(backup, leader().id)
        assert shown(site) == then
        assert len(done.changes) == would.records == 8
        assert site.backups.difference(backup).records == 0
        assert {one.leader for one in site.records.history(mark(2)) if one.commit == done.id} == {leader().id}


def test_going_back_is_undone_like_any_step(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1, Presence.ABSENT), person(9, "Nueva"), enrolment(9))
        site.records.remove(enrolment(3))
        later = shown(site)
        backup = site.backups.read(tmp_path / "file.platica", code)
        site.backups.join(backup)
        done = site.backups.go_back(backup, None)
        assert shown(site) != later
        site.records.undo(done.id)
        assert shown(site) == later


def test_going_back_twice_changes_nothing_more(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        site.records.save(mark(1))
        backup = site.backups.read(tmp_path / "file.platica", code)
        assert site.backups.go_back(backup, None).id
        size = only_log(tmp_path / "site").stat().st_size
        assert not site.backups.go_back(backup, None).id
        assert only_log(tmp_path / "site").stat().st_size == size


def test_nobody_who_was_erased_comes_back(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2))
        code = outside(site, tmp_path / "file.platica")
        site.records.erase(person(2).id)
        counted = len(site.records.marks(meeting().id))
        site.records.save(mark(3))
        backup = site.backups.read(tmp_path / "file.platica", code)
        assert site.backups.difference(backup).returning == ()
        site.backups.join(backup)
        site.backups.go_back(backup, None)
        assert person(2) not in site.records.participants()
        assert len(site.records.marks(meeting().id)) == counted
        assert "Úrsula" not in told(tmp_path / "site")
    with open_site(tmp_path / "site") as site:
        assert "Úrsula" not in told(tmp_path / "site")
        assert site.notices == ()


def test_what_a_backup_tells_of_somebody_erased_since_on_another_computer_is_erased_too(tmp_path: Path) -> None:
    """The backup holds a mark that the eraser never saw."""
    new_site(tmp_path / "site").close()
    second_device(tmp_path / "site", tmp_path / "other")
    carry(tmp_path / "site", tmp_path / "other")
    with open_site(tmp_path / "other") as other:
        other.records.save(mark(2, at=2))
        code = outside(other, tmp_path / "file.platica")
    with open_site(tmp_path / "site") as site:
        site.records.erase(person(2).id)
        backup = site.backups.read(tmp_path / "file.platica", code)
        site.backups.join(backup)
        site.backups.go_back(backup, None)
        assert all(one.participant != person(2).id for one in site.records.marks(meeting(2).id))
    assert "Úrsula" not in told(tmp_path / "site")
    assert not any(f'"participant":"{person(2).id}"' in text for text in told(tmp_path / "site").splitlines())


def test_lines_that_were_lost_come_back_with_a_restore(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        code = outside(site, tmp_path / "file.platica")
        then = shown(site)
    log = only_log(tmp_path / "site")
    log.write_bytes(b"".join(log.read_bytes().splitlines(keepends=True)[:1]))
    with open_site(tmp_path / "site") as site:
        backup = site.backups.read(tmp_path / "file.platica", code)
        site.backups.join(backup)
        assert shown(site) == then
        site.backups.go_back(backup, None)
        assert shown(site) == then


def test_a_backup_of_another_organization_is_refused(tmp_path: Path) -> None:
    with new_site(tmp_path / "others") as site:
        outside(site, tmp_path / "file.platica")
    with new_site(tmp_path / "site") as site:
        before = shown(site)
        with pytest.raises(Refused, match="another organization"):
            site.backups.read(tmp_path / "file.platica")
        assert shown(site) == before


def test_a_backup_with_newer_keys_of_the_same_site_asks_for_its_secret(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    second_device(tmp_path / "site", tmp_path / "other")
    carry(tmp_path / "site", tmp_path / "other")
    with open_site(tmp_path / "other") as other:
        other.keys.add_passphrase("cuatro palabras muy buenas")
        other.keys.add_passphrase("otras cuatro palabras más")
        other.keys.remove(2)
        other.records.save(mark(1))
        code = outside(other, tmp_path / "file.platica")
    with open_site(tmp_path / "site") as site:
        backup = site.backups.read(tmp_path / "file.platica", code)
        assert backup.manifest.counts.marks == 1


def test_an_automatic_backup_opens_without_asking(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        here = put_aside(site, WHEN - timedelta(days=3))
        site.records.save(mark(1))
        backup = site.backups.read(here)
        site.backups.join(backup)
        site.backups.go_back(backup, LeaderId("l1"))
        assert site.records.marks(meeting().id) == ()


def test_local_tables_of_another_computer_stay_where_they_are(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    second_device(tmp_path / "site", tmp_path / "other")
    carry(tmp_path / "site", tmp_path / "other")
    with open_site(tmp_path / "other") as other:
        other.db.table("printers").insert({"name": "Brother"})
        other.keys.add_recovery()
        made_outside(other, tmp_path / "file.platica")
    with open_site(tmp_path / "site") as site:
        site.db.table("printers").insert({"name": "Canon"})
        backup = site.backups.read(tmp_path / "file.platica")
        site.backups.join(backup)
        site.backups.go_back(backup, None)
        assert [row["name"] for row in site.db.table("printers")] == ["Canon"]
