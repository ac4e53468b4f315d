"""Computers that write under one name, as when a disk was copied whole: both histories stay, and the names part."""

import errno
import shutil
from pathlib import Path

import pytest

from builders.failing_system import FailingSystem
from builders.ledger import enrolment, mark, meeting, new_site, open_as_image, person, second_device
from platica.domain.attendance import Presence
from platica.errors import LedgerReadOnly, SiteError
from platica.ledger import fs
from platica.ledger.site import Site, open_site

LATE = Presence.LATE


def images(folder: Path) -> tuple[Site, Site]:
    """Two computers, one of which was started from a copy of the other's disk; each saved something since."""
    new_site(folder / "one").close()
    two = open_as_image(folder / "one", folder / "two")
    one = open_site(folder / "one")
    assert one.device == two.device
    one.records.save(mark(1), mark(2))
    two.records.save(mark(3, LATE))
    two.records.save(person(4, "Elena"), enrolment(4))
    return one, two


def exchange(site: Site, stick: Path) -> None:
    """What a leader does with a stick."""
    if stick.exists():
        site.carry_in(stick)
    assert not site.carry_out(stick).left


def shown(site: Site) -> object:
    return site.db.storage.read()


def test_the_computer_that_meets_the_other_takes_a_name_of_its_own_and_nothing_is_lost(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    exchange(one, tmp_path / "stick")
    before = two.device
    came = two.carry_in(tmp_path / "stick")
    assert (came.renamed, came.refused, came.double) == (True, (), ())
    assert {step.key for step in came.steps} == {f"{meeting().id}:{person(number).id}" for number in (1, 2)}
    assert two.device != before == one.device
    assert not two.carry_out(tmp_path / "stick").left
    assert not one.carry_in(tmp_path / "stick").renamed
    assert set(one.records.marks(meeting().id)) == {mark(1), mark(2), mark(3, LATE)}
    assert shown(one) == shown(two)
    assert one.notices == two.notices == ()
    one.records.save(mark(1, LATE))
    two.records.save(mark(2, LATE))
    for site in (one, two, one):
        exchange(site, tmp_path / "stick")
    assert shown(one) == shown(two)
    one.close()
    two.close()
    with open_site(tmp_path / "two") as two:
        assert two.notices == ()
        assert len(two.records.marks(meeting().id)) == 3


def test_a_third_computer_comes_to_the_same_whichever_of_the_two_it_met_first(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    sites = [open_site(second_device(tmp_path / "one", tmp_path / name)) for name in ("early", "late")]
    two.carry_out(tmp_path / "b")
    sites[0].carry_in(tmp_path / "b")
    one.carry_out(tmp_path / "a")
    sites[1].carry_in(tmp_path / "a")
    came = sites[0].carry_in(tmp_path / "a")
    assert came.double == (one.device,)
    two.carry_in(tmp_path / "a")
    for _ in range(2):
        for site in (two, one, *sites):
            exchange(site, tmp_path / "stick")
    assert all(shown(site) == shown(one) for site in (two, *sites))
    assert all(not site.carry_in(tmp_path / "stick").double for site in (one, two, *sites))
    names = [{log.name: log.read_bytes() for log in (site.folder / "logs").glob("*.log")} for site in (one, *sites)]
    assert names[0] == names[1] == names[2]


def test_both_taking_new_names_at_once_lose_nothing(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    one.carry_out(tmp_path / "a")
    two.carry_out(tmp_path / "b")
    assert one.carry_in(tmp_path / "b").renamed
    assert two.carry_in(tmp_path / "a").renamed
    for site in (one, two, one, two):
        exchange(site, tmp_path / "stick")
    assert shown(one) == shown(two)
    assert len(one.records.marks(meeting().id)) == 3


def test_a_step_taken_back_before_the_names_parted_stays_taken_back(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    saved = two.records.save(mark(1, LATE))
    undone = two.records.undo(saved.commit)
    exchange(one, tmp_path / "stick")
    exchange(two, tmp_path / "stick")
    steps = two.records.history(mark(1))
    (back,) = [step for step in steps if step.undoes]
    assert back.undoes in {step.commit for step in steps}
    assert back.commit != undone.commit


def test_a_program_that_was_open_meanwhile_writes_nothing_under_the_old_name(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    one.carry_out(tmp_path / "stick")
    with open_site(tmp_path / "two") as other:
        assert two.carry_in(tmp_path / "stick").renamed
        with pytest.raises(LedgerReadOnly, match="under another name"):
            other.records.save(mark(1))
    assert mark(1) in two.records.marks(meeting().id)


def test_a_person_erased_in_one_history_takes_nothing_from_the_other(tmp_path: Path) -> None:
    one, two = images(tmp_path)
    for number in (5, 6, 7):
        one.records.save(mark(number, LATE))
    two.records.save(mark(4))
    two.records.erase(person(4).id)
    exchange(one, tmp_path / "stick")
    for site in (two, one, two):
        exchange(site, tmp_path / "stick")
    assert shown(one) == shown(two)
    marks = {mark(1), mark(2), mark(3, LATE), mark(5, LATE), mark(6, LATE), mark(7, LATE)}
    assert marks <= set(one.records.marks(meeting().id))
    assert len(one.records.marks(meeting().id)) == len(marks) + 1
    assert len(one.records.participants()) == 3
    assert len(one.records.enrolments(enrolment().workshop)) == 4
    assert not one.notices + two.notices


def test_a_computer_put_back_as_it_was_gets_back_what_it_had_carried_and_keeps_what_it_saved_since(
    tmp_path: Path,
) -> None:
    with new_site(tmp_path / "one") as one:
        (log,) = (tmp_path / "one" / "logs").glob("*.log")
        whole = log.read_bytes()
        one.records.save(mark(1))
        one.carry_out(tmp_path / "stick")
    log.write_bytes(whole)
    with open_site(tmp_path / "one") as one:
        one.carry_out(tmp_path / "stick")
        assert not one.carry_in(tmp_path / "stick").renamed
        assert one.records.marks(meeting().id) == (mark(1),)
    log.write_bytes(whole)
    with open_site(tmp_path / "one") as one:
        one.records.save(mark(2, LATE))
        assert "Another computer of the same name" in str(one.carry_out(tmp_path / "stick").left[0])
        assert one.carry_in(tmp_path / "stick").renamed
        assert set(one.records.marks(meeting().id)) == {mark(1), mark(2, LATE)}
        assert not one.carry_out(tmp_path / "stick").left


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_an_interruption_anywhere_is_made_good_by_doing_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    one, two = images(tmp_path)
    one.carry_out(tmp_path / "stick")
    expected = {mark(1), mark(2), mark(3, LATE)}
    one.close()
    two.close()
    for nth in range(1, 60):
        shutil.copytree(tmp_path / "two", tmp_path / "try")
        site = open_as_image(tmp_path / "two", tmp_path / "try")
        system = FailingSystem(nth, code, stays=True)
        with monkeypatch.context() as broken:
            broken.setattr(fs, "os", system)
            try:
                site.carry_in(tmp_path / "stick")
            except SiteError:
                assert system.failed
        site.close()
        with open_site(tmp_path / "try") as again:
            again.carry_in(tmp_path / "stick")
            assert set(again.records.marks(meeting().id)) == expected, nth
            assert len(again.records.history(mark(3))) == 1, nth
            assert again.notices == ()
            again.records.save(mark(1, LATE))
        shutil.rmtree(tmp_path / "try")
        if not system.failed:
            return
    pytest.fail("It never came to its end.")
