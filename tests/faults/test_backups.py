"""Backups on failing disks, killed halfway, cut, altered, or made by somebody hostile: not believed, not half done."""

import errno
import os
import random
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from builders.backups import SETTINGS, WHEN, entries, made_outside, opened, outside, put_aside, same
from builders.failing_system import FailingSystem
from builders.ledger import mark, meeting, new_site, person, without_waiting
from platica.errors import PlaticaError, Refused, SiteError
from platica.ledger import fs
from platica.ledger.backup import read
from platica.ledger.keys import unlock
from platica.ledger.manifest import Why
from platica.ledger.restore import restore_into_new
from platica.ledger.site import open_site

CODES = (errno.ENOSPC, errno.EIO)
MOST = 400

CREATE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from builders.backups import SETTINGS, WHEN
from builders.failing_system import KillingSystem
from platica.ledger import fs
from platica.ledger.site import open_site
site = open_site(Path(sys.argv[1]))
fs.os = KillingSystem(int(sys.argv[3]), sys.argv[4])
site.backups.make_outside(Path(sys.argv[2]), SETTINGS, WHEN, "")
print("done", flush=True)
"""
RESTORE = """
import sys
from pathlib import Path
from builders.failing_system import KillingSystem
from platica.ledger import fs
from platica.ledger.backup import read
from platica.ledger.restore import restore_into_new
backup = read(Path(sys.argv[2]), secret=sys.argv[5])
fs.os = KillingSystem(int(sys.argv[3]), sys.argv[4])
restore_into_new(Path(sys.argv[1]), backup)
print("done", flush=True)
"""


def made(folder: Path) -> tuple[Path, str]:
    """A backup of a small site, and its recovery code."""
    with new_site(folder / "site") as site:
        site.records.save(mark(1))
        code = outside(site, folder / "file.platica")
    return folder / "file.platica", code


def run(program: str, *arguments: object) -> bool:
    """Whether a program came to its end; otherwise it was killed."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode in (0, -9), done.stderr
    return done.stdout == "done\n"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("stays", [False, True])
def test_a_backup_on_a_failing_disk_is_whole_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, stays: bool
) -> None:
    _, secret = made(tmp_path)
    for nth in range(1, MOST):
        file, system = tmp_path / f"{nth}.platica", FailingSystem(nth, code, stays=stays)
        with open_site(tmp_path / "site") as site, monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                made_outside(site, file)
                refused = False
            except SiteError:
                refused = True
        if file.exists():
            assert opened(file, secret).manifest.counts.people == 3
        assert refused or file.exists()
        assert stays or not refused or not file.exists() or system.calls[nth - 1] in ("unlink", "fsync")
        if not system.failed:
            assert not refused
            return
    pytest.fail("The backup was never made.")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("stays", [False, True])
def test_a_restore_on_a_failing_disk_makes_a_whole_site_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, stays: bool
) -> None:
    file, secret = made(tmp_path)
    backup = opened(file, secret)
    for nth in range(1, MOST):
        folder, system = tmp_path / f"new {nth}", FailingSystem(nth, code, stays=stays)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                restore_into_new(folder, backup)
                refused = False
            except SiteError:
                refused = True
        if folder.exists():
            with open_site(folder, unlocked=unlock(folder, secret)) as site:
                assert site.records.marks(meeting().id) == (mark(1),)
                assert site.notices == ()
        else:
            assert refused
            restore_into_new(folder, backup)
        if not system.failed:
            assert not refused
            return
    pytest.fail("The site was never made.")


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
@pytest.mark.parametrize("point", ["before", "in", "after"])
def test_a_kill_while_a_backup_is_made_leaves_a_whole_one_or_none(tmp_path: Path, point: str, full: bool) -> None:
    _, secret = made(tmp_path)
    for nth in range(1, MOST, 1 if full or point == "before" else 4):
        file = tmp_path / f"{nth}.platica"
        ended = run(CREATE, tmp_path / "site", file, nth, point)
        if file.exists():
            assert opened(file, secret).manifest.counts.people == 3
        assert file.exists() or not ended
        if ended:
            return
    pytest.fail("The backup was never made.")


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
@pytest.mark.parametrize("point", ["before", "in", "after"])
def test_a_kill_while_a_site_is_restored_leaves_a_whole_one_or_none(tmp_path: Path, point: str, full: bool) -> None:
    file, secret = made(tmp_path)
    folder = tmp_path / "new"
    for nth in range(1, MOST, 1 if full or point == "before" else 4):
        ended = run(RESTORE, folder, file, nth, point, secret)
        if folder.exists():
            with open_site(folder, unlocked=unlock(folder, secret)) as site:
                assert site.records.marks(meeting().id) == (mark(1),)
            if ended:
                assert {path.name for path in tmp_path.iterdir()} == {"site", "new", "file.platica"}
                return
            fs.remove_tree(folder)
        assert not ended
    pytest.fail("The site was never made.")


