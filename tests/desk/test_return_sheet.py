"""A session that was held on paper alone is entered at once, whole or not at all."""

from pathlib import Path

import pytest

from builders.press import pages_text
from builders.site import desk_in, group_on, take_back, workshop_on
from platica.desk import join_people, print_workshop, question_box, record_history, return_sheet, sign_in_sheet
from platica.desk.desk import Desk
from platica.desk.tell_steps import tell
from platica.domain.attendance import Presence
from platica.domain.printing import PrintOrder
from platica.domain.printing import What as PrintWhat
from platica.domain.returned import Returned
from platica.domain.sheet import new_code
from platica.domain.workshop import Meeting, Workshop, WorkshopForm
from platica.errors import NotFound, Refused

SHEET = Returned(
    heads=5,
    marks="1-2, 4t",
    rest_absent=True,
    newcomers=("Graciela",),
    faces=(0, 0, 1, 1, 3),
    confidence="1=4 7=9",
    questions=("¿La canela cura el azúcar?",),
    worked="La lotería de alimentos.",
    change="Empezar a tiempo.",
)


def group_in(folder: Path) -> tuple[Desk, Workshop, Meeting]:
    desk = desk_in(folder)
    workshop = workshop_on(desk)
    group_on(desk, workshop)
    return desk, workshop, desk.records.meetings(workshop.id)[0]


def presences(desk: Desk, workshop: Workshop, meeting: Meeting) -> dict[int, Presence]:
    numbers = {entry.participant.id: entry.number for entry in desk.records.roster(workshop.id).entries}
    return {numbers[one.participant]: one.presence for one in desk.records.marks(meeting.id)}


def test_everything_of_a_sheet_is_saved(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        entered = return_sheet.enter(desk, meeting.id, SHEET)
        assert (entered.marked, entered.questions, entered.heads, entered.came) == (7, 1, 5, 4)
        here, late, absent = Presence.PRESENT, Presence.LATE, Presence.ABSENT
        assert presences(desk, workshop, meeting) == {
            1: here,
            2: here,
            3: absent,
            4: late,
            5: absent,
            6: absent,
            7: here,
        }
        assert desk.records.roster(workshop.id).entries[-1].participant.name == "Graciela"
        assert desk.records.meeting(meeting.id).faces == (0, 0, 1, 1, 3)
        assert sorted(one.confidence or 0 for one in desk.records.measures(workshop.id)) == [4, 9]
        assert [one.text for one in question_box.waiting(desk, workshop.id)] == ["¿La canela cura el azúcar?"]
        (note,) = desk.records.notes(meeting.id)
        assert (note.worked, note.change) == ("La lotería de alimentos.", "Empezar a tiempo.")


def test_one_step_takes_it_back_but_for_the_questions(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        return_sheet.enter(desk, meeting.id, SHEET)
        take_back(desk, workshop)
        assert presences(desk, workshop, meeting) == {}
        assert desk.records.meeting(meeting.id) == meeting
        assert desk.records.measures(workshop.id) == ()
        assert desk.records.notes(meeting.id) == ()
        assert len(desk.records.roster(workshop.id).active) == 6
        assert len(question_box.waiting(desk, workshop.id)) == 1


def test_a_note_alone_is_taken_back_as_well(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        return_sheet.note(desk, meeting.id, " Hablar  despacio. ", "")
        assert desk.records.notes(meeting.id)[0].worked == "Hablar despacio."
        assert "A practice note was written" in desk.book("en").tell(take_back(desk, workshop).sentence)
        assert desk.records.notes(meeting.id) == ()


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (Returned(), "Nothing was typed"),
        (Returned(heads=3, marks="1-99"), "not on this roster"),
        (Returned(heads=3, confidence="44=5"), "not on this roster"),
        (Returned(heads=3, questions=("",)), "Write the question"),
        (Returned(heads=3, worked="a" * 601), "600 fit"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_saved(tmp_path: Path, sheet: Returned, said: str) -> None:
    desk, _, meeting = group_in(tmp_path)
    with desk:
        with pytest.raises(Refused, match=said):
            return_sheet.enter(desk, meeting.id, sheet)
        assert desk.records.meeting(meeting.id) == meeting
        assert desk.records.marks(meeting.id) == ()


def test_an_event_is_counted_and_names_nobody(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk, form=WorkshopForm.EVENT)
        meeting = desk.records.meetings(workshop.id)[0]
        entered = return_sheet.enter(desk, meeting.id, Returned(heads=40, faces=(0, 0, 0, 9, 20)))
        assert (entered.marked, entered.heads) == (0, 40)
        with pytest.raises(Refused, match="counted, not named"):
            return_sheet.enter(desk, meeting.id, Returned(newcomers=("Ana",)))


def test_the_code_of_a_sheet_leads_to_its_meeting(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        code = sign_in_sheet.sheet_for(desk, meeting, desk.records.roster(workshop.id)).code
        assert return_sheet.meeting_of(desk, f" {code.lower().replace('-', ' ')} ").id == meeting.id
        other = code[:-1] + ("A" if code[-1] != "A" else "B")
        with pytest.raises(Refused, match="not a code of a sheet"):
            return_sheet.meeting_of(desk, other)
        with pytest.raises(NotFound):
            return_sheet.meeting_of(desk, new_code(1, "AAA"))


def test_answers_of_somebody_recorded_twice_count_once(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        return_sheet.enter(desk, meeting.id, Returned(confidence="1=4 2=6"))
        join_people.join(desk, workshop.id, 1, 2)
        assert [one.confidence for one in desk.records.measures(workshop.id)] == [4]


def test_the_history_tells_what_came_back(tmp_path: Path) -> None:
    desk, workshop, meeting = group_in(tmp_path)
    with desk:
        return_sheet.enter(desk, meeting.id, Returned(faces=(0, 0, 1, 1, 3), confidence="1=4", worked="Todo"))
        return_sheet.enter(desk, meeting.id, Returned(faces=(0, 0, 0, 2, 3), confidence="1=7"))
        one = desk.records.roster(workshop.id).entries[0].participant.id
        steps = (*record_history.of_workshop(desk, workshop.id), *record_history.of_mark(desk, meeting.id, one))
        told = [desk.book("en").tell(step.sentence) for step in tell(desk, steps, "en")]
        assert any("A practice note was written" in sentence for sentence in told)
        assert any("feedback, from very bad to very good 0 0 1 1 3 → 0 0 0 2 3" in sentence for sentence in told)
        assert any("confidence 4 → 7, session 1 of Caminando juntos" in sentence for sentence in told)


def test_the_paper_bears_the_code_and_the_numbers_and_no_name_nor_illness(tmp_path: Path) -> None:
    desk, workshop, _ = group_in(tmp_path)
    with desk:
        planned = print_workshop.plan(desk, PrintOrder(workshop.id, frozenset({PrintWhat.RETURN}), meeting=2))
        (made,) = print_workshop.make(desk, planned, tmp_path / "out")
        (page,) = pages_text(made.path.read_bytes())
        meeting = desk.records.meetings(workshop.id)[1]
        assert desk.records.sheets(meeting.id)[0].code in page
        assert all(str(number) in page.split() for number in range(1, 12))
        assert not any(name in page for name in ("Tomás", "Elena", "Úrsula"))
        assert "diabetes" not in (page + made.path.name).casefold()
