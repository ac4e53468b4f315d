"""The history of a record, across computers and erasures."""

from pathlib import Path

from builders.ledger import carry, leader, mark, new_site, person, second_device, ticking
from platica.domain.attendance import Presence
from platica.domain.history import FieldStep
from platica.domain.ids import LeaderId
from platica.ledger.site import open_site


def test_every_step_tells_who_did_it_and_from_what_to_what(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(leader())
        site.records.save(mark(1), by=leader().id)
        late = site.records.save(mark(1, Presence.LATE), by=leader().id)
        undone = site.records.undo(late.commit)
        first, second, third = site.records.history(mark(1))
        assert (first.exists, second.exists, third.exists) == (True, None, None)
        assert (first.leader, second.leader, third.leader) == (leader().id, leader().id, None)
        assert FieldStep("presence", None, "present") in first.fields
        assert second.fields == (FieldStep("presence", "present", "late"),)
        assert third.fields == (FieldStep("presence", "late", "present"),)
        assert (second.commit, third.commit, third.undoes) == (late.commit, undone.commit, late.commit)
        assert first.at < second.at < third.at


def test_a_removal_tells_what_there_was(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.remove(person(1))
        inserted, removed = site.records.history(person(1))
        assert (inserted.exists, removed.exists) == (True, False)
        assert FieldStep("name", "María", None) in removed.fields


def test_steps_of_several_computers_are_in_the_order_of_their_time(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        one.records.save(mark(1))
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking()) as two:
        two.records.save(mark(1, Presence.EXCUSED))
    carry(there, tmp_path / "one")
    with open_site(tmp_path / "one") as one:
        one.records.save(mark(1, Presence.LATE))
        steps = one.records.history(mark(1))
        assert [step.fields[-1].now for step in steps[1:]] == ["excused", "late"]
        assert len({step.device for step in steps}) == 2


def test_nothing_is_told_of_who_was_erased_nor_of_what_never_was(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.erase(person(2).id)
        (step,) = site.records.history(person(2))
        assert (step.fields, step.exists, step.erased) == ((), None, True)
        assert site.records.history(person(8)) == ()


def test_whose_hand_it_is_is_noted_with_every_kind_of_saving_unless_another_is_named(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        records = site.records
        records.save(leader())
        records.hand = leader().id
        saved = records.save(mark(1))
        records.undo(saved.commit)
        records.save(mark(1), by=LeaderId("another"))
        records.remove(mark(1))
        assert [step.leader for step in records.history(mark(1))] == [
            leader().id,
            leader().id,
            "another",
            leader().id,
        ]
        records.erase(person(2).id)
        (step,) = records.history(person(2))
        assert step.leader == leader().id


def test_a_computer_was_last_seen_when_the_newest_that_is_not_erased_was_written(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        before = one.last_seen()[one.device]
        saved = one.records.save(person(4, "Elena"))
        assert one.last_seen() == {one.device: saved.at}
        assert before < saved.at
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking()) as two:
        two.records.erase(person(4).id)
        seen = two.last_seen()
        assert seen[one.device] == before
        assert set(seen) == {one.device, two.device}
