"""What to do of a session when there are only 45 minutes."""

from hypothesis import given
from hypothesis import strategies as st

from platica.domain.curriculum import Activity, Session
from platica.domain.fit import whole_session, without
from platica.domain.ids import ActivityId, SessionId
from platica.domain.short_session import SHORT_MINUTES, short_session
from platica.domain.workshop import PlannedActivity, PlannedSession


def session_of(*activities: tuple[str, int, bool], short: tuple[tuple[str, int], ...] = ()) -> Session:
    """A session of activities by name, minutes and whether they are optional."""
    made = tuple(Activity(ActivityId(name), name, minutes, "talk", optional) for name, minutes, optional in activities)
    chosen = tuple(PlannedActivity(ActivityId(name), minutes) for name, minutes in short)
    return Session(SessionId("one"), "One", sum(activity.minutes for activity in made), (), made, short=chosen)


def told(planned: PlannedSession | None) -> list[tuple[str, int]] | None:
    return None if planned is None else [(one.id, one.minutes) for one in planned.activities]


def test_a_session_that_is_short_anyway_has_no_shorter_one() -> None:
    session = session_of(("a", 20, False), ("b", 25, False), short=(("a", 5),))
    assert short_session(session, whole_session(session)) is None


def test_the_authors_choice_is_taken_in_their_order() -> None:
    session = session_of(("a", 30, False), ("b", 60, False), short=(("b", 30), ("a", 10)))
    assert told(short_session(session, whole_session(session))) == [("b", 30), ("a", 10)]


def test_the_authors_choice_goes_without_what_the_group_left_out_and_takes_no_longer_than_planned() -> None:
    session = session_of(("a", 30, False), ("b", 60, False), ("c", 30, True), short=(("c", 20), ("b", 15), ("a", 10)))
    planned = PlannedSession(session.id, (PlannedActivity(ActivityId("a"), 5), PlannedActivity(ActivityId("b"), 60)))
    assert told(short_session(session, planned)) == [("b", 15), ("a", 5)]


def test_without_a_choice_optional_activities_go_first() -> None:
    session = session_of(("a", 20, False), ("b", 40, True), ("c", 25, False))
    assert told(short_session(session, whole_session(session))) == [("a", 20), ("c", 25)]


def test_what_is_left_gets_fewer_minutes_in_proportion() -> None:
    session = session_of(("a", 20, False), ("b", 10, True), ("c", 60, False), ("d", 10, False))
    assert told(short_session(session, whole_session(session))) == [("a", 10), ("c", 30), ("d", 5)]


def test_a_plan_of_optional_activities_alone_is_not_empty() -> None:
    session = session_of(("a", 60, True), ("b", 5, False))
    planned = without(whole_session(session), ActivityId("b"))
    assert told(short_session(session, planned)) == [("a", 45)]


@given(st.lists(st.integers(1, 120), min_size=1, max_size=12))
def test_the_minutes_never_add_up_to_more(minutes: list[int]) -> None:
    session = session_of(*((f"a{place}", one, False) for place, one in enumerate(minutes)))
    shorter = short_session(session, whole_session(session))
    if sum(minutes) <= SHORT_MINUTES:
        assert shorter is None
    else:
        assert shorter is not None
        assert shorter.minutes == SHORT_MINUTES
        assert all(0 < one.minutes <= whole for one, whole in zip(shorter.activities, minutes, strict=True))
