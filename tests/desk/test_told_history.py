"""Every kind of change as a sentence, in English and in Spanish; what is not known here too."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from builders.site import desk_in, workshop_on
from builders.told import CASES, circle, meeting, ready, said
from platica.desk import computers, take_attendance
from platica.desk.tell_steps import sentence_of, tell
from platica.domain.history import FieldStep, Step
from platica.domain.ids import CommitId
from platica.domain.workshop import WorkshopForm


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("case", CASES)
def test_every_kind_of_change_is_a_sentence(tmp_path: Path, case: str, language: str) -> None:
    before, do, english, spanish = CASES[case]
    with ready(tmp_path) as desk:
        before(desk)
        assert said(desk, lambda: do(desk), language) == (english if language == "en" else spanish)
        assert not any("2468" in one or "Duele" in one for one in (*english, *spanish))


def test_an_event_tells_how_many_were_counted(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        computers.rename(desk, "Laptop azul")
        event = workshop_on(desk, form=WorkshopForm.EVENT)
        one = desk.records.meetings(event.id)[0]

        def count(heads: int) -> None:
            take_attendance.count_heads(desk, one.id, heads)

        this = "Session 1 of Caminando juntos"
        assert said(desk, lambda: count(12), "en") == [f"{this}: 12 people were counted"]
        assert said(desk, lambda: count(14), "es") == ["Sesión 1 de Caminando juntos: personas contadas 12 → 14"]


def step(table: str, key: str, *fields: FieldStep, exists: bool | None = None) -> Step:
    """A step as another computer may have written it."""
    at = datetime(2026, 11, 19, 12, 0, tzinfo=UTC)
    return Step(CommitId("aaaaaaaa-1"), table, key, at, "zzzzzzzzzzzz", None, exists, fields, None)


STRANGE = [
    (
        step("moods", "m1", FieldStep("mood", None, 3)),
        "Something was changed that this version of Plática does not know",
    ),
    (
        step("workshops", "w1", FieldStep("colour", "red", "blue")),
        "a workshop that is no longer here: something that this version of Plática does not know",
    ),
    (
        step("marks", "m1:p1", FieldStep("presence", "present", "dreaming")),
        "somebody who is no longer here: present → “dreaming”, a session that is no longer here",
    ),
    (
        step("meetings", "m1", FieldStep("on", "2026-11-05", 7)),
        "A session that is no longer here: moved from Thursday, Nov 5 to 7",
    ),
    (
        step("workshops", "w1", FieldStep("plan", [], [{"sessions": 1}])),
        "a workshop that is no longer here: the plan is another",
    ),
    (
        step("participants", "p1", FieldStep("name", "Ana\x1b[2J", "[/]\u202eAna")),
        "Ana is now called [/]Ana",
    ),
    (step("devices", "d1", FieldStep("name", None, "\x1b]0;x\x07Rojo"), exists=True), "A computer is called Rojo"),
]


@pytest.mark.parametrize(("strange", "sentence"), STRANGE)
def test_what_is_not_understood_is_told_as_that(tmp_path: Path, strange: Step, sentence: str) -> None:
    with desk_in(tmp_path) as desk:
        assert desk.book("en").tell(sentence_of(desk, strange, "en")) == sentence
        assert desk.book("es").tell(sentence_of(desk, strange, "es"))


def test_a_session_of_which_only_the_theme_changed_tells_its_titles(tmp_path: Path) -> None:
    with ready(tmp_path) as desk:
        was, now = (one.session for one in circle(desk).plan.sessions[:2])
        changed = step("meetings", meeting(desk).id, FieldStep("session", was, now))
        told = desk.book("en").tell(sentence_of(desk, changed, "en"))
        assert told.startswith("Session 3 of Caminando juntos: theme Our circle, our rules → ")


def test_a_computer_without_a_name_is_told_by_its_first_signs(tmp_path: Path) -> None:
    with ready(tmp_path) as desk:
        (told,) = tell(desk, [step("questions", "q1", exists=True)], "es")
        assert (told.computer, told.leader) == ("otra computadora (zzzz)", "")
        assert told.at.utcoffset() is not None
