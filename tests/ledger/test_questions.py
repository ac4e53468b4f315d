"""The question box: nobody's hand is noted, and what was answered is gone on every device."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from builders.ledger import WORKSHOP, carry, leader, mark, new_site, person, second_device, ticking
from builders.opened_logs import texts, told
from builders.traces import traces
from platica.domain.ids import QuestionId, WorkshopId
from platica.domain.question import Question
from platica.errors import NotFound, Refused
from platica.ledger.site import Site, open_site


def question(number: int = 1, text: str = "¿Puedo dejar las pastillas?") -> Question:
    return Question(QuestionId(f"q{number:015d}"), WORKSHOP, text, date(2026, 11, 19))


def writing(folder: Path, table: str) -> list[dict[str, object]]:
    """The changes of a table that can still be read."""
    return [change for text in texts(folder) if (change := json.loads(text))["table"] == table]


def test_questions_come_back_by_their_days_and_within_a_day_not_in_the_order_they_were_typed(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    later = replace(question(1, "¿Y la fruta?"), on=date(2026, 11, 26))
    with new_site(folder) as site:
        for one in (later, question(3), question(2)):
            site.records.save(one)
        assert site.records.questions(WORKSHOP) == (question(2), question(3), later)
        assert site.records.questions(WorkshopId("w2")) == ()
    with open_site(folder) as site:
        assert site.records.questions(WORKSHOP) == (question(2), question(3), later)


def test_no_hand_is_noted_on_a_question_whoever_is_at_the_keyboard(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        site.records.hand = leader().id
        site.records.save(question(), mark(1))
        site.records.save(replace(question(), text="¿Y la insulina?"), by=leader().id)
        site.db.table("questions").insert({"workshop": WORKSHOP, "text": "¿Y el café?", "on": "2026-11-19"})
        assert all(step.leader is None for step in site.records.history(question()))
        assert site.records.history(mark(1))[0].leader == leader().id
        assert {frozenset(change) & {"leader"} for change in writing(folder, "questions")} == {frozenset()}
        site.records.drop(question())
    (erasing,) = [change for change in writing(folder, "questions") if "erases" in change]
    assert "leader" not in erasing


def test_a_question_keeps_the_day_and_no_time_of_day_in_its_fields(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(question())
    (change,) = writing(tmp_path / "site", "questions")
    assert change["set"] == {"workshop": WORKSHOP, "text": question().text, "on": "2026-11-19"}


def test_an_answered_question_is_gone_from_the_disk_and_cannot_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        saved = site.records.save(question(), question(2))
        site.records.save(replace(question(), text="¿Puedo dejar la insulina?"))
        dropped = site.records.drop(question())
        assert site.records.questions(WORKSHOP) == (question(2),)
        with pytest.raises(Refused, match="cannot be brought back"):
            site.records.undo(dropped.commit)
        with pytest.raises(Refused, match="was answered"):
            site.records.save(question())
        with pytest.raises(NotFound):
            site.records.drop(question())
        site.records.undo(saved.commit)
        assert site.records.questions(WORKSHOP) == ()
    assert traces("insulina", folder, folder / "keyring.json") == []
    with open_site(folder) as site:
        assert site.notices == ()
        assert len(site.records.participants()) == 3


def shared_by_two(tmp_path: Path) -> tuple[Site, Path]:
    """Two devices that both know a question; the first one's site is open."""
    one = new_site(tmp_path / "one")
    one.records.save(question())
    there = second_device(tmp_path / "one", tmp_path / "two")
    carry(tmp_path / "one", there)
    return one, there


def test_other_devices_drop_their_copies_and_nothing_comes_back_from_them(tmp_path: Path) -> None:
    one, there = shared_by_two(tmp_path)
    stick = tmp_path / "stick"
    stick.mkdir()
    with open_site(there, clock=ticking()) as two:
        two.carry_out(stick)
        one.records.drop(question())
        one.carry_in(stick)
        assert one.records.questions(WORKSHOP) == ()
        one.carry_out(stick)
        two.carry_in(stick)
        assert two.records.questions(WORKSHOP) == ()
        two.carry_out(stick)
        one.carry_in(stick)
        assert one.records.questions(WORKSHOP) == two.records.questions(WORKSHOP) == ()
    one.close()
    assert traces("pastillas", tmp_path, tmp_path / "one" / "keyring.json") == []


def test_what_was_corrected_apart_is_dropped_when_it_arrives(tmp_path: Path) -> None:
    one, there = shared_by_two(tmp_path)
    with open_site(there, clock=ticking()) as two:
        two.records.save(replace(question(), text="¿Puedo dejar la insulina?"))
    one.records.drop(question())
    for log in (there / "logs").glob("*.log"):
        if not (tmp_path / "one" / "logs" / log.name).exists():
            (tmp_path / "one" / "logs" / log.name).write_bytes(log.read_bytes())
    assert one.records.questions(WORKSHOP) == ()
    assert "insulina" not in told(tmp_path / "one")
    one.close()


def test_dropping_a_question_erases_no_person_and_the_other_way_round(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        site.records.save(question(), mark(1))
        site.records.erase(person(2).id)
        assert site.records.questions(WORKSHOP) == (question(),)
        site.records.drop(question())
        assert [one.name for one in site.records.participants()] == ["María", "[/]"]
        assert site.records.mark(mark(1).meeting, person(1).id) == mark(1)
