"""The question box at the desk."""

from pathlib import Path

import pytest

from builders.site import desk_in, group_on, workshop_on
from platica.desk import leaders, question_box, today
from platica.domain.ids import WorkshopId
from platica.errors import NotFound, Refused


def test_a_question_is_one_clean_line_with_the_day_and_nobodys_hand(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        rosa = leaders.add(desk, "Rosa Medina")
        leaders.at_the_keyboard(desk, rosa.id)
        question = question_box.add(desk, workshop.id, "  ¿Puedo\tcomer\nfruta?\x1b[2J ")
        assert question.text == "¿Puedo comer fruta?"
        assert question.on == desk.now().date()
        (step,) = desk.records.history(question)
        assert step.leader is None


@pytest.mark.parametrize("text", ["", " \t ", "\x1b[2J", "x" * 301])
def test_an_empty_or_endless_question_is_refused(tmp_path: Path, text: str) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        with pytest.raises(Refused):
            question_box.add(desk, workshop.id, text)
        assert question_box.waiting(desk, workshop.id) == ()


def test_a_question_needs_a_workshop_and_a_number_that_waits(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop = workshop_on(desk)
        with pytest.raises(NotFound):
            question_box.add(desk, WorkshopId("nowhere"), "¿Sí?")
        question = question_box.add(desk, workshop.id, "¿Sí?")
        assert question_box.numbered(desk, workshop.id, 1) == question
        for number in (0, 2):
            with pytest.raises(NotFound):
                question_box.numbered(desk, workshop.id, number)


def test_today_tells_of_each_box_how_many_wait_until_they_are_answered(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        workshop, other = workshop_on(desk), workshop_on(desk)
        group_on(desk, workshop)
        asked = [question_box.add(desk, workshop.id, text) for text in ("¿Uno?", "¿Dos?")]
        assert [(one.workshop, one.count) for one in today.look(desk, "es").to_answer] == [(workshop, 2)]
        question_box.add(desk, other.id, "¿Tres?")
        assert question_box.count_waiting(desk) == 3
        for one in asked:
            question_box.answered(desk, one)
        assert [(one.workshop, one.count) for one in today.look(desk, "es").to_answer] == [(other, 1)]
        with pytest.raises(NotFound):
            question_box.answered(desk, asked[0])
