"""A person who was on record twice stands once on every screen, paper and table."""

import csv
from pathlib import Path

from builders.site import desk_in, group_on, workshop_on
from platica.desk import export_attendance, join_people, keep_roster, sign_in_sheet, take_attendance, today
from platica.desk.desk import Desk
from platica.desk.papers import sign_in
from platica.desk.print_job import job_of
from platica.desk.print_workshop import plan
from platica.domain.attendance import Presence, Way
from platica.domain.printing import PrintOrder, What
from platica.domain.workshop import Workshop
from platica.press.views import SignInView

PEOPLE = ("Ana Beltrán", "Anna Beltran", "[/] «{name}»")


def joined_group(folder: Path) -> tuple[Desk, Workshop]:
    """Ana, on record under 1 and 2, was marked under both numbers in the first session and under 2 in the second."""
    desk = desk_in(folder)
    workshop = workshop_on(desk)
    group_on(desk, workshop, *PEOPLE)
    first, second, _ = desk.records.meetings(workshop.id)
    take_attendance.mark_numbers(desk, first.id, "1-3", Presence.PRESENT)
    take_attendance.mark_numbers(desk, second.id, "2", Presence.PRESENT, Way.ONLINE)
    join_people.join(desk, workshop.id, 1, 2)
    return desk, workshop


def test_the_grid_counts_one_head_for_one_person(tmp_path: Path) -> None:
    desk, workshop = joined_group(tmp_path)
    with desk:
        first, second, _ = desk.records.meetings(workshop.id)
        grid = take_attendance.grid(desk, workshop.id)
        assert [row.entry.number for row in grid.rows] == [1, 3]
        assert (grid.counts(first.id).in_room, grid.counts(first.id).unmarked) == (2, 0)
        assert (grid.counts(second.id).online, grid.counts(second.id).unmarked) == (1, 1)
        assert today.look(desk, "es").workshops[0].people == 2
        assert [one.participant.name for one in take_attendance.completers(desk, workshop.id)] == ["Ana Beltrán"]


def test_the_number_on_the_old_paper_still_marks_the_person(tmp_path: Path) -> None:
    desk, workshop = joined_group(tmp_path)
    with desk:
        third = desk.records.meetings(workshop.id)[2]
        marked = take_attendance.mark_typed(desk, third.id, "2t")
        assert [one.participant.name for one in marked.people] == ["Ana Beltrán"]
        assert [one.presence for one in desk.records.marks(third.id)] == [Presence.LATE]
        take_attendance.mark_all_but(desk, third.id, "2")
        presences = {one.participant: one.presence for one in desk.records.marks(third.id)}
        assert sorted(presences.values()) == [Presence.ABSENT, Presence.PRESENT]


def test_the_sign_in_sheet_has_one_line_and_offers_no_number_again(tmp_path: Path) -> None:
    desk, workshop = joined_group(tmp_path)
    with desk:
        order = PrintOrder(workshop.id, frozenset({What.SIGN_IN}), meeting=3)
        (row,) = plan(desk, order).rows
        view = sign_in.view(job_of(desk, order), row)
        assert isinstance(view, SignInView)
        assert [(line.number, line.name) for line in view.lines] == [(1, "Ana Beltrán"), (3, PEOPLE[2])]
        assert view.first_free == 4
        assert keep_roster.add(desk, workshop.id, "Eva").number == 4
        people = sign_in_sheet.sheet_for(
            desk, desk.records.meetings(workshop.id)[2], desk.records.roster(workshop.id)
        ).people
        assert len(people) == 3


def test_a_table_has_one_row_for_the_person_at_each_session(tmp_path: Path) -> None:
    desk, workshop = joined_group(tmp_path)
    with desk:
        export_attendance.write(desk, workshop.id, tmp_path / "a.csv", names=True)
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert sum("Ana Beltrán" in row for row in rows) == 3
    assert not any("Anna Beltran" in row for row in rows)


def test_who_was_joined_is_never_forgotten_as_a_slip(tmp_path: Path) -> None:
    desk, workshop = joined_group(tmp_path)
    with desk:
        group_on(desk, workshop, "Luis", "Luís")
        join_people.join(desk, workshop.id, 4, 5)
        assert keep_roster.remove(desk, workshop.id, 5).forgotten is False
        assert keep_roster.bring_back(desk, workshop.id, 4).number == 4
        assert [one.numbers for one in keep_roster.roster(desk, workshop.id).active] == [(1, 2), (3,), (4, 5)]
