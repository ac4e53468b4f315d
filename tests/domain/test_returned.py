"""How the numbers of a return sheet are typed."""

import pytest

from platica.domain.ids import MeetingId, ParticipantId
from platica.domain.measure import Change, Measure, paired_change
from platica.domain.returned import answers_from, counted, faces_from
from platica.errors import Refused


def answer(meeting: str, person: str, confidence: int | None) -> Measure:
    return Measure(MeetingId(meeting), ParticipantId(person), confidence)


def test_a_count_is_a_whole_number_or_nothing() -> None:
    assert (counted(" 14 "), counted(""), counted("0")) == (14, None, 0)
    for wrong in ("14 o 15", "-1", "1.5", "999999999"):
        with pytest.raises(Refused, match="no number of people"):
            counted(wrong)


def test_the_faces_are_five_numbers_parted_by_anything() -> None:
    assert faces_from("0 1 2 5 7") == faces_from("0,1,2,5,7") == faces_from(" 0; 1 2,5 7 ") == (0, 1, 2, 5, 7)
    assert faces_from("  ") is None
    for wrong in ("1 2 3", "1 2 3 4 5 6", "1 2 3 4 x", "01257"):
        with pytest.raises(Refused, match="five numbers"):
            faces_from(wrong)


def test_answers_are_typed_by_number() -> None:
    assert answers_from("1=7 4:5,12 = 10") == {1: 7, 4: 5, 12: 10}
    assert answers_from(" ") == {}
    assert answers_from("3=4 3=4") == {3: 4}


@pytest.mark.parametrize(
    ("typed", "said"), [("1=7 4", "“4” is no answer"), ("1=11", "not between 0 and 10"), ("1=7 1=8", "named twice")]
)
def test_an_answer_that_cannot_be_read_is_refused_by_its_part(typed: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        answers_from(typed)


def test_the_change_pairs_the_first_and_last_answer_of_the_same_people() -> None:
    order = [MeetingId("m1"), MeetingId("m2"), MeetingId("m3")]
    measures = [
        answer("m3", "ana", 8),
        answer("m1", "ana", 4),
        answer("m2", "ana", 5),
        answer("m1", "beto", 6),
        answer("m3", "beto", None),
        answer("m2", "beto", 7),
        answer("m1", "carla", 2),
    ]
    change = paired_change(measures, order)
    assert change == Change(2, 5.0, 7.5)
    assert change.mean == 2.5
    assert paired_change(measures[-1:], order) is None
