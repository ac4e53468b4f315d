"""The keys screen: ways in, the recovery code, and what is said about other computers."""

import re
from pathlib import Path

import pytest

from builders.keys import OTHER, WORDS, add_recovery, lock
from builders.tui import Player, Scenario, play, site_with_group
from platica.desk import keys
from platica.desk.open_desk import Places, open_desk
from platica.desk.settings_file import read_settings
from platica.errors import Refused, SiteLocked
from platica_tui import doors
from platica_tui.dialogs.recovery import RecoveryDialog
from platica_tui.widgets.entry import Entry


def on_keys(places: Places, scenario: Scenario, *, language: str = "en", size: tuple[int, int] = (80, 24)) -> None:
    """Plays a scenario that begins on the keys screen."""

    async def begun(player: Player) -> None:
        if player.title == "LockPage":
            player.app.screen.query_one(Entry).value = WORDS
            await player.press("enter")
            await player.wait()
        doors.open_keys(player.app)
        await player.pilot.pause()
        assert player.title == "KeysPage"
        await scenario(player)

    play(places, begun, language=language, size=size)


async def fill_in(player: Player, *secrets: str) -> None:
    """Types secrets into the lines of a dialog, Enter after each."""
    for secret in secrets:
        await player.type(secret)
        await player.press("enter")
    await player.wait()


def opens(places: Places, secret: str | None) -> bool:
    try:
        open_desk(places, secret=secret).close()
    except (Refused, SiteLocked):
        return False
    return True


def test_without_a_passphrase_it_says_who_can_read_and_the_first_one_closes(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)

    async def scenario(player: Player) -> None:
        assert "Whoever takes this computer" in player.shown
        assert "Change a passphrase" not in player.shown
        await player.press("n")
        await fill_in(player, WORDS, WORDS)
        assert "The passphrase is set." in player.told
        assert "There is no recovery code." in player.shown
        assert "used now" in player.shown

    on_keys(places, scenario)
    assert [opens(places, None), opens(places, WORDS)] == [False, True]


def test_a_passphrase_typed_differently_or_too_short_is_not_set(tmp_path: Path) -> None:
    places = site_with_group(tmp_path)

    async def scenario(player: Player) -> None:
        await player.press("n")
        await fill_in(player, WORDS, OTHER)
        assert player.told == "✗ The two are not the same."
        for entry in player.app.screen.query(Entry):
            entry.value = "corta"
        await player.press("f10")
        await player.wait()
        assert "at least 10 letters" in player.told
        assert WORDS not in player.shown
        await player.press("escape")
        assert player.title == "KeysPage"

    on_keys(places, scenario)
    assert opens(places, None)


def test_a_passphrase_is_changed_by_who_knows_it(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))

    async def scenario(player: Player) -> None:
        await player.press("c")
        await fill_in(player, OTHER, OTHER, OTHER)
        assert "This opens nothing here." in player.told
        player.app.screen.query(Entry).first().value = WORDS
        await player.press("f10")
        await player.wait()
        assert player.told == "The passphrase is changed."

    on_keys(places, scenario)
    assert [opens(places, WORDS), opens(places, OTHER)] == [False, True]


