"""Carrying records on a stick: what comes in, what is left, what is repaired, and what an interruption does."""

import random
import shutil
from pathlib import Path

import pytest

from builders.ledger import (
    NOON,
    leader,
    mark,
    meeting,
    new_site,
    only_log,
    person,
    second_device,
    ticking,
)
from platica.domain.attendance import Presence
from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.ledger.keys import read_invitation
from platica.ledger.site import Site, create_site, open_site

LATE = Presence.LATE


def team(folder: Path, count: int = 2) -> list[Site]:
    """Computers of one site: the first has the records, the others its keys."""
    sites = [new_site(folder / "0")]
    sites += [open_site(second_device(folder / "0", folder / str(one)), clock=ticking()) for one in range(1, count)]
    return sites


def test_what_was_carried_is_the_same_record_on_both_computers(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    out = one.carry_out(tmp_path / "stick")
    assert (out.files, out.written, out.left) == (1, 1, ())
    came = two.carry_in(tmp_path / "stick")
    assert len(came.steps) == 9
    assert two.db.storage.read() == one.db.storage.read()
    two.records.save(mark(1, LATE))
    two.carry_out(tmp_path / "stick")
    (step,) = one.carry_in(tmp_path / "stick").steps
    assert (step.table, step.exists) == ("marks", True)
    assert one.records.marks(meeting().id) == (mark(1, LATE),)


def test_carrying_again_changes_nothing(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.log")}
    assert one.carry_out(tmp_path / "stick").written == 0
    came = two.carry_in(tmp_path / "stick")
    assert (came.steps, came.repaired, came.refused) == ((), (), ())
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.log")} == before


def test_names_suit_every_stick_and_each_computer_writes_its_own_folder(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    two.records.save(mark(1))
    two.carry_out(tmp_path / "stick")
    folders = list((tmp_path / "stick" / "platica").iterdir())
    assert len(folders) == 2
    for path in (tmp_path / "stick").rglob("*"):
        assert set(path.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert not list((tmp_path / "stick").rglob("keyring*"))


def test_records_go_on_through_a_computer_in_between(tmp_path: Path) -> None:
    one, two, three = team(tmp_path, 3)
    one.carry_out(tmp_path / "a")
    two.carry_in(tmp_path / "a")
    two.carry_out(tmp_path / "b")
    three.carry_in(tmp_path / "b")
    assert three.db.storage.read() == one.db.storage.read()


def test_an_empty_folder_is_told_from_one_without_news(tmp_path: Path) -> None:
    (one,) = team(tmp_path, 1)
    (tmp_path / "stick").mkdir()
    with pytest.raises(SiteError, match="Nothing was carried"):
        one.carry_in(tmp_path / "stick")


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_copy_cut_short_is_taken_as_far_as_it_goes_and_later_whole(tmp_path: Path, part: float) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    whole = copy.read_bytes()
    copy.write_bytes(whole[: int(len(whole) * part)])
    two.carry_in(tmp_path / "stick")
    assert two.notices == ()
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    assert two.db.storage.read() == one.db.storage.read()


def test_a_copy_that_was_altered_is_not_taken(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    whole, chance = copy.read_bytes(), random.Random(3)
    for _ in range(60):
        altered = bytearray(whole)
        altered[chance.randrange(len(whole) - 200)] ^= 1 << chance.randrange(7)
        copy.write_bytes(altered)
        came = two.carry_in(tmp_path / "stick")
        assert came.refused
        assert came.steps == ()
        assert two.notices == ()


def test_a_log_that_is_damaged_here_is_repaired_from_another_computer(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    two.carry_out(tmp_path / "stick")
    one.records.save(mark(1))
    one.close()
    log = only_log(tmp_path / "0")
    content = bytearray(log.read_bytes())
    content[500] ^= 4
    log.write_bytes(content)
    with open_site(tmp_path / "0") as one:
        assert "is damaged" in str(one.notices[0])
        came = one.carry_in(tmp_path / "stick")
        assert came.repaired == (log.name,)
        assert len(one.records.participants()) == 3
        one.records.save(mark(2))
    with open_site(tmp_path / "0") as one:
        assert one.notices == ()
        assert set(one.records.marks(meeting().id)) == {mark(1), mark(2)}


def test_two_histories_under_one_name_are_not_mixed(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    one.close()
    log = only_log(tmp_path / "0")
    whole = log.read_bytes()
    with open_site(tmp_path / "0") as one:
        one.records.save(mark(1))
        one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    log.write_bytes(whole)
    with open_site(tmp_path / "0") as one:
        one.records.save(mark(2))
        one.carry_out(tmp_path / "other")
        assert two.carry_in(tmp_path / "other").double == (one.device,)
        assert two.records.marks(meeting().id) == (mark(1),)


def test_an_erased_person_leaves_the_stick_and_the_other_computer(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    two.records.save(person(2, "Úrsula Ibáñez"), mark(2))
    two.carry_out(tmp_path / "stick")
    one.records.erase(person(2).id)
    for site in (one, two, one, two):
        site.carry_in(tmp_path / "stick")
        site.carry_out(tmp_path / "stick")
    logs = [log for log in tmp_path.rglob("*.log") if "local" not in log.parts]
    by_name: dict[str, set[bytes]] = {}
    for log in logs:
        by_name.setdefault(log.name, set()).add(log.read_bytes())
    assert {len(contents) for contents in by_name.values()} == {1}
    assert all(b"\t-" in contents.pop() for contents in by_name.values() if contents)
    assert one.db.storage.read() == two.db.storage.read()
    assert len(one.records.marks(meeting().id)) == 1
    assert not one.notices
    assert not two.notices


def test_a_thinned_copy_does_not_take_from_us_what_no_erasure_names(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    lines = copy.read_bytes().splitlines(keepends=True)
    head, *_ = lines[1].split(b"\t")
    copy.write_bytes(b"".join([lines[0], head + b"\t-\t-\t-\n", *lines[2:]]))
    two.carry_in(tmp_path / "stick")
    assert two.db.storage.read() == one.db.storage.read()
    three = open_site(second_device(tmp_path / "0", tmp_path / "3"))
    assert "Parts of" in str(three.carry_in(tmp_path / "stick").refused[0])
    assert three.notices == ()


def test_a_full_stick_is_told_and_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = team(tmp_path, 1)
    one.carry_out(tmp_path / "stick")
    (copy,) = (tmp_path / "stick").rglob("*.log")
    before = copy.read_bytes()
    one.records.save(mark(1))
    with monkeypatch.context() as broken:
        broken.setattr(fs, "_write_all", full_disk)
        with pytest.raises(SiteError, match="the disk is full"):
            one.carry_out(tmp_path / "stick")
    assert copy.read_bytes() == before
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


def full_disk(descriptor: int, data: bytes) -> None:
    raise OSError(28, "No space left on device")


def test_a_computer_is_invited_and_joins_with_nothing_of_its_own(tmp_path: Path) -> None:
    (one,) = team(tmp_path, 1)
    code = one.keys.invite(tmp_path / "invitation")
    one.carry_out(tmp_path / "stick")
    with create_site(tmp_path / "new", keys=read_invitation(tmp_path / "invitation", code)) as two:
        two.carry_in(tmp_path / "stick")
        assert two.db.storage.read() == one.db.storage.read()


def test_a_computer_with_records_of_its_own_joins_and_keeps_them(tmp_path: Path) -> None:
    (one,) = team(tmp_path, 1)
    code = one.keys.invite(tmp_path / "invitation")
    with create_site(tmp_path / "own", clock=ticking(NOON)) as own:
        own.records.save(leader(), person(7, "Elena"), person(8, "José"))
        own.db.table("scratch").insert({"kept": True})
        own.records.erase(person(8).id)
        with pytest.raises(Refused):
            own.join(tmp_path / "invitation", "casa luna")
        own.join(tmp_path / "invitation", code)
        own.join(tmp_path / "invitation", code)
        own.records.save(mark(7))
        own.carry_out(tmp_path / "stick")
    came = one.carry_in(tmp_path / "stick")
    assert came.refused == ()
    assert one.records.participant(person(7).id).name == "Elena"
    assert one.records.leader(leader().id) == leader()
    assert one.notices == ()
    one.carry_out(tmp_path / "stick")
    with open_site(tmp_path / "own") as own:
        own.carry_in(tmp_path / "stick")
        assert own.notices == ()
        assert own.db.table("scratch").all() == [{"kept": True}]
        tables = ("leaders", "participants", "marks", "meetings", "enrolments")
        assert [len(own.db.table(name)) for name in tables] == [len(one.db.table(name)) for name in tables]


def test_a_computer_whose_records_others_share_does_not_join(tmp_path: Path) -> None:
    one, two = team(tmp_path)
    one.carry_out(tmp_path / "stick")
    two.carry_in(tmp_path / "stick")
    two.records.save(mark(1))
    with new_site(tmp_path / "third") as third:
        code = third.keys.invite(tmp_path / "invitation")
    keys = two.keys.keyring
    with pytest.raises(Refused, match="Other computers share"):
        two.join(tmp_path / "invitation", code)
    assert two.keys.keyring == keys


def test_records_of_another_organization_are_left_alone(tmp_path: Path) -> None:
    (one,) = team(tmp_path, 1)
    with new_site(tmp_path / "other") as other:
        other.carry_out(tmp_path / "stick")
    (refusal,) = one.carry_in(tmp_path / "stick").refused
    assert "another organization" in str(refusal)
    assert len(list((tmp_path / "0" / "logs").glob("*.log"))) == 1
    shutil.rmtree(tmp_path / "stick")
