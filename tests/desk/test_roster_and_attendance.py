"""People, their numbers, and their marks."""

from datetime import timedelta
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at, desk_in, group_on, places_in, take_back, workshop_on
from platica.desk import keep_roster, schedule_workshop, take_attendance, today
from platica.desk.open_desk import open_desk
from platica.desk.sign_in_sheet import sheet_for
from platica.domain.attendance import Presence
from platica.domain.scope import What
from platica.domain.workshop import WorkshopForm
from platica.errors import Refused


def test_a_pasted_list_passes_over_empty_lines_and_people_already_there(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        keep_roster.add(desk, workshop.id, "José Ávila")
        added = keep_roster.add_names(desk, workshop.id, ["", "1. Ana ", "2. JOSE AVILA", "  ", "- [/]", "ana"])
    assert [entry.participant.name for entry in added.people] == ["Ana", "[/]"]
    assert added.already == ("JOSE AVILA", "ana")


def test_one_bad_name_in_a_pasted_list_enrols_nobody(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        with pytest.raises(Refused):
            keep_roster.add_names(desk, workshop.id, ["Ana", "x" * 200])
        assert keep_roster.roster(desk, workshop.id).entries == ()


@pytest.mark.parametrize("on_paper", [False, True])
def test_the_number_of_a_person_with_a_mark_or_on_a_printed_sheet_stays_theirs(tmp_path: Path, on_paper: bool) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Eva")
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 1)
        if on_paper:
            sheet_for(desk, meeting, keep_roster.roster(desk, workshop.id))
        else:
            take_attendance.mark_typed(desk, meeting.id, "2a")
        assert not keep_roster.remove(desk, workshop.id, 2).forgotten
        keep_roster.add(desk, workshop.id, "Luz")
        everyone = keep_roster.roster(desk, workshop.id)
    assert [(e.number, e.participant.name, e.active) for e in everyone.entries] == [
        (1, "Ana", True),
        (2, "Eva", False),
        (3, "Luz", True),
    ]


def test_nothing_is_kept_of_a_person_added_by_mistake_and_they_can_be_given_back(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Eva")
        removed = keep_roster.remove(desk, workshop.id, 2)
        assert removed.forgotten
        assert [one.name for one in desk.records.participants()] == ["Ana"]
        take_back(desk, workshop, What.PEOPLE)
        assert [one.participant.name for one in keep_roster.roster(desk, workshop.id).active] == ["Ana", "Eva"]


def test_marks_are_there_after_the_site_is_opened_again(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop)
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 3)
        take_attendance.mark_typed(desk, meeting.id, "1-4")
        take_attendance.mark_typed(desk, meeting.id, "[/]")
        take_attendance.mark_typed(desk, meeting.id, "4t")
    with open_desk(places_in(tmp_path), now=clock_at(THURSDAY)) as again:
        rows = take_attendance.grid(again, workshop.id).rows
    assert [mark.presence if (mark := row.marks[2]) else None for row in rows] == [
        Presence.PRESENT,
        Presence.PRESENT,
        Presence.PRESENT,
        Presence.LATE,
        None,
        Presence.PRESENT,
    ]


def test_all_but_marks_the_others_absent_in_one_step_and_undo_takes_all_of_it_back(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop)
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 1)
        take_attendance.mark_all_but(desk, meeting.id, "2,5")
        counts = take_attendance.grid(desk, workshop.id).counts(meeting.id)
        assert (counts.in_room, counts.absent, counts.unmarked) == (4, 2, 0)
        take_back(desk, workshop)
        assert take_attendance.grid(desk, workshop.id).counts(meeting.id).unmarked == 6


def test_undo_restores_the_mark_that_was_replaced(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 1)
        take_attendance.mark_typed(desk, meeting.id, "1t")
        take_attendance.mark_typed(desk, meeting.id, "1a")
        undone = take_back(desk, workshop)
        (mark,) = desk.records.marks(meeting.id)
    assert mark.presence is Presence.LATE
    assert str(undone.sentence) == "Taken back: Ana is marked “late” again, no longer “absent”."


def test_undo_says_who_is_no_longer_marked(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Refugio")
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 1)
        take_attendance.mark_typed(desk, meeting.id, "2t")
        assert str(take_back(desk, workshop).sentence) == ("Taken back: Refugio is no longer marked “late”.")
        take_attendance.mark_typed(desk, meeting.id, "1,2o")
        assert str(take_back(desk, workshop).sentence) == ("Taken back: the marks of 2 people: 1 Ana, 2 Refugio.")


def test_parts_of_a_line_with_their_own_status_are_one_marking(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop)
        meeting = schedule_workshop.find_meeting(desk, workshop.id, 1)
        marked = take_attendance.mark_typed(desk, meeting.id, "1-3j,4a")
        counts = take_attendance.grid(desk, workshop.id).counts(meeting.id)
        assert ([one.number for one in marked.people], counts.excused, counts.absent) == ([1, 2, 3, 4], 3, 1)
        take_back(desk, workshop)
        assert take_attendance.grid(desk, workshop.id).counts(meeting.id).unmarked == 6


def test_with_nothing_marked_there_is_nothing_to_undo(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana")
        with pytest.raises(Refused, match="nothing to undo"):
            take_back(desk, workshop)


def test_an_event_counts_heads_and_keeps_no_names(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk, form=WorkshopForm.EVENT)
        (meeting,) = schedule_workshop.meetings(desk, workshop.id)
        assert take_attendance.count_heads(desk, meeting.id, 42).heads == 42
        with pytest.raises(Refused, match="keeps no names"):
            keep_roster.add(desk, workshop.id, "Ana")


def test_today_shows_the_next_meeting_and_who_to_call(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        group_on(desk, workshop, "Ana", "Eva")
        for meeting in schedule_workshop.meetings(desk, workshop.id)[:2]:
            take_attendance.mark_all_but(desk, meeting.id, "2")
        seen = today.look(desk, "es")
    assert seen.next is not None
    assert (seen.next.meeting.number, seen.next.of, seen.next.people) == (3, 3, 2)
    assert seen.next.title == "El plato de mi mesa"
    assert [call.entry.participant.name for call in seen.to_call] == ["Eva"]
    assert seen.workshops[0].held == (True, True, False)


def test_after_the_last_meeting_today_has_no_next(tmp_path: Path) -> None:
    with desk_in(tmp_path, now=THURSDAY + timedelta(days=30)) as desk:
        workshop_on(desk)
        assert today.look(desk, "es").next is None
