from pathlib import Path
from typing import Any

import pytest

from builders.command_line import Terminal, circle_in


def marks(terminal: Terminal) -> dict[int, list[tuple[Any, ...]]]:
    people = terminal.json("attendance", "show", "Circle")["people"]
    return {one["number"]: [tuple(mark.values()) for mark in one["marks"]] for one in people}


def group_in(folder: Path) -> Terminal:
    return circle_in(folder, "Ana", "Blanca", "Carlos", "Dolores", "Efraín")


def test_everybody_is_marked_in_one_call(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    done = terminal.json("attendance", "mark", "Circle", "1", "--present", "1-2", "--late", "3", "--online", "5")
    assert done["marked"] == [1, 2, 3, 5]
    assert done["counts"] == {"in_room": 3, "online": 1, "make_up": 0, "excused": 0, "absent": 0, "unmarked": 1}
    assert marks(terminal) == {
        1: [(1, "present", "in-person")],
        2: [(1, "present", "in-person")],
        3: [(1, "late", "in-person")],
        4: [],
        5: [(1, "present", "online")],
    }


def test_saved_is_said_with_the_time(tmp_path: Path) -> None:
    ran = group_in(tmp_path)("attendance", "mark", "Circle", "1", "--excused", "4", "--make-up", "1")
    saved, counts = ran.out.splitlines()
    assert saved.startswith("Saved at ")
    assert saved.endswith(": 2 people marked.")
    assert counts == "In the room: 0. Online: 0. Make-up: 1. Excused: 1. Absent: 0. Without a mark: 3."


def test_all_but_marks_the_others_absent_and_the_rest_can_be_marked_absent(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("attendance", "mark", "Circle", "1", "--all-but", "4,5")
    terminal("attendance", "mark", "Circle", "2", "--present", "1")
    terminal("attendance", "mark", "Circle", "2", "--rest-absent")
    assert {number: [mark[1] for mark in found] for number, found in marks(terminal).items()} == {
        1: ["present", "present"],
        2: ["present", "absent"],
        3: ["present", "absent"],
        4: ["absent", "absent"],
        5: ["absent", "absent"],
    }


def test_the_grid_has_a_column_for_each_session_or_for_one(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("attendance", "mark", "Circle", "2", "--late", "1", "--online", "2")
    whole = terminal("attendance", "show", "Circle").out.splitlines()
    assert whole[0] == "Number  Name     Session 1  Session 2  Session 3"
    assert whole[1] == "1       Ana      –          late       –"
    one = terminal("attendance", "show", "Circle", "--meeting", "2").out.splitlines()
    assert one[:3] == ["Number  Name     Session 2", "1       Ana      late", "2       Blanca   online"]


def test_undo_takes_the_whole_marking_back(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("attendance", "mark", "Circle", "1", "--present", "1")
    terminal("attendance", "mark", "Circle", "1", "--late", "1", "--absent", "2-5")
    said, saved = terminal("attendance", "undo", "Circle").out.splitlines()
    assert said == "Taken back: the marks of 5 people: 1, 2, 3, 4, 5."
    assert saved.startswith("Saved at ")
    assert marks(terminal) == {1: [(1, "present", "in-person")], 2: [], 3: [], 4: [], 5: []}
    assert terminal.json("attendance", "undo", "Circle")["people"] == [
        {
            "number": 1,
            "name": "Ana",
            "session": 1,
            "was": {"presence": "present", "way": "in-person"},
            "now": {"presence": None, "way": None},
        }
    ]
    ran = terminal("attendance", "undo", "Circle")
    assert (ran.code, ran.err) == (1, "There is nothing to undo.\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("1", "--present", "1-2", "--late", "9"), "Number 9 is not on this roster."),
        (("1", "--present", "1-2", "--late", "2"), "Number 2 is named twice."),
        (("1", "--present", "1-2", "--absent", "x"), "“x” is not a number or a range such as 1-9."),
        (("1", "--present", ","), "Nobody was named."),
        (("1", "--present", "1-99"), "“6–99” is not on this roster; the highest number is 5."),
        (("9", "--present", "1"), "This workshop has no session 9; it has 3."),
    ],
)
def test_a_marking_is_saved_whole_or_not_at_all(tmp_path: Path, words: tuple[str, ...], sentence: str) -> None:
    terminal = group_in(tmp_path)
    ran = terminal("attendance", "mark", "Circle", *words)
    assert (ran.code, ran.out, ran.err) == (1, "", f"{sentence}\n")
    assert not any(marks(terminal).values())


def test_an_event_is_counted_by_heads(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, form="event")
    assert terminal("attendance", "heads", "Circle", "1", "31").out == "31 people came to session 1.\n"
    assert terminal.json("workshop", "schedule", "Circle")[0]["heads"] == 31
    ran = terminal("attendance", "mark", "Circle", "1", "--present", "1")
    assert (ran.code, ran.err) == (1, "An event counts heads; it keeps no names.\n")


def test_heads_are_not_counted_where_people_are_marked(tmp_path: Path) -> None:
    ran = group_in(tmp_path)("attendance", "heads", "Circle", "1", "31")
    assert (ran.code, ran.err) == (1, "Heads are counted at events only; this workshop marks people.\n")


def test_with_everybody_marked_there_is_no_rest(tmp_path: Path) -> None:
    terminal = group_in(tmp_path)
    terminal("attendance", "mark", "Circle", "1", "--present", "1-5")
    ran = terminal("attendance", "mark", "Circle", "1", "--rest-absent")
    assert (ran.code, ran.err) == (1, "Everybody is marked already.\n")