def test_a_backup_cut_anywhere_is_refused(tmp_path: Path, full: bool) -> None:
    file, secret = made(tmp_path)
    whole = file.read_bytes()
    for length in range(0, len(whole), 1 if full else 37):
        file.write_bytes(whole[:length])
        with pytest.raises(SiteError):
            opened(file, secret)


def test_no_altered_byte_of_a_backup_is_believed(tmp_path: Path, full: bool) -> None:
    """Bytes that say nothing, such as the hour in a ZIP, may differ; what is read is then what was written."""
    file, secret = made(tmp_path)
    whole, before, chance = file.read_bytes(), opened(file, secret), random.Random(11)
    refused = 0
    for place in range(0, len(whole), 1 if full else 17):
        altered = bytearray(whole)
        altered[place] ^= 1 << chance.randrange(8)
        file.write_bytes(altered)
        try:
            assert same(opened(file, secret), before), place
        except (SiteError, Refused):
            refused += 1
    assert refused > len(range(0, len(whole), 1 if full else 17)) * 0.8


def test_parts_of_two_backups_are_not_believed_together(tmp_path: Path) -> None:
    file, secret = made(tmp_path)
    first = entries(file)
    with open_site(tmp_path / "site") as site:
        site.records.save(person(9))
        made_outside(site, tmp_path / "later.platica")
    for name, content in entries(tmp_path / "later.platica").items():
        mixed = {**first, name: content}
        if mixed != first:
            write(file, mixed)
            with pytest.raises(SiteError, match="damaged"):
                opened(file, secret)


def write(file: Path, held: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> None:
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in held.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    "name", ["../evil", "/etc/passwd", "logs/../../x.log", "logs/CON.log", "device.json", "logs/a.log", "logs/", "a\\b"]
)
def test_names_that_no_backup_has_are_refused(tmp_path: Path, name: str) -> None:
    file, secret = made(tmp_path)
    write(file, {**entries(file), name: b"x"})
    with pytest.raises(SiteError, match="damaged"):
        opened(file, secret)


def test_compressed_repeated_and_overlapping_entries_are_refused(tmp_path: Path) -> None:
    file, secret = made(tmp_path)
    held = entries(file)
    bomb = {**held, "logs/000000000000-00000000.log": bytes(50_000_000)}
    write(file, bomb, zipfile.ZIP_DEFLATED)
    with pytest.raises(SiteError, match="damaged"):
        opened(file, secret)
    write(file, held)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("manifest", held["manifest"])
    with pytest.raises(SiteError, match="damaged"):
        opened(file, secret)


def test_a_file_that_promises_more_than_it_holds_is_refused_before_it_is_read(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0x7FFFFFFF, 4, 0)
    file = tmp_path / "bomb.platica"
    file.write_bytes(b"PK\x03\x04" + end)
    with pytest.raises(SiteError, match="damaged"):
        read(file, secret="x")
    with file.open("wb") as sparse:
        sparse.write(b"PK\x03\x04")
        sparse.truncate(2**32)
    with pytest.raises(SiteError):
        read(file, secret="x")


def test_a_keyring_of_somebody_hostile_is_not_tried_for_hours(tmp_path: Path) -> None:
    file, secret = made(tmp_path)
    held = entries(file)
    held["keyring.json"] = held["keyring.json"].replace(b'"memory": 8', b'"memory": 8000000000')
    write(file, held)
    with pytest.raises(PlaticaError):
        opened(file, secret)


def test_a_failing_disk_while_going_back_changes_everything_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_waiting(monkeypatch)
    for nth in range(1, MOST):
        folder, system = tmp_path / f"{nth}", FailingSystem(nth, errno.ENOSPC)
        with new_site(folder) as site:
            here = put_aside(site)
            site.records.save(mark(1), person(9))
            with monkeypatch.context() as broken:
                broken.setattr(fs, "os", system)
                try:
                    site.backups.make_here(SETTINGS, Why.RESTORE, WHEN, "")
                    backup = site.backups.read(here)
                    site.backups.join(backup)
                    site.backups.go_back(backup, None)
                    done = True
                except SiteError:
                    done = False
        with open_site(folder) as site:
            assert (site.records.marks(meeting().id), len(site.records.participants())) == (
                ((), 3) if done else ((mark(1),), 4)
            )
        if not system.failed:
            assert done
            return
    pytest.fail("The day never came to its end.")
