"""From a curriculum to a plan with dates."""

from datetime import date, time
from pathlib import Path

import pytest

from builders.site import CIRCLE, desk_in, workshop_on
from platica.desk import build_workshop, schedule_workshop
from platica.desk.build_workshop import NewWorkshop
from platica.domain.ids import ActivityId, SessionId
from platica.domain.workshop import WorkshopForm
from platica.errors import NotFound, Refused


def test_a_series_meets_once_a_week_for_each_session(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        dates = [meeting.on for meeting in schedule_workshop.meetings(desk, workshop.id)]
    assert dates == [date(2026, 11, 5), date(2026, 11, 12), date(2026, 11, 19)]


def test_a_workshop_remembers_which_text_it_was_assembled_from(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        curriculum = desk.library.curriculum(CIRCLE)
    assert (workshop.curriculum_version, workshop.curriculum_hash) == (curriculum.version, curriculum.content_hash)


def test_an_event_has_one_meeting(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk, form=WorkshopForm.EVENT)
        assert len(schedule_workshop.meetings(desk, workshop.id)) == 1


def test_ninety_minutes_fit_into_the_hour_by_leaving_out_what_is_proposed(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        build_workshop.book_minutes(desk, workshop.id, 75)
        first = build_workshop.session_plans(desk, workshop.id)[0]
        assert first.fit.over == 15
        dropped = build_workshop.fit_to_time(desk, workshop.id, first.session.id)
        after = build_workshop.session_plans(desk, workshop.id)[0]
    assert dropped == first.drops
    assert after.fit.over == 0
    assert set(after.left_out) == set(dropped)


def test_an_activity_that_was_left_out_comes_back_where_it_was(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        before = build_workshop.session_plans(desk, workshop.id)[0].planned
        second = before.activities[1].id
        build_workshop.drop(desk, workshop.id, before.session, second)
        build_workshop.bring_back(desk, workshop.id, before.session, second)
        assert build_workshop.session_plans(desk, workshop.id)[0].planned == before


def test_an_unknown_activity_is_named_with_those_there_are(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        session = workshop.plan.sessions[0]
        with pytest.raises(NotFound) as refused:
            build_workshop.drop(desk, workshop.id, session.session, ActivityId("nothing"))
    assert "nothing" in str(refused.value)
    assert session.activities[0].id in str(refused.value)


def test_the_last_activity_of_a_session_cannot_be_dropped(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        session = workshop.plan.sessions[0]
        with pytest.raises(Refused):
            build_workshop.drop(desk, workshop.id, session.session, *(one.id for one in session.activities))


@pytest.mark.parametrize(("name", "minutes"), [("   ", 90), ("Círculo", 0), ("Círculo", 601)])
def test_a_workshop_without_a_name_or_possible_minutes_is_refused_and_nothing_is_kept(
    tmp_path: Path, name: str, minutes: int
) -> None:
    with desk_in(tmp_path) as desk:
        new = NewWorkshop(CIRCLE, name, ("es",), date(2026, 11, 5), time(18), minutes or -1)
        with pytest.raises(Refused):
            build_workshop.create(desk, new)
        assert desk.records.workshops() == ()


def test_an_unknown_session_is_named_with_those_there_are(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        new = NewWorkshop(CIRCLE, "x", ("es",), date(2026, 11, 5), time(18), sessions=(SessionId("nothing"),))
        with pytest.raises(NotFound, match="nothing"):
            build_workshop.create(desk, new)


def test_a_workshop_is_found_by_name_without_accents_or_by_the_start_of_its_id(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        assert schedule_workshop.find_workshop(desk, "caminando JUNTOS") == workshop
        assert schedule_workshop.find_workshop(desk, workshop.id[:6]) == workshop
        with pytest.raises(NotFound, match="otro"):
            schedule_workshop.find_workshop(desk, "otro")
