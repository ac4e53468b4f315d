"""Carrying that is interrupted, or meets a stick that is full, gone, read-only or being written to by others."""

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from builders.failing_system import FailingSystem
from builders.ledger import carry, mark, meeting, new_site, open_as_image, second_device, without_waiting
from platica.domain.attendance import Presence
from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.site import Site, open_site
from platica.phrases import Phrase

CARRIER = """
import sys
from pathlib import Path
from platica.ledger.site import open_site
site = open_site(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    site.carry_in(Path(sys.argv[2]))
    site.carry_out(Path(sys.argv[2]))
    print("round", flush=True)
    for copy in Path(sys.argv[2]).glob(f"platica/{site.device}/*.log"):
        copy.write_bytes(copy.read_bytes()[:-400])
"""


def pair(folder: Path, marks: int = 40) -> tuple[Site, Site]:
    """Two computers that know the same, each with marks of its own since."""
    one = new_site(folder / "one")
    two = open_site(second_device(folder / "one", folder / "two"))
    carry(folder / "one", folder / "two")
    for number in range(1, marks + 1):
        one.records.save(mark(number))
        two.records.save(mark(number, Presence.LATE, at=2))
    return one, two


def brought_together(sites: tuple[Site, Site], stick: Path) -> None:
    """Carries on until both know all, and looks that they do."""
    for site in (*sites, *sites):
        if (stick / "platica").exists():
            assert site.carry_in(stick).refused == ()
        assert site.carry_out(stick).left == ()
    one, two = sites
    assert one.db.storage.read() == two.db.storage.read()
    assert len(one.records.marks(meeting(1).id)) == len(one.records.marks(meeting(2).id)) == 40
    assert one.notices == two.notices == ()
    assert not [path for folder in (stick, one.folder, two.folder) for path in folder.rglob(".*.new")]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
@pytest.mark.parametrize("stays", [False, True])
def test_a_taking_out_that_fails_leaves_each_file_old_or_new_and_is_made_good_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, stays: bool
) -> None:
    without_waiting(monkeypatch)
    one, two = pair(tmp_path)
    two.carry_out(tmp_path / "two-stick")
    one.carry_out(tmp_path / "start")
    old = {path.name: path.read_bytes() for path in (tmp_path / "start").rglob("*.log")}
    one.carry_in(tmp_path / "two-stick")
    one.records.save(mark(1, Presence.LATE))
    new = {path.name: path.read_bytes() for path in (tmp_path / "one" / "logs").glob("*.log")}
    for nth in range(1, 100):
        stick = tmp_path / f"stick-{nth}"
        shutil.copytree(tmp_path / "start", stick)
        system = FailingSystem(nth, code, stays=stays)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                one.carry_out(stick)
                said = True
            except SiteError:
                said = False
        copies = {path.name: path.read_bytes() for path in stick.rglob("*.log")}
        assert all(content in (old.get(name), new[name]) for name, content in copies.items())
        assert copies.keys() >= old.keys()
        assert copies == new or not said
        one.carry_out(stick)
        assert {path.name: path.read_bytes() for path in stick.rglob("*.log")} == new
        if not system.failed:
            assert said
            return
    pytest.fail("It never came to its end.")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("stays", [False, True])
def test_a_bringing_in_that_fails_loses_nothing_and_is_made_good_by_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, stays: bool
) -> None:
    without_waiting(monkeypatch)
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.close()
    for nth in range(1, 100):
        shutil.copytree(tmp_path / "two", tmp_path / "try")
        site = open_as_image(tmp_path / "two", tmp_path / "try")
        system = FailingSystem(nth, code, stays=stays)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                site.carry_in(tmp_path / "stick")
            except SiteError:
                assert system.failed
            assert len(site.records.marks(meeting(2).id)) == 40
        site.close()
        with open_site(tmp_path / "try") as again:
            again.carry_in(tmp_path / "stick")
            assert len(again.records.marks(meeting(1).id)) == len(again.records.marks(meeting(2).id)) == 40
            assert again.notices == ()
        shutil.rmtree(tmp_path / "try")
        if not system.failed:
            return
    pytest.fail("It never came to its end.")


@pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
def test_carrying_killed_at_any_moment_is_made_good_by_carrying_again(tmp_path: Path, full: bool) -> None:
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.close()
    chance = random.Random(11)
    environment = {**os.environ, "PYTHONPATH": ":".join(sys.path)}
    for _ in range(60 if full else 8):
        command = [sys.executable, "-c", CARRIER, str(tmp_path / "two"), str(tmp_path / "stick")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as carrier:
            assert carrier.stdout is not None
            for _ in range(chance.randrange(1, 5)):
                assert carrier.stdout.readline()
            carrier.send_signal(signal.SIGKILL)
    with open_site(tmp_path / "two") as two:
        brought_together((one, two), tmp_path / "stick")


def test_a_stick_that_is_pulled_is_told_and_nothing_is_made_in_its_place(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    media = tmp_path / "media"
    stick = media / "STICK"
    stick.mkdir(parents=True)
    two.carry_out(tmp_path / "other")
    one.carry_in(tmp_path / "other")

    def pulled(done: int, steps: int, doing: Phrase) -> None:
        if done == 1:
            shutil.rmtree(media)

    with pytest.raises(SiteError, match="Plug the USB stick in"):
        one.carry_out(stick, pulled)
    assert not media.exists()
    for carrying in (one.carry_out, one.carry_in):
        with pytest.raises(SiteError, match="Plug the USB stick in"):
            carrying(stick)
    stick.mkdir(parents=True)
    one.carry_out(stick)
    shutil.rmtree(stick / "platica")
    brought_together((one, two), stick)


def test_a_folder_that_another_program_writes_to_is_never_misread(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    whole, done = copy.read_bytes(), threading.Event()

    def sharing() -> None:
        """Writes the file in place, piece by piece, as programs do that bring folders together."""
        chance = random.Random(5)
        while not done.is_set():
            with copy.open("wb", buffering=0) as file:
                for start in range(0, len(whole), 3000):
                    file.write(whole[start : start + 3000])
            copy.write_bytes(whole[: chance.randrange(len(whole))])

    other = threading.Thread(target=sharing)
    other.start()
    try:
        for _ in range(40):
            two.carry_in(tmp_path / "stick")
            assert two.notices == ()
    finally:
        done.set()
        other.join()
    copy.write_bytes(whole)
    brought_together((one, two), tmp_path / "stick")


def test_copies_that_a_sharing_program_made_of_a_conflict_are_passed_over_with_a_word(tmp_path: Path) -> None:
    one, two = pair(tmp_path)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    for name in (f"{copy.stem}.sync-conflict-20261119-101010-ABCDEFG.log", f"{copy.stem} (Ana's conflicted copy).log"):
        (copy.parent / name).write_bytes(copy.read_bytes()[:-1])
    for name in (f"._{copy.name}", f".syncthing.{copy.name}.tmp", f"~syncthing~{copy.name}.tmp"):
        (copy.parent / name).write_bytes(b"\0" * 64)
    (word,) = two.carry_in(tmp_path / "stick").refused
    assert str(word).startswith("2 files were made by a program that shares folders")
    assert len(two.records.marks(meeting(1).id)) == 40
    assert len(list((tmp_path / "two" / "logs").iterdir())) == 2


def test_a_copied_folder_shows_both_histories_after_carrying(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    with open_site(tmp_path / "one") as one, open_site(tmp_path / "two") as two:
        assert one.device == two.device
        one.records.save(mark(2))
        two.records.save(mark(3))
        for site in (one, two, one, two):
            if (tmp_path / "stick").exists():
                assert not site.carry_in(tmp_path / "stick").renamed
            assert site.carry_out(tmp_path / "stick").left == ()
        assert set(one.records.marks(meeting().id)) == {mark(1), mark(2), mark(3)}
        assert one.db.storage.read() == two.db.storage.read()


def test_a_file_that_was_written_but_perhaps_not_to_the_disk_is_settled_before_the_stick_may_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, _ = pair(tmp_path, 1)
    one.carry_out(tmp_path / "stick")
    settled: list[Path] = []
    settle = fs.settle

    def noted(path: Path) -> None:
        settled.append(path)
        settle(path)

    monkeypatch.setattr(fs, "settle", noted)
    assert one.carry_out(tmp_path / "stick").written == 0
    assert {path.suffix for path in settled} == {".log", ""}
