"""One verified file with everything of a site, and what may not be in it."""

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from builders.backups import WHEN, entries, made_outside, opened, outside, put_aside
from builders.ledger import carry, leader, mark, new_site, person, second_device
from platica.errors import Refused, SiteError, SiteLocked
from platica.ledger.backup import NeedsRecovery, read
from platica.ledger.backup_folder import KEPT, backups_in
from platica.ledger.keys import unlock
from platica.ledger.manifest import Counts, Why
from platica.ledger.site import open_site


def test_a_backup_holds_every_line_and_tells_how_much_that_is(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2))
        site.db.table("printers").insert({"name": "Brother"})
        code = outside(site, tmp_path / "file.platica")
    backup = opened(tmp_path / "file.platica", code)
    on_disk = {
        f"{folder}/{log.name}": log.read_bytes()
        for folder in ("logs", "local")
        for log in (tmp_path / "site" / folder).glob("*.log")
    }
    assert dict(backup.logs) == on_disk
    assert len(on_disk) == 2
    assert backup.manifest.counts == Counts(workshops=1, people=3, marks=2)
    assert (backup.manifest.made, backup.manifest.computer) == (WHEN, "Recepción")
    assert backup.manifest.newest is not None


def test_nothing_personal_lies_readable_in_a_backup(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        outside(site, tmp_path / "file.platica")
    content = (tmp_path / "file.platica").read_bytes()
    for word in ("María", "Úrsula", "Caminando", "Las Flores", "Recepción"):
        assert word.encode() not in content


def test_a_file_that_leaves_holds_no_way_in_without_a_secret(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
        keys = list(site.keys.keyring.keys.values())
    keyring = entries(tmp_path / "file.platica")["keyring.json"]
    assert [slot["kind"] for slot in json.loads(keyring)["slots"]] == ["recovery"]
    assert not any(key.encode() in (tmp_path / "file.platica").read_bytes() for key in keys)
    with pytest.raises(SiteLocked):
        read(tmp_path / "file.platica")
    with pytest.raises(Refused, match="opens nothing"):
        read(tmp_path / "file.platica", secret="four wrong words here")
    assert opened(tmp_path / "file.platica", code).manifest.counts.people == 3


def test_without_a_code_or_passphrase_no_file_leaves(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site, pytest.raises(NeedsRecovery, match="platica keys recovery"):
        made_outside(site, tmp_path / "file.platica")
    assert not (tmp_path / "file.platica").exists()


def test_files_and_folders_of_backups_are_their_owners_alone(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        outside(site, tmp_path / "file.platica")
        here = put_aside(site)
    assert stat.S_IMODE((tmp_path / "file.platica").stat().st_mode) == 0o600
    assert stat.S_IMODE(here.stat().st_mode) == 0o600
    assert stat.S_IMODE(here.parent.stat().st_mode) == 0o700
    assert here.name == "2026-11-19-1.platica"


def test_only_the_newest_automatic_backups_stay(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        made = [put_aside(site, WHEN + timedelta(days=nth // 2)) for nth in range(2 * KEPT)]
        here = site.backups.here()
    assert [one.file for one in here] == made[:-6:-1]
    assert all(one.manifest and one.manifest.why == Why.WEEKLY for one in here)


def test_a_backup_is_stale_when_something_was_recorded_since(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        assert site.backups.stale()
        put_aside(site)
        assert not site.backups.stale()
        site.records.save(mark(1))
        assert site.backups.stale()


def test_a_damaged_site_makes_a_backup_that_says_so(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    (log,) = (tmp_path / "site" / "logs").glob("*.log")
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([lines[0], lines[1].replace(b"A", b"B"), *lines[2:]]))
    with open_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
    assert opened(tmp_path / "file.platica", code).manifest.damaged == (f"logs/{log.name}",)


def test_an_incomplete_line_on_its_way_is_left_out(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    with open_site(second_device(tmp_path / "site", tmp_path / "other")) as other:
        other.records.save(leader())
        other.records.save(person(9))
    carry(tmp_path / "other", tmp_path / "site")
    (came,) = (tmp_path / "other" / "logs").glob("*.log")
    whole = came.read_bytes()
    (tmp_path / "site" / "logs" / came.name).write_bytes(whole[:-7])
    with open_site(tmp_path / "site") as site:
        code = outside(site, tmp_path / "file.platica")
    kept = opened(tmp_path / "file.platica", code).logs[f"logs/{came.name}"]
    assert whole.startswith(kept)
    assert kept.count(b"\n") == whole.count(b"\n") - 1


def test_after_an_erase_no_automatic_backup_holds_the_person(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        before = put_aside(site)
        site.records.erase(person(2).id)
        assert not before.exists()
        after = put_aside(site)
        site.records.save(mark(1))
        again = put_aside(site)
        assert backups_in(tmp_path / "site") == (again, after)
        site.records.save(person(8))
        held = put_aside(site)
        site.records.erase(person(8).id)
        assert backups_in(tmp_path / "site") == (again, after)
        assert not held.exists()


def test_an_erase_that_arrives_takes_automatic_backups_with_it(tmp_path: Path) -> None:
    new_site(tmp_path / "site").close()
    with open_site(second_device(tmp_path / "site", tmp_path / "other")) as other:
        carry(tmp_path / "site", tmp_path / "other")
        other.records.save(mark(2))
        other.records.erase(person(2).id)
        other.carry_out(tmp_path / "stick")
    with open_site(tmp_path / "site") as site:
        put_aside(site)
        site.carry_in(tmp_path / "stick")
        assert backups_in(tmp_path / "site") == ()


def test_the_first_passphrase_closes_the_automatic_backups_too(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        here = put_aside(site)
        assert read(here).manifest.counts.people == 3
        site.keys.add_passphrase("cuatro palabras muy buenas")
        key = next(iter(site.keys.keyring.keys.values()))
        assert key.encode() not in here.read_bytes()
    with pytest.raises(SiteLocked):
        read(here)
    assert read(here, secret="cuatro palabras muy buenas").manifest.counts.people == 3


def test_a_backup_of_a_locked_site_opens_with_its_passphrase(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.keys.add_passphrase("cuatro palabras muy buenas")
    unlocked = unlock(tmp_path / "site", "cuatro palabras muy buenas")
    with open_site(tmp_path / "site", unlocked=unlocked) as site:
        made_outside(site, tmp_path / "file.platica")
        assert site.backups.last_outside() == WHEN
    assert opened(tmp_path / "file.platica", "cuatro palabras muy buenas").manifest.counts.workshops == 1


def test_a_file_that_is_no_backup_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "photo.platica").write_bytes(b"\x89PNG" + bytes(4000))
    with pytest.raises(SiteError, match="not a backup"):
        read(tmp_path / "photo.platica", secret="x")
    with pytest.raises(SiteError, match="There is no file"):
        read(tmp_path / "nothing.platica", secret="x")


def test_what_opens_the_site_no_more_does_not_open_the_backups_beside_it(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.keys.add_passphrase("four words of ours")
        site.keys.add_passphrase("four words of Rosa")
        aside = put_aside(site)
        assert opened(aside, "four words of Rosa").manifest.computer == "Recepción"
        site.keys.change("four words of ours", "four other words")
        site.keys.remove(2)
        for known in ("four words of ours", "four words of Rosa"):
            with pytest.raises(Refused):
                opened(aside, known)
        assert opened(aside, "four other words").manifest.computer == "Recepción"
