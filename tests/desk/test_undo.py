"""Whatever was done can be taken back, also after the program was closed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest

from builders.site import CIRCLE, desk_in, group_on, take_back, workshop_on
from builders.undoing import again, everything, prepared, session
from platica.desk import build_workshop, keep_roster, schedule_workshop, take_attendance, undo
from platica.desk.build_workshop import NewWorkshop
from platica.desk.desk import Desk
from platica.desk.import_roster import import_file
from platica.domain.participant import ReadingStyle, Reads
from platica.domain.scope import Scope, What
from platica.domain.workshop import PlannedSession, Workshop, WorkshopForm
from platica.errors import Refused

LARGE = Reads("es", ReadingStyle.LARGE)


@dataclass(frozen=True)
class Action:
    """Something a leader does, where it is taken back, and what is said then."""

    does: Callable[[Desk, Workshop], object]
    what: What
    said: str


def first_session(workshop: Workshop) -> PlannedSession:
    return workshop.plan.sessions[0]


def import_two(desk: Desk, workshop: Workshop) -> None:
    file = desk.site.folder.parent / "people.csv"
    file.write_text("name\nIris\nJuan\n", encoding="utf-8")
    assert len(import_file(desk, workshop.id, file).people) == 2


def drop_first(desk: Desk, workshop: Workshop) -> None:
    planned = first_session(workshop)
    build_workshop.drop(desk, workshop.id, planned.session, planned.activities[0].id)


def move_first(desk: Desk, workshop: Workshop) -> None:
    planned = first_session(workshop)
    build_workshop.move(desk, workshop.id, planned.session, planned.activities[0].id, 3)


def give_first(desk: Desk, workshop: Workshop) -> None:
    planned = first_session(workshop)
    build_workshop.give_minutes(desk, workshop.id, planned.session, planned.activities[0].id, 3)


def fit_all(desk: Desk, workshop: Workshop) -> None:
    sessions = [planned.session for planned in workshop.plan.sessions]
    assert len(build_workshop.fit_to_time(desk, workshop.id, *sessions)) > 1


ACTIONS = {
    "a mark": Action(
        lambda desk, workshop: take_attendance.mark_typed(desk, session(desk, workshop), "1t"),
        What.ATTENDANCE,
        "Taken back: Ana is no longer marked “late”.",
    ),
    "a mark over a mark": Action(
        lambda desk, workshop: take_attendance.mark_typed(desk, session(desk, workshop, 1), "1a"),
        What.ATTENDANCE,
        "Taken back: Ana is marked “present” again, no longer “absent”.",
    ),
    "several ways at once": Action(
        lambda desk, workshop: take_attendance.mark_typed(desk, session(desk, workshop), "1-2j,3a"),
        What.ATTENDANCE,
        "Taken back: the marks of 3 people: 1 Ana, 2 Beto, 3 Caro.",
    ),
    "all but one": Action(
        lambda desk, workshop: take_attendance.mark_all_but(desk, session(desk, workshop, 1), "2"),
        What.ATTENDANCE,
        "Taken back: the marks of 2 people: 2 Beto, 3 Caro.",
    ),
    "the rest absent": Action(
        lambda desk, workshop: take_attendance.mark_rest_absent(desk, session(desk, workshop, 1)),
        What.ATTENDANCE,
        "Taken back: the marks of 2 people: 2 Beto, 3 Caro.",
    ),
    "a person who walked in": Action(
        lambda desk, workshop: take_attendance.mark_new(desk, session(desk, workshop), "Rosa"),
        What.ATTENDANCE,
        "Rosa is off the roster again.",
    ),
    "the same, from the roster": Action(
        lambda desk, workshop: take_attendance.mark_new(desk, session(desk, workshop), "Rosa"),
        What.PEOPLE,
        "Rosa is off the roster again.",
    ),
    "a person": Action(
        lambda desk, workshop: keep_roster.add(desk, workshop.id, "Rosa", LARGE, "555"),
        What.PEOPLE,
        "Rosa is off the roster again.",
    ),
    "a pasted list": Action(
        lambda desk, workshop: keep_roster.add_names(desk, workshop.id, ["Iris", "Juan"]),
        What.PEOPLE,
        "The list is off the roster again.",
    ),
    "people named one by one": Action(
        lambda desk, workshop: keep_roster.add_each(desk, workshop.id, ["Ana", "Ana"]),
        What.PEOPLE,
        "The list is off the roster again.",
    ),
    "a list from a file": Action(import_two, What.PEOPLE, "The list is off the roster again."),
    "a name put right": Action(
        lambda desk, workshop: keep_roster.rename(desk, workshop.id, 2, "Norberto"),
        What.PEOPLE,
        "Beto is as before.",
    ),
    "a telephone": Action(
        lambda desk, workshop: keep_roster.set_contact(desk, workshop.id, 2, "555"), What.PEOPLE, "Beto is as before."
    ),
    "a person put right": Action(
        lambda desk, workshop: keep_roster.correct(desk, workshop.id, 2, "Norberto", LARGE, "555"),
        What.PEOPLE,
        "Beto is as before.",
    ),
    "a person who left": Action(
        lambda desk, workshop: keep_roster.remove(desk, workshop.id, 1),
        What.PEOPLE,
        "Ana is on the roster again.",
    ),
    "a person of whom nothing was kept": Action(
        lambda desk, workshop: keep_roster.remove(desk, workshop.id, 2),
        What.PEOPLE,
        "Beto is on the roster again.",
    ),
    "a person who came back": Action(
        lambda desk, workshop: keep_roster.bring_back(desk, workshop.id, 4),
        What.PEOPLE,
        "Delia is off the roster again.",
    ),
    "an activity left out": Action(drop_first, What.PLAN, "The plan is as before."),
    "an activity moved": Action(move_first, What.PLAN, "The plan is as before."),
    "an activity's minutes": Action(give_first, What.PLAN, "The plan is as before."),
    "everything fitted to the time": Action(fit_all, What.PLAN, "The plan is as before."),
    "minutes booked": Action(
        lambda desk, workshop: build_workshop.book_minutes(desk, workshop.id, 60),
        What.PLAN,
        "80 minutes are booked again.",
    ),
    "the same, from the workshop": Action(
        lambda desk, workshop: build_workshop.book_minutes(desk, workshop.id, 60),
        What.WORKSHOP,
        "80 minutes are booked again.",
    ),
    "a workshop described anew": Action(
        lambda desk, workshop: build_workshop.describe(
            desk, workshop.id, name="Grupo azul", place="", languages=("en",), leaders=("Luz", "Mar")
        ),
        What.WORKSHOP,
        "Caminando juntos is as before.",
    ),
    "a session on another day": Action(
        lambda desk, workshop: schedule_workshop.reschedule(
            desk, session(desk, workshop), date(2026, 11, 13), time(9, 30)
        ),
        What.WORKSHOP,
        "Session 2 is on its old day again.",
    ),
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_what_was_done_is_taken_back_whole_after_opening_again(tmp_path: Path, action: Action) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        before = everything(desk)
        action.does(desk, workshop)
        assert everything(desk) != before
    with again(tmp_path) as desk:
        undone = take_back(desk, workshop, action.what)
        assert everything(desk) == before
        assert str(undone.sentence) == action.said


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_undoing_again_goes_one_step_further_back(tmp_path: Path, action: Action) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        older = undo.last(desk, Scope(action.what, workshop.id))
        action.does(desk, workshop)
        take_back(desk, workshop, action.what)
        assert undo.last(desk, Scope(action.what, workshop.id)) == older


def test_all_that_was_done_can_be_taken_back_step_by_step(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    anything = Scope(What.ANYTHING, workshop.id)
    with again(tmp_path) as desk:
        before = everything(desk)
        take_attendance.mark_typed(desk, session(desk, workshop), "2-3")
        keep_roster.correct(desk, workshop.id, 2, "Norberto", LARGE, "555")
        drop_first(desk, workshop)
        take_attendance.mark_new(desk, session(desk, workshop), "Rosa")
        keep_roster.remove(desk, workshop.id, 5)
    with again(tmp_path) as desk:
        for _ in range(5):
            undo.undo(desk, anything)
        assert everything(desk) == before


def test_the_making_of_a_workshop_is_taken_back_with_its_sessions(tmp_path: Path) -> None:
    prepared(tmp_path)
    with again(tmp_path) as desk:
        before = everything(desk)
        workshop = workshop_on(desk)
    with again(tmp_path) as desk:
        undone = take_back(desk, workshop, What.WORKSHOP)
        assert everything(desk) == before
        assert undone.workshop_gone
        assert str(undone.sentence) == "The workshop Caminando juntos is not there any more."


def test_a_count_of_heads_is_taken_back_to_the_one_before_and_then_to_none(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        event = workshop_on(desk, form=WorkshopForm.EVENT)
        for heads in (40, 47):
            take_attendance.count_heads(desk, session(desk, event, 1), heads)
    with again(tmp_path) as desk:
        assert str(take_back(desk, event).sentence) == "40 people, as before."
        assert desk.records.meeting(session(desk, event, 1)).heads == 40
        assert str(take_back(desk, event).sentence) == "The count is taken back."
        assert desk.records.meeting(session(desk, event, 1)).heads is None
        with pytest.raises(Refused, match="nothing to undo"):
            take_back(desk, event)


def test_each_place_takes_back_only_what_belongs_to_it(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        other = build_workshop.create(
            desk, NewWorkshop(CIRCLE, "Otro", ("es",), date(2026, 11, 5), time(18), leaders=())
        )
        group_on(desk, other, "Zoe")
        take_attendance.mark_typed(desk, session(desk, workshop), "2")
        keep_roster.rename(desk, workshop.id, 3, "Carolina")
        build_workshop.describe(desk, workshop.id, place="Patio")
        drop_first(desk, workshop)
        said = [str(take_back(desk, workshop, what).sentence) for what in (What.ATTENDANCE, What.PEOPLE, What.WORKSHOP)]
        said.append(str(take_back(desk, workshop, What.WORKSHOP).sentence))
        assert said == [
            "Taken back: Beto is no longer marked “present”.",
            "Caro is as before.",
            "The plan is as before.",
            "Caminando juntos is as before.",
        ]
        assert str(take_back(desk, other, What.PEOPLE).sentence) == "Zoe is off the roster again."


def test_what_was_done_is_told_before_it_is_taken_back(tmp_path: Path) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        take_attendance.mark_typed(desk, session(desk, workshop), "1-3t")
        step = undo.last(desk, Scope(What.ATTENDANCE, workshop.id))
        assert step is not None
        assert not undo.asks_first(step)
        assert desk.book("es").tell(undo.what(desk, step, "es")) == (
            "Ana: llegó tarde, sesión 2 de Caminando juntos, y 2 cambios más"
        )


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("a person who walked in", "Rosa ya no está en el grupo, como antes."),
        ("a pasted list", "La lista ya no está en el grupo, como antes."),
        ("minutes booked", "Otra vez hay 80 minutos reservados."),
        ("a session on another day", "La sesión 2 está otra vez en su día."),
        ("several ways at once", "Se deshicieron las marcas de 3 personas: 1 Ana, 2 Beto, 3 Caro."),
    ],
)
def test_it_is_said_in_spanish(tmp_path: Path, action: str, said: str) -> None:
    workshop = prepared(tmp_path)
    with again(tmp_path) as desk:
        ACTIONS[action].does(desk, workshop)
        undone = undo.undo(desk, Scope(ACTIONS[action].what, workshop.id), "es")
        assert desk.book("es").tell(undone.sentence) == said
