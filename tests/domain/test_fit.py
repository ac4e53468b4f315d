"""Fitting a session into the booked minutes."""

from hypothesis import given
from hypothesis import strategies as st

from builders.people import session
from platica.domain.fit import drops_to_fit, fit_of, moved_activity, whole_session, without
from platica.domain.ids import ActivityId


def test_a_session_that_fits_drops_nothing() -> None:
    one = session(30, 20, optional=(2,))
    assert drops_to_fit(one, whole_session(one), 50) == ()


def test_the_single_activity_that_leaves_least_time_unused_is_dropped() -> None:
    one = session(30, 20, 15, 10, optional=(2, 3, 4))
    assert [a.id for a in drops_to_fit(one, whole_session(one), 62)] == ["a3"]


def test_all_optional_activities_are_proposed_when_even_that_is_not_enough() -> None:
    one = session(60, 10, 5, optional=(2, 3))
    assert [a.id for a in drops_to_fit(one, whole_session(one), 30)] == ["a2", "a3"]


def test_required_activities_are_never_proposed() -> None:
    one = session(60, 30)
    assert drops_to_fit(one, whole_session(one), 30) == ()


def test_over_and_under_are_told_apart() -> None:
    planned = whole_session(session(30, 30))
    assert (fit_of(planned, 45).over, fit_of(planned, 45).under) == (15, 0)
    assert (fit_of(planned, 75).over, fit_of(planned, 75).under) == (0, 15)


def test_moving_an_activity_keeps_all_others_in_order() -> None:
    planned = moved_activity(whole_session(session(1, 2, 3, 4)), ActivityId("a4"), 2)
    assert [activity.id for activity in planned.activities] == ["a1", "a4", "a2", "a3"]


@given(st.lists(st.integers(1, 60), min_size=1, max_size=7), st.integers(1, 200), st.data())
def test_what_is_dropped_makes_it_fit_whenever_that_is_possible(
    minutes: list[int], booked: int, data: st.DataObject
) -> None:
    optional = data.draw(st.sets(st.integers(1, len(minutes))))
    one = session(*minutes, optional=tuple(optional))
    planned = whole_session(one)
    after = without(planned, *(a.id for a in drops_to_fit(one, planned, booked)))
    required = sum(a.minutes for a in one.activities if not a.optional)
    assert after.minutes <= max(booked, required)
