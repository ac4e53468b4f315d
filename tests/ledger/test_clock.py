"""Stamps rise, are never given twice, and are not dragged by a clock that is far ahead."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from builders.ledger import NOON, clock_at
from platica.ledger.clock import HybridClock, incarnation_of, moment_of

OTHER = "bbbbbbbb"


def stamp_at(moment: datetime) -> str:
    return HybridClock(clock_at(moment), OTHER).next()


@given(st.lists(st.integers(-200_000, 200_000), min_size=2, max_size=40))
def test_stamps_rise_and_differ_whatever_the_clock_does(hours: list[int]) -> None:
    now = [NOON]
    clock = HybridClock(lambda: now[0], "aaaaaaaa")
    stamps = []
    for hour in hours:
        now[0] = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
        stamps.append(clock.next())
    assert stamps == sorted(set(stamps))


def test_a_stamp_says_when_and_for_which_log_it_was_made() -> None:
    stamp = HybridClock(clock_at(), "aaaaaaaa").next()
    assert (moment_of(stamp), incarnation_of(stamp)) == (NOON, "aaaaaaaa")


def test_a_stamp_an_hour_ahead_is_passed() -> None:
    clock = HybridClock(clock_at(), "aaaaaaaa")
    clock.observe([stamp_at(NOON + timedelta(hours=1))])
    assert clock.next() > stamp_at(NOON + timedelta(hours=1))
    assert clock.ahead == 0


def test_a_stamp_two_days_ahead_is_counted_and_not_followed() -> None:
    clock = HybridClock(clock_at(), "aaaaaaaa")
    clock.observe([stamp_at(NOON + timedelta(days=2))])
    assert moment_of(clock.next()) == NOON
    assert clock.ahead == 1


def test_a_stamp_that_was_far_ahead_is_passed_once_its_day_has_come() -> None:
    now = [NOON]
    clock = HybridClock(lambda: now[0], OTHER)
    far = stamp_at(NOON + timedelta(days=2))
    clock.observe([far])
    now[0] = NOON + timedelta(days=2)
    assert clock.next() > far
    assert clock.ahead == 0


def test_a_clock_that_takes_over_knows_what_the_other_saw() -> None:
    first = HybridClock(clock_at(), OTHER)
    first.observe([stamp_at(NOON + timedelta(days=2))])
    last = first.next()
    second = HybridClock(clock_at(NOON - timedelta(hours=1)), OTHER)
    second.observe(first.seen)
    assert second.next() > last
    assert second.ahead == 1
