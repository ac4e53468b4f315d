"""Sites that are not as they should be: each opens as far as it can, and says in one sentence what is the matter."""

import errno
import json
import os
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from builders.ledger import NOON, clock_at, mark, meeting, new_site, only_log, person, ticking
from builders.read_only import run_python, write_protect
from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import lock
from platica.ledger.site import create_site, open_site


def old_site(folder: Path) -> Path:
    with new_site(folder) as site:
        site.records.save(mark(1))
        site.db.table("extra").insert({"a": 1})
    return folder


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.EPERM])
@pytest.mark.parametrize(
    "gone", [(), ("device.json",), ("lock",), ("local",), ("device.json", "lock", "cache", "local")]
)
def test_a_site_that_cannot_be_written_to_is_read_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, gone: tuple[str, ...]
) -> None:
    folder = old_site(tmp_path / "site")
    for name in gone:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    before = everything(folder)
    write_protect(monkeypatch, folder, code)
    with open_site(folder) as site:
        sentence = "The records can be read, but nothing can be saved: this folder may not be written to."
        assert [str(notice) for notice in site.notices] == [sentence]
        assert site.records.marks(meeting().id) == (mark(1),)
        for saving in (
            lambda: site.records.save(mark(2)),
            lambda: site.records.erase(person(1).id),
            lambda: site.db.table("extra").insert({"a": 2}),
            lambda: site.keys.add_passphrase("cuatro palabras que sirven"),
        ):
            with pytest.raises(LedgerReadOnly, match="this folder may not be written to"):
                saving()
        assert site.records.marks(meeting().id) == (mark(1),)
        assert len(site.notices) == 1
    assert everything(folder) == before


def test_a_site_on_a_disk_that_the_system_holds_read_only_is_read(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    program = """
import sys
from pathlib import Path
from builders.ledger import mark, meeting
from platica.errors import LedgerReadOnly
from platica.ledger.site import open_site
with open_site(Path(sys.argv[1])) as site:
    print(*site.notices, len(site.records.marks(meeting().id)))
    try:
        site.records.save(mark(2))
    except LedgerReadOnly as refused:
        print(refused)
"""
    for gone in ((), ("device.json",), ("device.json", "lock")):
        for name in gone:
            (folder / name).unlink(missing_ok=True)
        ended = run_python(folder, program)
        sentence = "The records can be read, but nothing can be saved: this folder may not be written to."
        assert ended.stdout.splitlines() == [f"{sentence} 1", sentence], ended.stderr


def test_when_the_disk_can_be_written_to_again_saving_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = old_site(tmp_path / "site")
    (folder / "lock").unlink()
    with monkeypatch.context() as protected:
        write_protect(protected, folder, errno.ENOSPC)
        site = open_site(folder)
        with pytest.raises(LedgerReadOnly, match="the disk is full"):
            site.records.save(mark(2))
    site.records.save(mark(2))
    assert set(site.records.marks(meeting().id)) == {mark(1), mark(2)}


def test_while_another_program_writes_on_and_on_a_person_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = old_site(tmp_path / "site")
    monkeypatch.setattr(lock, "_PATIENCE", 0.0)
    holding = lock.taken(folder / "lock")
    with open_site(folder) as site:
        assert site.notices == ()
        with pytest.raises(SiteError, match=r"^Another program is writing to this site\. Try again in a moment\.$"):
            site.records.save(mark(2))
        os.close(holding)
        site.records.save(mark(2))


def test_a_lock_file_that_was_taken_away_keeps_others_out_again(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    with open_site(folder) as site, open_site(folder) as other:
        site.records.save(mark(2))
        (folder / "lock").unlink()
        with site._ledger.files(), pytest.raises(TimeoutError):
            lock.taken(folder / "lock", patience=0.0)
        other.records.save(mark(3))
        assert len(site.records.marks(meeting().id)) == 3


def test_a_lock_that_a_killed_program_left_is_no_lock(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    held = "import os, signal, sys, pathlib\nfrom platica.ledger.lock import taken\n"
    held += "taken(pathlib.Path(sys.argv[1]))\nos.kill(os.getpid(), signal.SIGKILL)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-c", held, str(folder / "lock")], env=environment, check=False)
    os.close(lock.taken(folder / "lock", patience=0.0))


def test_a_clock_that_was_set_back_is_told_and_writing_goes_on(tmp_path: Path) -> None:
    with create_site(tmp_path / "site", clock=ticking(NOON + timedelta(days=40))) as site:
        site.records.save(person(1))
    with open_site(tmp_path / "site", clock=ticking()) as site:
        (notice,) = map(str, site.notices)
        assert notice.startswith("The date of this computer is earlier than when it last saved something.")
        site.records.save(person(1, "María José"))
        assert site.records.participant(person(1).id).name == "María José"
    with open_site(tmp_path / "site", clock=clock_at(NOON + timedelta(days=41))) as site:
        assert site.notices == ()


def test_a_device_file_of_a_newer_version_lets_the_records_be_read(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    known = json.loads((folder / "device.json").read_text())
    (folder / "device.json").write_text(json.dumps(known | {"format": 2}))
    before = everything(folder)
    with open_site(folder) as site:
        assert site.records.marks(meeting().id) == (mark(1),)
        (notice,) = map(str, site.notices)
        assert "device.json is of a newer version" in notice
        with pytest.raises(LedgerReadOnly, match="is of a newer version"):
            site.records.save(mark(2))
    assert everything(folder) == before


@pytest.mark.parametrize("content", [None, b"", b"[]", b"{", b'{"device": "../../etc", "incarnation": 7}', b"\xff"])
def test_a_computer_that_lost_its_name_takes_another_and_tells(tmp_path: Path, content: bytes | None) -> None:
    folder = old_site(tmp_path / "site")
    (folder / "device.json").unlink()
    if content is not None:
        (folder / "device.json").write_bytes(content)
    with open_site(folder) as site:
        (notice,) = map(str, site.notices)
        assert "no longer knew its own name" in notice
        site.records.save(mark(2))
        assert set(site.records.marks(meeting().id)) == {mark(1), mark(2)}
    assert len(list((folder / "logs").glob("*.log"))) == 2
    with open_site(folder) as site:
        assert site.notices == ()


def test_a_keyring_of_a_newer_version_is_not_touched(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    content = (folder / "keyring.json").read_text().replace('"format": 1', '"format": 2')
    (folder / "keyring.json").write_text(content)
    with pytest.raises(SiteError, match=r"is of a newer version of Plática\. Please update"):
        open_site(folder)
    assert (folder / "keyring.json").read_text() == content


def test_over_records_whose_keys_are_lost_no_new_site_is_made(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    (folder / "keyring.json").unlink()
    for attempt in (open_site, create_site):
        with pytest.raises(SiteError, match=r"keyring\.json, is missing"):
            attempt(folder)
    assert only_log(folder).stat().st_size
    assert not (folder / "keyring.json").exists()


def test_records_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    log = only_log(folder)
    log.rename(log.with_suffix(".aside"))
    log.mkdir()
    with pytest.raises(SiteError, match="it is a folder, not a file"):
        open_site(folder)


def test_records_that_can_no_longer_be_read_are_told_of(tmp_path: Path) -> None:
    folder = old_site(tmp_path / "site")
    with open_site(folder) as site:
        log = only_log(folder)
        log.unlink()
        log.mkdir()
        with pytest.raises(SiteError, match="could not be read"):
            site.records.marks(meeting().id)
        with pytest.raises(SiteError, match="could not be read"):
            site.records.save(mark(2))


def everything(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}
