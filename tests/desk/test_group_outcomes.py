"""The numbers of a group, on paper and on the command line."""

from pathlib import Path

from builders.command_line import circle_in
from builders.press import pages_text
from builders.site import desk_in, group_on, workshop_on
from platica.desk import print_workshop, return_sheet
from platica.domain.printing import PrintOrder, What
from platica.domain.returned import Returned

NAMES = ("Ana", "Beto", "Carla", "Diego", "Eva", "Fermín")


def test_the_sheet_shows_counts_and_hides_small_ones(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, *NAMES)
        first, second, _ = desk.records.meetings(workshop.id)
        return_sheet.enter(
            desk, first.id, Returned(marks="1-6", confidence="1=4 2=4 3=5 4=5 5=6", faces=(0, 0, 0, 6, 7))
        )
        return_sheet.enter(desk, second.id, Returned(marks="1-3", rest_absent=True, confidence="1=6 2=6 3=7 4=7 5=9"))
        planned = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.OUTCOMES})))
        (made,) = print_workshop.make(desk, planned, tmp_path / "out")
        page = " ".join(" ".join(pages_text(made.path.read_bytes())).split())
        assert "Sesión 1 6 Sesión 2 menos de 5" in page
        assert "Al principio 4.8 Ahora 7" in page
        assert "Muy bien 7" in page
        assert not any(name in page for name in NAMES)


def test_before_the_first_session_there_is_no_sheet(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, *NAMES)
        assert print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({What.OUTCOMES}))).rows == ()


def test_the_command_line_gives_the_same_numbers(tmp_path: Path) -> None:
    terminal = circle_in(tmp_path, *NAMES)
    terminal("attendance", "mark", "Circle", "1", "--present", "1-6")
    terminal("attendance", "mark", "Circle", "2", "--present", "1-3", "--absent", "4-6")
    found = terminal.json("export", "summary", "Circle")
    assert found["sessions"] == [
        {"number": 1, "on": "2026-11-05", "came": 6},
        {"number": 2, "on": "2026-11-12", "came": None},
    ]
    assert (found["enrolled"], found["attendance"], found["kept_on"]) == (6, None, None)
    assert "fewer than 5" in terminal("export", "summary", "Circle").out
