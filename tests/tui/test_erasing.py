"""Erasing a person on the screen: shown first, done only when their number was typed."""

from pathlib import Path

import pytest

from builders.tui import Player, names_of, only_workshop, play, site_with_group
from platica.desk.open_desk import open_desk
from platica.domain.roster import Enrolment


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()


def test_what_is_kept_what_it_means_and_the_limits_stand_before_the_question(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "d")
        assert player.title == "ErasePage"
        for words in ("Elena", "What erasing means", "What the program cannot reach", "To erase, type 2"):
            assert words in player.shown

    play(site_with_group(tmp_path), scenario)


@pytest.mark.parametrize("typed", ["", "1", "22"])
def test_any_other_number_erases_nobody_and_says_so(tmp_path: Path, typed: str) -> None:
    async def scenario(player: Player) -> None:
        before = names_of(player.app.desk)
        await player.press("e", "down", "d", *typed, "enter")
        assert "Nothing was erased" in player.told
        assert names_of(player.app.desk) == before
        await player.press("escape")
        assert "Elena" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_the_number_and_enter_erase_and_the_roster_and_today_know_nobody_of_that_name(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "d", "2", "enter")
        assert "Erased. It cannot be brought back." in player.shown
        assert "Elena" not in names_of(player.app.desk)
        assert "Elena" not in player.shown
        await player.press("ctrl+z")
        assert "nothing to undo" in player.told
        await player.press("escape")
        assert player.title == "RosterPage"
        assert "Elena" not in player.shown
        assert [
            entry.number for entry in player.app.desk.records.roster(only_workshop(player.app.desk).id).entries
        ] == [*(1, 3, 4, 5, 6)]

    play(site_with_group(tmp_path), scenario)


def test_the_confirmation_prints_from_there_and_names_nobody(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "d", "2", "enter", "p")
        await player.wait()
        (file,) = (tmp_path / "home").rglob("*.pdf")
        assert file.name == "confirmacion-de-borrado-2026-11-19.pdf"
        assert b"Elena" not in file.read_bytes()
        assert "La confirmación está lista" in player.told

    play(site_with_group(tmp_path), scenario, language="es")


def test_the_language_changes_under_a_half_typed_number_and_after_erasing(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "d", "2", "f2")
        assert "Para borrar, escriba 2" in player.shown
        await player.press("enter")
        assert "Borrado." in player.shown
        await player.press("f2")
        assert "Erased." in player.shown

    play(site_with_group(tmp_path), scenario, size=(60, 20))


def test_of_two_people_with_one_number_the_one_under_the_cursor_goes(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)
    with open_desk(places) as desk:
        workshop = only_workshop(desk).id
        elena = desk.records.roster(workshop).numbered(2)
        assert elena is not None
        desk.records.save(Enrolment(workshop, elena.participant.id, 3))

    async def scenario(player: Player) -> None:
        await player.press("e")
        names = names_of(player.app.desk)
        await player.press(*["down"] * names.index("Elena"), "d", "3", "enter")
        names.remove("Elena")
        assert names_of(player.app.desk) == names

    play(places, scenario)
