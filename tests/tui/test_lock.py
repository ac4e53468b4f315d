"""The lock screen: at the start, when nobody is there, and when somebody asks for it."""

from pathlib import Path

import pytest

from builders.keys import WORDS, add_recovery, lock
from builders.locking import NAMES, Hours, unlock
from builders.site import places_in
from builders.tui import Player, marks_of, play, site_with_group
from platica.errors import SiteLocked
from platica_tui import doors
from platica_tui.app import PlaticaApp
from platica_tui.widgets.entry import Entry


def test_a_site_with_a_passphrase_opens_on_the_lock_and_then_on_today(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        assert player.title == "LockPage"
        assert "Las Flores" in player.shown
        assert "Los datos están cerrados." in player.shown
        assert not any(name in player.shown for name in NAMES)
        await unlock(player)
        assert player.title == "TodayPage"
        assert "Próxima sesión" in player.shown
        await player.press("a")
        await player.type("2")
        await player.press("enter")
        assert marks_of(player.app.desk)[2] == "present"

    play(lock(site_with_group(tmp_path)), scenario, language="es")


def test_what_is_typed_is_shown_only_when_asked_for(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.type("casa luna")
        assert "casa" not in player.shown
        await player.press("f3")
        assert "casa luna" in player.shown
        await player.press("f3", "f2")
        assert "casa" not in player.shown
        await player.type(WORDS.removeprefix("casa luna"))
        await player.press("enter")
        await player.wait()
        assert player.title == "TodayPage"

    play(lock(site_with_group(tmp_path)), scenario)


def test_a_wrong_word_is_one_sentence_and_opens_nothing(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        for wrong in ("casa luna", WORDS.upper(), "x" * 300):
            player.app.screen.query_one(Entry).value = wrong
            await player.press("enter")
            await player.wait()
            assert player.told.startswith("✗ This opens nothing here. Look at every sign, at capital letters")
        assert player.title == "LockPage"
        await player.press("escape", "ctrl+z", "ctrl+l")
        assert player.title == "LockPage"
        assert not player.app.has_site
        with pytest.raises(SiteLocked):
            _ = player.app.desk.records

    play(lock(site_with_group(tmp_path)), scenario)


def test_the_recovery_code_opens_and_asks_for_a_new_passphrase(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    code = add_recovery(places)

    async def scenario(player: Player) -> None:
        await unlock(player, code.replace("-", " ").lower())
        assert player.title == "TodayPage"
        assert "set a new passphrase" in player.told

    play(places, scenario)


def test_the_language_changed_on_the_lock_holds_underneath(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("f2")
        assert "Los datos están cerrados." in player.shown
        await unlock(player)
        assert "Próxima sesión" in player.shown
        assert "Nuevo taller" in player.shown

    play(lock(site_with_group(tmp_path)), scenario)


def test_the_lock_shows_no_secret_in_a_report_of_a_problem(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))

    async def scenario(player: Player) -> None:
        await player.type(WORDS)
        try:
            raise ValueError(WORDS)
        except ValueError as error:
            PlaticaApp.unexpected(player.app, error)
        assert WORDS not in player.shown

    play(places, scenario)
    assert WORDS not in (places.cache / "problem.txt").read_text(encoding="utf-8")


def test_set_up_of_a_new_site_is_not_locked(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await Hours(player).pass_by(player, 1000)
        await player.press("ctrl+l")
        assert player.title == "SetUpPage"

    play(places_in(tmp_path), scenario)


def test_the_keys_screen_is_reached_and_locks_too(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        doors.open_keys(player.app)
        await player.pilot.pause()
        await player.press("ctrl+p")
        await player.type("lock now")
        await player.press("enter")
        await player.pilot.pause()
        assert player.title == "LockPage"
        await unlock(player)
        assert player.title == "KeysPage"

    play(lock(site_with_group(tmp_path)), scenario)
