"""Taking back on the command line what was done there or on the screens."""

from pathlib import Path

from builders.command_line import Terminal, circle_in


def group_in(folder: Path) -> Terminal:
    terminal = circle_in(folder)
    terminal("roster", "add", "Circle", "Luz", "Zoe")
    return terminal


def said(terminal: Terminal, *words: str) -> str:
    """The first line of what an undoing says."""
    ran = terminal("undo", "Circle", *words)
    return (ran.err if ran.code else ran.out).splitlines()[0]


def test_one_step_after_another_is_taken_back_whatever_it_was(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("attendance", "mark", "Circle", "1", "--present", "1")
    terminal("roster", "rename", "Circle", "1", "Anita")
    terminal("workshop", "reschedule", "Circle", "2", "--at", "19:00")
    assert said(terminal) == "Session 2 is on its old day again."
    assert said(terminal).endswith(" is as before.")
    assert "no longer marked “present”" in said(terminal)
    assert said(terminal) == "The list is off the roster again."


def test_only_what_is_named_is_taken_back(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("workshop", "plan", "Circle", "--minutes", "70")
    terminal("attendance", "mark", "Circle", "1", "--present", "1")
    assert said(terminal, "--what", "plan").endswith("minutes are booked again.")
    assert said(terminal, "--what", "plan") == "There is nothing to undo."
    assert "no longer marked" in said(terminal, "--what", "attendance")


def test_a_plan_fitted_in_all_sessions_is_one_step(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("workshop", "plan", "Circle", "--minutes", "70")
    before = terminal.json("workshop", "plan", "Circle")
    assert terminal.json("workshop", "plan", "Circle", "--fit") != before
    assert said(terminal) == "The plan is as before."
    assert terminal.json("workshop", "plan", "Circle") == before


def test_it_is_said_in_spanish(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    ran = terminal("undo", "Circle", "--language", "es")
    assert ran.out.splitlines()[0] == "La lista ya no está en el grupo, como antes."


def test_an_unknown_part_is_refused_with_what_there_is(tmp_path: Path) -> None:
    ran = group_in(tmp_path)("undo", "Circle", "--what", "marks")
    assert (ran.code, ran.out) == (2, "")
    assert "attendance, people, plan, workshop" in ran.err
