"""Every call to the disk fails once: what was said to be saved is there, what was refused is not."""

import errno
from pathlib import Path

import pytest

from builders.failing_system import FailingSystem
from builders.ledger import mark, meeting, new_site, person
from platica.domain.attendance import Mark, Presence
from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import fs
from platica.ledger.site import Site, create_site, open_site

STEPS = 6
CODES = (errno.ENOSPC, errno.EIO)


def break_disk(monkeypatch: pytest.MonkeyPatch, system: FailingSystem) -> None:
    """Puts a failing system under everything that writes."""
    monkeypatch.setattr(fs, "os", system)


def day(site: Site) -> tuple[list[Mark], list[Mark]]:
    """Some steps of a day: what was said to be saved, and what was refused."""
    saved, refused = [], []
    for number in range(1, STEPS + 1):
        try:
            site.records.save(mark(number))
            saved.append(mark(number))
        except SiteError:
            refused.append(mark(number))
    return saved, refused


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("stays", [False, True])
def test_each_failing_call_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, stays: bool
) -> None:
    for nth in range(1, 200):
        folder = tmp_path / f"{nth}"
        new_site(folder).close()
        system = FailingSystem(nth, code, stays=stays)
        with monkeypatch.context() as broken, open_site(folder) as site:
            break_disk(broken, system)
            saved, refused = day(site)
            assert set(site.records.marks(meeting().id)) == set(saved)
        with open_site(folder) as site:
            kept = set(site.records.marks(meeting().id))
            assert set(saved) <= kept
            assert kept <= {*saved, *refused[:1]}
            site.records.save(mark(99))
            assert mark(99) in site.records.marks(meeting().id)
        if not system.failed:
            assert not refused
            return
    pytest.fail("The day never came to its end.")


def test_after_a_full_disk_has_room_again_saving_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_site(tmp_path / "site") as site:
        with monkeypatch.context() as broken:
            break_disk(broken, FailingSystem(2, errno.ENOSPC))
            with pytest.raises(SiteError, match="the disk is full"):
                site.records.save(mark(1))
        site.records.save(mark(1, Presence.LATE))
        assert site.records.marks(meeting().id) == (mark(1, Presence.LATE),)
        assert site.notices == ()


def test_when_a_failed_line_cannot_be_taken_back_writing_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_site(tmp_path / "site") as site:
        with monkeypatch.context() as broken:
            break_disk(broken, FailingSystem(2, errno.EIO, stays=True))
            with pytest.raises(LedgerReadOnly, match="the disk reported an error"):
                site.records.save(mark(1))
        with pytest.raises(LedgerReadOnly):
            site.records.save(mark(2))
        assert site.records.marks(meeting().id) == ()


@pytest.mark.parametrize("code", CODES)
def test_each_failing_call_while_a_site_is_made_or_opened_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    for nth in range(1, 100):
        folder = tmp_path / f"{nth}"
        system = FailingSystem(nth, code)
        with monkeypatch.context() as broken:
            break_disk(broken, system)
            try:
                create_site(folder).close()
                made = True
            except SiteError:
                made = False
        if not (folder / "keyring.json").exists():
            create_site(folder).close()
        with open_site(folder) as site:
            site.records.save(person(1))
            assert site.records.participants() == (person(1),)
        if not system.failed:
            assert made
            return
    pytest.fail("The site was never made.")


def test_whole_files_are_the_old_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings"
    for nth in range(1, 50):
        file.write_bytes(b"old")
        system = FailingSystem(nth, errno.ENOSPC)
        with monkeypatch.context() as broken:
            break_disk(broken, system)
            try:
                fs.replace_durably(file, b"new and longer")
                assert file.read_bytes() == b"new and longer"
            except OSError:
                assert file.read_bytes() in (b"old", b"new and longer")
        assert [path.name for path in tmp_path.iterdir()] == ["settings"]
        if not system.failed:
            return
    pytest.fail("The file was never written.")
