"""The question box on the screen."""

from pathlib import Path

from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import question_box

LONG = "¿" + "Por qué me duele el pie cuando camino mucho " * 3 + "?"


def texts(player: Player) -> list[str]:
    workshop = only_workshop(player.app.desk)
    return [one.text for one in question_box.waiting(player.app.desk, workshop.id)]


def test_questions_are_written_one_after_another_and_today_counts_them(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("b")
        for text in ("Is fruit bad?", "Can I stop my pills?"):
            await player.type(text)
            await player.press("enter")
            assert "Who asked is kept nowhere" in player.told
        assert sorted(texts(player)) == ["Can I stop my pills?", "Is fruit bad?"]
        await player.press("escape", "escape")
        assert player.title == "TodayPage"
        assert "Answer 2 questions from the box" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_an_answered_question_goes_only_after_a_second_other_key(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        question_box.add(player.app.desk, only_workshop(player.app.desk).id, LONG)
        await player.press("b")
        assert "mucho ?" in player.shown, "the whole question stands below the list"
        await player.press("x", "x", "escape")
        assert texts(player) == [LONG]
        await player.press("x", "enter")
        assert texts(player) == []
        assert "gone for good" in player.told
        assert "No question waits." in player.shown
        await player.press("ctrl+z")
        assert texts(player) == []

    play(site_with_group(tmp_path), scenario)


def test_an_empty_question_is_refused_and_a_half_typed_one_survives_another_language(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("b", "enter")
        assert "as it is on the slip" in player.told
        await player.type("Half")
        await player.press("f2")
        assert "Half" in player.shown
        assert "Buzón de preguntas" in player.shown

    play(site_with_group(tmp_path), scenario, size=(60, 20))


def test_the_box_opens_from_a_workshop_and_from_its_line_on_today(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("end", "enter", "b")
        assert player.title == "QuestionsPage"
        await player.type("[/] [@click=app.quit]?")
        await player.press("enter")
        assert "[/] [@click=app.quit]?" in player.shown
        await player.press("escape", "escape", "escape", "home", "down", "down", "enter")
        assert player.title == "QuestionsPage"

    play(site_with_group(tmp_path), scenario)
