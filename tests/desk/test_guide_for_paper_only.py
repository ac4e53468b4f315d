"""The guide of a meeting says what is true of this group: its times, its languages, the session before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders.site import desk_in, workshop_on
from platica.desk.desk import Desk
from platica.desk.papers import guide
from platica.desk.print_job import PrintJob, job_of
from platica.domain.printing import PrintOrder, What
from platica.domain.workshop import PlannedSession
from platica.press.views import GuideView


def guides(desk: Desk, meeting: int, language: str = "es") -> tuple[PrintJob, GuideView]:
    """The guide to one meeting of a new group."""
    workshop = next(iter(desk.records.workshops()), None) or workshop_on(desk)
    job = job_of(desk, PrintOrder(workshop.id, frozenset({What.GUIDE}), meeting=meeting, languages=(language,)))
    (row,) = guide.rows(job)
    return job, guide.view(job, row)


def test_a_short_meeting_is_what_its_authors_chose_on_the_clock_of_the_meeting(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        _, view = guides(desk, 2)
    assert view.on == date(2026, 11, 12)
    assert [(f"{slot.wall:%H:%M}", slot.activity.id) for slot in view.short_slots] == [
        ("18:00", "check-in"), ("18:05", "number-line"), ("18:20", "low-sugar-steps"), ("18:30", "teach-back"),
        ("18:40", "my-question"),
    ]  # fmt: skip
    assert sum(activity.minutes for activity in view.short) == 45


def test_every_session_of_the_circle_has_a_short_one_in_both_languages(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        views = [guides(desk, meeting, language)[1] for meeting in (1, 2, 3) for language in ("es", "en")]
    assert all(0 < sum(activity.minutes for activity in view.short) <= 45 for view in views)
    assert all(view.session.questions and view.session.red_flags and view.session.interpreter for view in views)


def test_what_the_group_left_out_is_not_in_its_short_meeting(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        planned = workshop.plan.sessions[1]
        kept = tuple(one for one in planned.activities if one.id != "number-line")
        sessions = (workshop.plan.sessions[0], PlannedSession(planned.session, kept), workshop.plan.sessions[2])
        desk.records.save(replace(workshop, plan=replace(workshop.plan, sessions=sessions)))
        _, view = guides(desk, 2)
    assert "number-line" not in {activity.id for activity in view.short}
    assert view.short


def test_the_session_before_and_its_sheet_are_named_for_those_who_missed_it(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        first, second = guides(desk, 1)[1], guides(desk, 2)[1]
    assert first.missed is None
    assert second.missed is not None
    assert second.missed.sheet is not None
    assert second.missed.title.plain == "Nuestro círculo, nuestros acuerdos"
    assert second.missed.sheet.plain.startswith("Si faltó a la sesión")


def test_an_interpreter_s_words_stand_in_both_languages_of_the_group(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        _, view = guides(desk, 2)
    words = {term.word.plain: term.other.plain if term.other else None for term in view.terms}
    assert words["azúcar en la sangre"] == "blood sugar"


def test_a_group_of_one_language_has_lines_for_the_other(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        desk.records.save(replace(workshop, languages=("es",)))
        _, view = guides(desk, 2)
    assert view.terms
    assert all(term.other is None for term in view.terms)


def test_the_emergency_number_is_that_of_the_site(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        _, view = guides(desk, 1)
    assert view.emergency_number == "911"
    assert view.interpreter is None
