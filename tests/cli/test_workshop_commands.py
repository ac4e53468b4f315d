from pathlib import Path

import pytest

from builders.command_line import CIRCLE, circle_in, terminal_in

BEGIN = ("workshop", "create", "--curriculum", CIRCLE, "--name", "Circle", "--start", "2026-11-05")


def test_a_workshop_has_a_dated_meeting_for_each_session(tmp_path: Path) -> None:
    ran = terminal_in(tmp_path)(*BEGIN, "--at", "18:00", "--place", "Room B", "--leader", "Rosa", "--leader", "Luz")
    assert ran.code == 0
    assert "Place       Room B\nLeaders     Rosa, Luz\n" in ran.out
    assert "1       Our circle, our rules    Thursday, November 5, 2026   6:00 PM" in ran.out
    assert "3       The plate at my table    Thursday, November 19, 2026  6:00 PM" in ran.out


def test_a_workshop_can_hold_some_sessions_two_weeks_apart(tmp_path: Path) -> None:
    made = terminal_in(tmp_path).json(*BEGIN, "--session", "my-plate", "--session", "our-circle", "--weeks", "2")
    assert [(one["session"], one["on"]) for one in made["sessions"]] == [
        ("my-plate", "2026-11-05"),
        ("our-circle", "2026-11-19"),
    ]


@pytest.mark.parametrize("named", ["Circle", "circle", "CIRC", "id", "beginning of the id"])
def test_a_workshop_is_found_by_name_or_id_or_the_beginning_of_either(tmp_path: Path, named: str) -> None:
    terminal = circle_in(tmp_path)
    workshop_id = terminal.json("workshop", "list")[0]["id"]
    name = {"id": workshop_id, "beginning of the id": workshop_id[:5]}.get(named, named)
    assert terminal.json("workshop", "show", name)["workshop"]["id"] == workshop_id


def test_a_name_two_workshops_share_is_refused(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    assert terminal(*BEGIN).code == 0
    ran = terminal("workshop", "show", "Circle")
    assert (ran.code, ran.err) == (1, "“Circle” fits 2 workshops; use the id.\n")


def test_a_session_moves_to_another_day_and_time(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("workshop", "reschedule", "Circle", "2", "--on", "2026-11-13", "--at", "9:30")
    assert (ran.code, ran.out) == (0, "Session 2 is now at 9:30 AM on Friday, November 13, 2026.\n")
    dates = terminal.json("workshop", "schedule", "Circle")
    assert [(one["on"], one["at"]) for one in dates] == [
        ("2026-11-05", "18:00"),
        ("2026-11-13", "09:30"),
        ("2026-11-19", "18:00"),
    ]


def test_dates_and_times_may_be_typed_as_people_say_them(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("workshop", "reschedule", "Circle", "2", "--on", "13 de noviembre de 2026", "--at", "9:30 p. m.")
    assert (ran.code, ran.out) == (0, "Session 2 is now at 9:30 PM on Friday, November 13, 2026.\n")
    assert terminal(*BEGIN[:-4], "--start", "11/9/2026", "--at", "6 pm", "--name", "Two").code == 0
    assert terminal.json("workshop", "schedule", "Two")[0]["on"] == "2026-11-09"


def test_a_session_with_marks_moves_only_by_force(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, "Ana")
    terminal("attendance", "mark", "Circle", "2", "--absent", "1")
    move = ("workshop", "reschedule", "Circle", "2", "--on", "2026-11-13")
    ran = terminal(*move)
    assert (ran.code, ran.err) == (
        1,
        "Session 2 took place: people are marked at it, and moving it would say that they came on another day."
        " If its date was wrong, --force moves it.\n",
    )
    assert terminal(*move, "--force").code == 0
    assert terminal.json("workshop", "schedule", "Circle")[1]["on"] == "2026-11-13"


def test_a_workshop_is_found_by_the_beginning_of_any_word_of_its_name(tmp_path: Path) -> None:
    terminal = terminal_in(tmp_path)
    for name in ("Círculo del jueves", "Círculo del martes"):
        terminal("workshop", "create", "--curriculum", CIRCLE, "--name", name)
    assert terminal.json("workshop", "show", "Jueves")["workshop"]["name"] == "Círculo del jueves"
    assert terminal("workshop", "show", "del").err == "“del” fits 2 workshops; use the id.\n"
    assert terminal("workshop", "show", "eves").code == 1


def test_the_plan_is_fitted_to_the_minutes_booked(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("workshop", "plan", "Circle", "--session", "my-plate", "--minutes", "75")
    assert "15 minutes too many. To fit, leave out: teaspoon-game" in ran.out
    (fitted,) = terminal.json("workshop", "plan", "Circle", "--session", "my-plate", "--fit")
    assert (fitted["planned"], fitted["over"], [one["id"] for one in fitted["left_out"]]) == (75, 0, ["teaspoon-game"])


def test_activities_are_dropped_moved_given_minutes_and_brought_back(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    terminal("workshop", "plan", "Circle", "--drop", "label-walk", "--drop", "teaspoon-game")
    terminal("workshop", "plan", "Circle", "--move", "celebrate", "1")
    terminal("workshop", "plan", "Circle", "--give", "plate-lab", "25")
    terminal("workshop", "plan", "Circle", "--bring-back", "label-walk")
    (plan,) = terminal.json("workshop", "plan", "Circle", "--session", "my-plate")
    assert [(one["id"], one["minutes"]) for one in plan["activities"]] == [
        ("celebrate", 15),
        ("check-in", 10),
        ("plate-lab", 25),
        ("label-walk", 15),
        ("problem-tree", 15),
    ]


def test_an_activity_of_several_sessions_asks_which(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path)
    ran = terminal("workshop", "plan", "Circle", "--drop", "check-in")
    assert ran.code == 1
    assert ran.err == "“check-in” is in the sessions my-numbers, my-plate; say which with --session.\n"
    assert terminal("workshop", "plan", "Circle", "--drop", "check-in", "--session", "my-plate").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("plan", "Circle", "--drop", "plate-lib"), "No session of this workshop has the activity “plate-lib”."),
        (("plan", "Circle", "--session", "nope"), "This workshop has no session “nope”."),
        (("show", "Nobody"), "There is no workshop called “Nobody”."),
        (("reschedule", "Circle", "4", "--at", "18:00"), "This workshop has no session 4; it has 3."),
        (("create", "--curriculum", CIRCLE, "--name", " "), "The workshop needs a name."),
        (
            ("create", "--curriculum", CIRCLE, "--name", "B", "--session", "nope"),
            f"{CIRCLE} has no session “nope”; it has our-circle, my-numbers, my-plate.",
        ),
        (
            ("create", "--curriculum", CIRCLE, "--name", "B", "--minutes", "601"),
            "601 minutes are not possible; from 1 to 600 are.",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    terminal = circle_in(tmp_path)
    before = terminal.json("workshop", "list"), terminal.json("workshop", "plan", "Circle")
    ran = terminal("workshop", *words)
    assert (ran.code, ran.out, ran.err) == (1, "", f"{sentence}\n")
    assert (terminal.json("workshop", "list"), terminal.json("workshop", "plan", "Circle")) == before
