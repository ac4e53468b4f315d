"""Taking a step back."""

from pathlib import Path

import pytest

from builders.ledger import MARKS, carry, mark, meeting, new_site, person, second_device
from platica.domain.attendance import Presence
from platica.domain.ids import CommitId
from platica.domain.scope import LastStep
from platica.errors import NotFound, Refused
from platica.ledger.site import open_site

LATE, EXCUSED = Presence.LATE, Presence.EXCUSED


def test_undo_gives_back_what_was_there_before(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1), mark(2))
        step = site.records.save(mark(1, LATE), mark(3))
        site.records.undo(step.commit)
        assert site.records.marks(meeting().id) == (mark(1), mark(2))


def test_steps_can_be_undone_one_after_another_back_to_nothing(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        for presence in (Presence.PRESENT, LATE, EXCUSED):
            site.records.save(mark(1, presence))
        seen = []
        while (step := site.records.last_step(MARKS)) is not None:
            site.records.undo(step.commit)
            seen.append([one.presence for one in site.records.marks(meeting().id)])
    assert seen == [[LATE], [Presence.PRESENT], []]


def test_an_undo_can_itself_be_undone(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        step = site.records.save(mark(1, LATE))
        undone = site.records.undo(step.commit)
        site.records.undo(undone.commit)
        assert site.records.marks(meeting().id) == (mark(1, LATE),)


def test_undo_is_refused_when_a_later_change_stands_on_it(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        step = site.records.save(mark(1), mark(2))
        site.records.save(mark(1, LATE))
        with pytest.raises(Refused, match="changed again later"):
            site.records.undo(step.commit)
        assert site.records.marks(meeting().id) == (mark(1, LATE), mark(2))


def test_undo_is_refused_twice(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        step = site.records.save(mark(1))
        site.records.undo(step.commit)
        with pytest.raises(Refused):
            site.records.undo(step.commit)


def test_undoing_an_insert_is_refused_when_a_field_was_added_since(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        step = site.records.save(mark(1))
        site.db.table("marks").update({"note": "by phone"})
        with pytest.raises(Refused):
            site.records.undo(step.commit)


def test_a_removal_can_be_undone(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        step = site.records.remove(person(1))
        site.records.undo(step.commit)
        assert site.records.participant(person(1).id) == person(1)


def test_leaving_a_removed_record_away_cannot_be_undone_into_an_empty_one(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one, open_site(second_device(tmp_path / "one", tmp_path / "two")) as two:
        carry(tmp_path / "one", tmp_path / "two")
        one.records.save(mark(1))
        carry(tmp_path / "one", tmp_path / "two")
        two.records.remove(mark(1))
        one.records.save(mark(1, Presence.LATE))
        carry(tmp_path / "two", tmp_path / "one")
        left = one.records.settling.leave_away("marks", f"{meeting().id}:{person(1).id}")
        with pytest.raises(Refused, match="had been taken away already"):
            one.records.undo(left.commit)
        assert one.records.marks(meeting().id) == ()


def test_a_field_that_was_dropped_comes_back(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(mark(1))
        marks = site.db.table("marks")
        marks.update({"note": "by phone"})
        marks.update(lambda row: row.pop("note"))
        newest = site.records.last_step(MARKS)
        assert newest is not None
        site.records.undo(newest.commit)
        assert marks.all()[0]["note"] == "by phone"


def test_the_last_step_is_known_after_opening_again(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        step = site.records.save(mark(1))
        undone = site.records.save(mark(2))
        site.records.undo(undone.commit)
    with open_site(tmp_path / "site") as site:
        assert site.records.last_step(MARKS) == LastStep(step.commit, step.at)
        site.records.undo(step.commit)
        assert site.records.last_step(MARKS) is None


def test_steps_of_another_device_are_not_the_last_of_this_one(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
        there = second_device(tmp_path / "one", tmp_path / "two")
        carry(tmp_path / "one", there)
        with open_site(there) as two:
            assert two.records.marks(meeting().id) == (mark(1),)
            assert two.records.last_step(MARKS) is None


@pytest.mark.parametrize("commit", ["", "nowhere-1", "1", "-", "nowhere-x"])
def test_a_step_that_never_was_is_not_found(tmp_path: Path, commit: str) -> None:
    with new_site(tmp_path / "site") as site, pytest.raises(NotFound):
        site.records.undo(CommitId(commit))


def test_a_correction_of_a_record_that_another_computer_took_away_is_not_undone_to_a_part_of_it(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one, open_site(second_device(tmp_path / "one", tmp_path / "two")) as two:
        one.records.save(mark(1))
        step = one.records.save(mark(1, LATE))
        two.records.save(mark(1))
        two.records.remove(mark(1))
        carry(tmp_path / "two", tmp_path / "one")
        with pytest.raises(Refused, match="changed again later"):
            one.records.undo(step.commit)
        assert one.records.marks(meeting().id) == ()