def test_taking_a_way_in_away_asks_and_tells_of_other_computers(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    with open_desk(places, secret=WORDS) as desk:
        keys.add_passphrase(desk, OTHER)

    async def scenario(player: Player) -> None:
        await player.press("down", "x")
        assert "Take number 2 away?" in player.shown
        assert "Your other computers need a new invitation then." in player.shown
        await player.press("escape")
        assert len(keys.ways_in(player.app.desk)) == 2
        await player.press("x", "enter")
        assert "Invite your other computers again." in player.told
        assert len(keys.ways_in(player.app.desk)) == 1
        await player.press("home", "x", "enter")
        assert "This is the only way to open the records." in player.told

    on_keys(places, scenario)
    assert [opens(places, WORDS), opens(places, OTHER)] == [True, False]


def test_taking_the_only_recovery_code_away_says_what_it_means(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    add_recovery(places)

    async def scenario(player: Player) -> None:
        await player.press("x")
        assert "only recovery code" not in player.shown
        await player.press("escape", "down", "x")
        assert "It is the only recovery code." in player.shown

    on_keys(places, scenario)


def test_after_a_wrong_passphrase_the_next_one_is_typed_in_its_place(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))

    async def scenario(player: Player) -> None:
        await player.press("c")
        await fill_in(player, OTHER, OTHER, OTHER)
        assert player.title == "SecretsDialog"
        await player.type(WORDS)
        await player.press("f10")
        await player.wait()
        assert "The passphrase is changed." in player.told

    on_keys(places, scenario)
    assert opens(places, OTHER)


def code_shown(player: Player) -> str:
    assert isinstance(player.app.screen, RecoveryDialog)
    assert "╭" in player.shown
    code = player.app.screen.code
    assert re.findall(r"\b[0-9A-Z]{5}\b", player.shown) == code.split("-")
    return code


def test_a_recovery_code_counts_once_it_was_typed_back(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    seen: list[str] = []

    async def scenario(player: Player) -> None:
        await player.press("r")
        code = code_shown(player)
        seen.append(code)
        wrong = code[:6] + ("2" if code[6] != "2" else "3") + code[7:]
        await fill_in(player, wrong)
        assert player.told == "✗ Group 2 of the code is not right. Look at it again."
        player.app.screen.query_one(Entry).value = code[:-6]
        await player.press("enter")
        assert player.told == "✗ The code has 8 groups. Type all of them."
        assert len(keys.ways_in(player.app.desk)) == 1
        player.app.screen.query_one(Entry).value = code.lower().replace("-", " ")
        await player.press("enter")
        await player.wait()
        assert "opens the records from now on" in player.told
        assert code not in player.shown

    on_keys(places, scenario)
    assert opens(places, seen[0])


def test_a_code_that_is_not_typed_back_opens_nothing_and_its_sheet_goes(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    seen: list[str] = []

    async def scenario(player: Player) -> None:
        await player.press("r")
        seen.append(code_shown(player))
        await player.press("f5")
        player.app.screen.query_one(Entry).value = str(tmp_path / "stick")
        await player.press("enter")
        await player.wait()
        await player.pilot.pause()
        assert "delete the file" in player.told
        assert len(list((tmp_path / "stick").iterdir())) == 1
        await player.press("escape")
        assert player.title == "KeysPage"
        assert player.told == "The code was thrown away; it opens nothing."
        assert list((tmp_path / "stick").iterdir()) == []

    on_keys(places, scenario)
    assert not opens(places, seen[0])


def test_the_records_are_left_open_by_who_knows_the_passphrase_and_closed_again(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))

    async def scenario(player: Player) -> None:
        await player.press("o")
        assert "Whoever uses this computer's account" in player.shown
        await fill_in(player, OTHER)
        assert "This opens nothing here." in player.told
        player.app.screen.query_one(Entry).value = WORDS
        await player.press("enter")
        await player.wait()
        assert opens(places, None)
        assert "Whoever takes this computer" in player.shown
        await player.press("o")
        await fill_in(player, WORDS)
        assert not opens(places, None)

    on_keys(places, scenario)


@pytest.mark.parametrize(("typed", "minutes"), [("0", 0), ("25", 25)])
def test_the_minutes_until_it_locks_are_set(tmp_path: Path, typed: str, minutes: int) -> None:
    places = site_with_group(tmp_path)

    async def scenario(player: Player) -> None:
        await player.press("m")
        await player.type("9999")
        await player.press("enter")
        assert "from 0 to 1440 are" in player.told
        player.app.screen.query_one(Entry).value = typed
        await player.press("enter")
        assert player.title == "KeysPage"

    on_keys(places, scenario)
    assert read_settings(places.site).lock_minutes == minutes


def test_on_a_small_spanish_screen_everything_is_there(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        assert "Llaves" in player.shown
        assert "contraseña" in player.shown
        for key in ("r", "c", "n", "o", "x"):
            await player.press("home", key)
            rows = player.shown.splitlines()
            assert all(len(row) <= 60 for row in rows)
            assert "Esc" in rows[-1]
            await player.press("escape")
            assert player.title == "KeysPage"

    on_keys(lock(site_with_group(tmp_path)), scenario, language="es", size=(60, 20))
