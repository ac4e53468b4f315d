"""What computers wrote apart is told in sentences and settled by a choice; two and three computers agree on it."""

from datetime import date, time
from pathlib import Path

import pytest

from builders.apart import decide, desks_apart, matters, together
from platica.desk import keep_roster, schedule_workshop, settle, sign_in_sheet, take_attendance, undo
from platica.desk.desk import Desk
from platica.domain.attendance import Mark, Presence, Way
from platica.domain.matter import MatterKind
from platica.domain.scope import Scope, What
from platica.domain.workshop import Workshop
from platica.errors import NotFound, Refused

APART, REMOVED, NUMBER, TWICE = MatterKind.APART, MatterKind.REMOVED, MatterKind.NUMBER, MatterKind.MARKED_TWICE


def first_marks(desk: Desk, workshop: Workshop) -> tuple[Mark, ...]:
    return desk.records.marks(desk.records.meetings(workshop.id)[0].id)


def mark(desk: Desk, workshop: Workshop, numbers: str, presence: Presence, way: Way = Way.IN_PERSON) -> None:
    take_attendance.mark_numbers(desk, desk.records.meetings(workshop.id)[0].id, numbers, presence, way)


def test_nothing_is_to_be_settled_at_first(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Blanca") as (desks, _):
        assert [settle.count(desk) for desk in desks] == [0, 0]
        assert settle.to_settle(desks[0], "es") == ()


def test_a_mark_made_apart_is_one_matter_whatever_of_it_differs(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Blanca") as ((one, two), workshop):
        mark(one, workshop, "1", Presence.LATE)
        mark(two, workshop, "1", Presence.PRESENT, Way.ONLINE)
        together(tmp_path, one, two)
        (matter,) = matters(one, APART)
        assert str(matter.sentence) == (
            "Ana, session 1 of Caminando juntos: computers that did not know of each other wrote different things."
        )
        shown, other = map(str, (choice.sentence for choice in matter.choices))
        assert shown.startswith("online (Rosa’s laptop, ")
        assert other.startswith("late (Office, ")
        assert settle.count(one) == settle.count(two) == 1
        assert str(decide(two, matters(two, APART)[0], "late").sentence) == (
            "Ana, session 1 of Caminando juntos: late."
        )
        together(tmp_path, one, two)
        assert settle.count(one) == settle.count(two) == 0
        (found,) = first_marks(one, workshop)
        assert (found.presence, found.way) == (Presence.LATE, Way.IN_PERSON)


def test_three_computers_that_named_somebody_apart_agree_on_one_name(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", computers_of_it=3) as (desks, workshop):
        for desk, name in zip(desks, ("Ana B.", "Ana Beltrán", "[/]"), strict=True):
            keep_roster.rename(desk, workshop.id, 1, name)
        together(tmp_path, *desks)
        (matter,) = matters(desks[0], APART)
        assert sorted(str(choice.sentence).partition(" (")[0] for choice in matter.choices) == [
            "called Ana B.",
            "called Ana Beltrán",
            "called [/]",
        ]
        decide(desks[1], matters(desks[1], APART)[0], "called Ana Beltrán")
        together(tmp_path, *desks)
        for desk in desks:
            assert keep_roster.roster(desk, workshop.id).entries[0].participant.name == "Ana Beltrán"
            assert settle.count(desk) == 0


def test_a_decision_is_undone_like_any_step(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        keep_roster.rename(one, workshop.id, 1, "Ana B.")
        keep_roster.rename(two, workshop.id, 1, "Anna")
        together(tmp_path, one, two)
        (matter,) = matters(one, APART)
        shown, other = (str(choice.sentence).removeprefix("called ").partition(" (")[0] for choice in matter.choices)
        settle.choose(one, matter, "B")
        assert keep_roster.roster(one, workshop.id).entries[0].participant.name == other
        undone = undo.undo(one, Scope(What.ANYTHING))
        assert keep_roster.roster(one, workshop.id).entries[0].participant.name == shown
        assert str(undone.sentence) == f"{shown} is as before."


def test_what_was_taken_away_and_written_to_comes_back_with_all_of_it(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Blanca") as ((one, two), workshop):
        keep_roster.remove(one, workshop.id, 2)
        keep_roster.rename(two, workshop.id, 2, "Blanca Núñez")
        together(tmp_path, one, two)
        assert [entry.number for entry in keep_roster.roster(one, workshop.id).entries] == [1]
        (matter,) = matters(one, REMOVED)
        assert [(str(choice.sentence), choice.advised) for choice in matter.choices] == [
            ("Bring it back.", True),
            ("Leave it away.", False),
        ]
        decide(one, matter, "Bring")
        together(tmp_path, one, two)
        for desk in (one, two):
            names = [entry.participant.name for entry in keep_roster.roster(desk, workshop.id).active]
            assert names == ["Ana", "Blanca Núñez"]
            assert settle.count(desk) == 0


def test_what_was_taken_away_may_stay_away(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Blanca") as ((one, two), workshop):
        mark(one, workshop, "1", Presence.LATE)
        together(tmp_path, one, two)
        undo.undo(one, Scope(What.ATTENDANCE, workshop.id))
        mark(two, workshop, "1", Presence.ABSENT)
        together(tmp_path, one, two)
        (matter,) = matters(two, REMOVED)
        assert str(matter.sentence).startswith("Ana, session 1 of Caminando juntos: one computer took this away")
        decide(two, matter, "Leave")
        together(tmp_path, one, two)
        assert [first_marks(desk, workshop) for desk in (one, two)] == [(), ()]
        assert settle.count(one) == settle.count(two) == 0


def test_a_number_of_two_people_is_settled_for_the_one_on_paper(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        keep_roster.add(one, workshop.id, "Blanca")
        keep_roster.add(two, workshop.id, "Carlos")
        sign_in_sheet.sheet_for(two, two.records.meetings(workshop.id)[0], two.records.roster(workshop.id))
        together(tmp_path, one, two)
        with pytest.raises(Refused) as refused:
            mark(one, workshop, "2", Presence.PRESENT)
        assert "Blanca" in str(refused.value)
        assert "Carlos" in str(refused.value)
        (matter,) = matters(one, NUMBER)
        assert [(str(choice.sentence), choice.advised) for choice in matter.choices] in (
            [("Blanca keeps number 2; Carlos gets 3.", False), ("Carlos keeps number 2; Blanca gets 3.", True)],
            [("Carlos keeps number 2; Blanca gets 3.", True), ("Blanca keeps number 2; Carlos gets 3.", False)],
        )
        assert [str(detail) for detail in matter.details] == ["Carlos is on a sign-in sheet that was printed."]
        assert str(decide(one, matter, "Blanca").sentence) == (
            "Blanca keeps number 2; Carlos gets 3. Correct the number of Carlos on the sheets that were printed."
        )
        together(tmp_path, one, two)
        for desk in (one, two):
            numbers = {one.participant.name: one.number for one in keep_roster.roster(desk, workshop.id).entries}
            assert numbers == {"Ana": 1, "Blanca": 2, "Carlos": 3}
            assert settle.count(desk) == 0
        mark(one, workshop, "2-3", Presence.PRESENT)


def test_three_people_with_one_number_are_settled_at_once(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", computers_of_it=3) as (desks, workshop):
        for desk, name in zip(desks, ("Blanca", "Carlos", "Eva"), strict=True):
            keep_roster.add(desk, workshop.id, name)
        together(tmp_path, *desks)
        decide(desks[2], matters(desks[2], NUMBER)[0], "Carlos keeps")
        together(tmp_path, *desks)
        numbers = {one.participant.name: one.number for one in keep_roster.roster(desks[0], workshop.id).entries}
        assert (numbers.pop("Ana"), numbers.pop("Carlos"), sorted(numbers.values())) == (1, 2, [3, 4])


def test_a_choice_that_is_none_or_came_too_late_is_refused(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        keep_roster.rename(one, workshop.id, 1, "Ana B.")
        keep_roster.rename(two, workshop.id, 1, "Anna")
        together(tmp_path, one, two)
        (matter,) = matters(one, APART)
        with pytest.raises(NotFound):
            settle.choose(one, matter, "Q")
        decide(one, matter, "called Ana B.")
        with pytest.raises(Refused):
            settle.choose(one, matter, "A")


def test_a_session_moved_apart_is_told_by_where_it_is_and_never_from_nothing(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana") as ((one, two), workshop):
        meeting = one.records.meetings(workshop.id)[2].id
        schedule_workshop.reschedule(one, meeting, date(2026, 11, 27), time(18, 30))
        schedule_workshop.reschedule(two, meeting, date(2027, 1, 8), time(17))
        together(tmp_path, one, two)
        said = [str(choice.sentence) for matter in matters(one, APART) for choice in matter.choices]
        told = sorted(sentence.partition(" (")[0].partition(": ")[2] for sentence in said)
        assert told == ["date Friday, Nov 27", "date January 8, 2027", "time 5:00 PM", "time 6:30 PM"]


def test_matters_are_told_in_spanish(tmp_path: Path) -> None:
    with desks_apart(tmp_path, "Ana", "Blanca") as ((one, two), workshop):
        mark(one, workshop, "1", Presence.LATE)
        mark(two, workshop, "1", Presence.PRESENT)
        together(tmp_path, one, two)
        (matter,) = settle.to_settle(one, "es")
        book = one.book("es")
        assert book.tell(matter.sentence).startswith("Ana, sesión 1 de Caminando juntos: ")
        told = sorted(book.tell(choice.sentence).partition(",")[0] for choice in matter.choices)
        assert told == ["llegó tarde (Office", "presente (Rosa’s laptop"]
