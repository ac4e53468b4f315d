"""The state of the records: every fault is told in a sentence, with what can be done, and looking changes nothing."""

import errno
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine

from builders.failing_system import FailingSystem
from builders.site import THURSDAY, clock_at, group_on, site_in, workshop_on
from platica.desk import backup, keys, restore, site_health
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.desk.site_health import Health, HealthLine, Repair
from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import fs
from platica.ledger.lock import taken


def circle_in(folder: Path) -> Places:
    places = site_in(folder)
    with desk_of(places) as desk:
        group_on(desk, workshop_on(desk))
    return places


def desk_of(places: Places, now: datetime = THURSDAY) -> Desk:
    return open_desk(places, now=clock_at(now))


def only_log(places: Places) -> Path:
    (log,) = (places.site / "logs").glob("*.log")
    return log


def line(desk: Desk, about: str) -> HealthLine:
    """What is told about one thing."""
    found = [one for one in site_health.look(desk) if one.about == about]
    assert len(found) == 1, found
    return found[0]


def test_a_sound_site_is_told_to_be_sound_and_nothing_is_changed_by_looking(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        before = {path: path.read_bytes() for path in places.site.rglob("*") if path.is_file()}
        lines = site_health.look(desk)
        assert site_health.is_sound(lines)
        assert "1 workshop, 6 people" in str(line(desk, "history").sentence)
        assert str(site_health.state(desk)) == "all is well"
        assert {path: path.read_bytes() for path in places.site.rglob("*") if path.is_file()} == before


def test_damage_names_the_file_and_the_place_and_leads_to_a_backup(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    lines = only_log(places).read_bytes().splitlines(keepends=True)
    only_log(places).write_bytes(b"".join([lines[0], lines[1][:-40] + b"\n", *lines[2:]]))
    with desk_of(places) as desk:
        told = [one for one in site_health.look(desk) if one.about == "damage"]
        assert "writing" not in {one.about for one in site_health.look(desk)}
        assert told[0].repair is Repair.RESTORE
        assert f"{only_log(places).name} is damaged at byte {len(lines[0])}" in str(told[0].sentence)
        assert not site_health.is_sound(tuple(told))
        assert str(site_health.state(desk)) == "there is something to look at"


def test_the_backup_that_it_leads_to_repairs_the_damage(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        keys.keep_recovery_code(desk, keys.draw_recovery_code(desk))
        file = backup.create(desk, tmp_path).file
    lines = only_log(places).read_bytes().splitlines(keepends=True)
    only_log(places).write_bytes(b"".join([lines[0], lines[1][:-40] + b"\n", *lines[2:]]))
    with desk_of(places) as desk:
        done = restore.restore(desk, file)
        assert done.case is restore.Case.REPAIR
        assert done.repaired == (f"logs/{only_log(places).name}",)
    with desk_of(places) as desk:
        assert site_health.is_sound(site_health.look(desk))


def test_what_was_cut_off_is_kept_aside_and_told(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    only_log(places).write_bytes(only_log(places).read_bytes()[:-20])
    with desk_of(places) as desk:
        told = line(desk, "torn")
        assert told.state is Health.OK
        assert ".torn" in str(told.sentence)


def test_a_site_that_cannot_be_written_to_is_read_told_of_and_refuses_to_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = circle_in(tmp_path)
    system = FailingSystem(1, errno.EROFS, stays=True)
    with monkeypatch.context() as broken:
        broken.setattr(fs, "os", system)
        with desk_of(places) as desk:
            told = line(desk, "writing")
            assert told.state is Health.WRONG
            assert "nothing can be saved: this folder may not be written to" in str(told.sentence)
            assert len(desk.records.participants()) == 6
            with pytest.raises((LedgerReadOnly, SiteError), match="nothing can be saved"):
                group_on(desk, desk.records.workshops()[0], "Nueva")


def test_a_backup_can_be_made_of_a_site_that_cannot_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        keys.keep_recovery_code(desk, keys.draw_recovery_code(desk))
    kept = fs.open_to_lock

    def refused(path: Path) -> int:
        if path.parent == places.site:
            raise OSError(errno.EROFS, "Read-only file system")
        return kept(path)

    with monkeypatch.context() as broken:
        broken.setattr(fs, "open_to_lock", refused)
        with desk_of(places) as desk:
            assert line(desk, "writing").state is Health.WRONG
            assert backup.create(desk, tmp_path).counts.people == 6


def test_a_clock_that_was_set_back_is_told(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        assert line(desk, "clock").state is Health.OK
    with time_machine.travel(datetime.now(UTC) - timedelta(days=3)), desk_of(places) as desk:
        assert (line(desk, "clock").state, line(desk, "clock").repair) == (Health.WRONG, Repair.CLOCK)


def test_lines_that_are_gone_are_told(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        desk.site._ledger._cache.missed = 10**6
    only_log(places).write_bytes(b"".join(only_log(places).read_bytes().splitlines(keepends=True)[:2]))
    with desk_of(places) as desk:
        told = line(desk, "shorter")
        assert (told.state, told.repair) == (Health.WRONG, Repair.RESTORE)


def test_a_full_disk_and_another_program_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        assert line(desk, "disk").state is Health.OK
        for free, state in ((10**9, Health.OK), (10**8, Health.LOOK), (10**6, Health.WRONG)):
            with monkeypatch.context() as full:
                full.setattr(shutil, "disk_usage", lambda _, free=free: SimpleNamespace(free=free))
                assert line(desk, "disk").state is state
        held = taken(places.site / "lock", 1)
        try:
            assert line(desk, "busy").state is Health.LOOK
        finally:
            os.close(held)
        assert all(one.about != "busy" for one in site_health.look(desk))


def test_an_old_backup_and_a_backup_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        assert line(desk, "backup").repair is Repair.BACKUP
        assert line(desk, "recovery").repair is Repair.RECOVERY
        keys.keep_recovery_code(desk, keys.draw_recovery_code(desk))
        assert line(desk, "recovery").state is Health.OK
        backup.create(desk, tmp_path)
        assert line(desk, "backup").state is Health.OK
        (places.site / "backups" / "2026-11-01-1.platica").write_bytes(b"nothing")
        assert line(desk, "put aside").state is Health.LOOK
    with desk_of(places, THURSDAY + timedelta(days=9)) as desk:
        assert str(line(desk, "backup").sentence) == "The last backup was made 9 days ago."
        assert line(desk, "backup").state is Health.LOOK


def test_a_passphrase_is_told(tmp_path: Path) -> None:
    places = circle_in(tmp_path)
    with desk_of(places) as desk:
        assert line(desk, "passphrase").repair is Repair.KEYS
        keys.add_passphrase(desk, "cuatro palabras muy buenas")
        assert line(desk, "passphrase").state is Health.OK
