"""Steps with dates that no clock should have given yet, by computer, and a clock that is behind."""

from datetime import timedelta
from pathlib import Path

from builders.ledger import NOON, carry, clock_at, mark, new_site, second_device, ticking
from platica.ledger.clock import HybridClock
from platica.ledger.site import open_site


def test_far_steps_are_counted_by_computer_and_once_for_each_commit(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    assert one.records.settling.far_steps() == ()
    with open_site(there, clock=ticking(NOON + timedelta(days=400))) as two:
        two.records.save(mark(1), mark(2))
        two.records.save(mark(3))
        device = two.device
    carry(there, tmp_path / "one")
    (far,) = one.records.settling.far_steps()
    assert (far.device, far.count, far.last.date()) == (device, 2, (NOON + timedelta(days=400)).date())


def test_far_steps_are_found_again_after_an_opening_with_a_cache(tmp_path: Path) -> None:
    one = new_site(tmp_path / "one")
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    with open_site(there, clock=ticking(NOON + timedelta(days=400))) as two:
        for nth in range(1200):
            two.records.save(mark(nth))
    carry(there, tmp_path / "one")
    one.close()
    open_site(tmp_path / "one", clock=clock_at()).close()
    assert (tmp_path / "one" / "cache").exists()
    with open_site(tmp_path / "one", clock=clock_at()) as one:
        assert [far.count for far in one.records.settling.far_steps()] == [1200]


def test_a_clock_that_agrees_within_an_hour_is_not_behind() -> None:
    for ahead, behind in ((50, None), (90, timedelta(minutes=90)), (60 * 23, timedelta(hours=23))):
        other = HybridClock(clock_at(NOON + timedelta(minutes=ahead)), "other")
        ours = HybridClock(clock_at(), "ours")
        ours.observe([other.next()])
        assert ours.behind == behind
