"""Locking when nobody is there or somebody asks for it, and going on after it as if nothing had been."""

import gc
import weakref
from pathlib import Path

import pytest

from builders.keys import WORDS, lock
from builders.locking import NAMES, Hours, unlock
from builders.site import THURSDAY, clock_at
from builders.tui import Player, marks_of, only_workshop, play, site_with_group
from platica.desk import keep_roster, leaders
from platica.desk.open_desk import open_desk
from platica.ledger.frame import Ciphers
from platica.ledger.keyring import Keyring
from platica_tui.locking import Locking
from platica_tui.widgets.entry import Entry


def test_after_idle_minutes_everything_is_covered_and_what_was_typed_is_there_again(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        hours = Hours(player)
        await player.press("a")
        await player.type("1-2,5")
        await hours.pass_by(player, 9)
        await player.press("left")
        await hours.pass_by(player, 9.9)
        assert player.title == "AttendancePage"
        await hours.pass_by(player, 0.1)
        assert player.title == "LockPage"
        assert not any(name in player.shown for name in NAMES)
        assert player.app.title == "Plática"
        await unlock(player)
        assert player.title == "AttendancePage"
        assert player.app.screen.query_one(Entry).value == "1-2,5"
        await player.press("enter")
        assert set(marks_of(player.app.desk)) == {1, 2, 5}

    play(lock(site_with_group(tmp_path)), scenario)


def test_another_program_wrote_while_it_was_locked_and_the_screen_shows_it(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))

    async def scenario(player: Player) -> None:
        await unlock(player)
        await player.press("e", "ctrl+l")
        assert player.title == "LockPage"
        with open_desk(places, now=clock_at(THURSDAY), secret=WORDS) as desk:
            keep_roster.add(desk, only_workshop(desk).id, "Yolanda")
        await unlock(player)
        assert "Yolanda" in player.shown

    play(places, scenario)


def test_locked_the_records_and_their_keys_are_let_go_of(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        await player.press("e", "a", "escape", "ctrl+p", "escape")
        site = player.app.desk.site
        held = [weakref.ref(one) for one in (site, site.keys, site.records, site.db)]
        gc.freeze()
        del site
        await player.press("ctrl+l")
        assert player.app.desk.locked
        assert [one() for one in held] == [None] * len(held)
        assert [one for one in gc.get_objects() if isinstance(one, Keyring | Ciphers)] == []

    play(lock(site_with_group(tmp_path)), scenario)


def test_a_dialog_half_filled_when_it_locks_goes_on_after(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        await player.press("e", "n")
        await player.type("Yolanda")
        await player.press("ctrl+l")
        assert "Yolanda" not in player.shown
        await player.pilot.resize_terminal(60, 20)
        await player.press("f1", "escape", "f2", "f2")
        await unlock(player)
        assert player.title == "PersonDialog"
        await player.press("enter")
        assert "Yolanda" in player.shown

    play(lock(site_with_group(tmp_path)), scenario)


def test_a_key_after_a_long_sleep_locks_and_does_nothing_else(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        hours = Hours(player)
        hours.at = 60 * 60
        await player.press("a")
        assert player.title == "LockPage"
        assert player.app.screen.query_one(Entry).value == ""
        await unlock(player)
        assert player.title == "TodayPage"

    play(lock(site_with_group(tmp_path)), scenario)


def test_the_clock_is_looked_at_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Locking, "EVERY", 0.01)

    async def scenario(player: Player) -> None:
        await unlock(player)
        assert player.app.locking
        player.app.locking.touched -= 60 * 60
        while player.title != "LockPage":
            await player.pilot.pause()

    play(lock(site_with_group(tmp_path)), scenario)


def test_without_passphrase_and_pin_idle_does_nothing_and_ctrl_l_says_why(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        hours = Hours(player)
        await hours.pass_by(player, 1000)
        assert player.title == "TodayPage"
        await player.press("ctrl+l")
        assert player.title == "TodayPage"
        assert "neither a passphrase nor a PIN" in player.told

    play(site_with_group(tmp_path), scenario)


def test_zero_minutes_never_lock(tmp_path: Path) -> None:
    places = lock(site_with_group(tmp_path))
    (places.site / "site.toml").write_text(
        "lock_minutes = 0\n" + (places.site / "site.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )

    async def scenario(player: Player) -> None:
        await unlock(player)
        await Hours(player).pass_by(player, 10_000)
        assert player.title == "TodayPage"

    play(places, scenario)


def test_the_pin_of_who_is_at_the_keyboard_opens_the_lock(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        leader = leaders.add(player.app.desk, "Ana Beltrán")
        leaders.set_pin(player.app.desk, leader.id, "4711")
        leaders.at_the_keyboard(player.app.desk, leader.id, "4711")
        await Hours(player).pass_by(player, 10)
        assert player.title == "PinPage"
        assert not any(name in player.shown for name in (*NAMES, "Ana"))
        await unlock(player, "4712")
        assert player.told == "✗ This is not the PIN. Try again."
        player.app.screen.query_one(Entry).clear()
        await unlock(player, "4711")
        assert player.title == "TodayPage"

    play(site_with_group(tmp_path), scenario)


def test_after_five_wrong_pins_there_is_a_growing_pause(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        leader = leaders.add(player.app.desk, "Rosa Medina")
        leaders.set_pin(player.app.desk, leader.id, "4711")
        leaders.at_the_keyboard(player.app.desk, leader.id, "4711")
        hours = Hours(player)
        await player.press("ctrl+l")
        assert player.title == "PinPage"
        for _ in range(4):
            await unlock(player, "1234")
            assert player.told == "✗ This is not the PIN. Try again."
            player.app.screen.query_one(Entry).value = ""
        await unlock(player, "1234")
        for waited, left in ((0, 30), (29.5, 1)):
            hours.at = waited
            player.app.screen.query_one(Entry).value = ""
            await unlock(player, "4711")
            seconds = "second" if left == 1 else "seconds"
            assert (player.title, player.told) == (
                "PinPage",
                f"✗ There were too many wrong tries. Wait {left} {seconds}.",
            )
        hours.at = 31
        player.app.screen.query_one(Entry).value = ""
        await unlock(player, "1234")
        assert "Wait 60 seconds" in player.told
        hours.at = 92
        player.app.screen.query_one(Entry).value = ""
        await unlock(player, "4711")
        assert player.title != "PinPage"

    play(site_with_group(tmp_path), scenario)


def test_who_has_a_pin_says_again_who_they_are_after_a_passphrase(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await unlock(player)
        leader = leaders.add(player.app.desk, "Ana Beltrán")
        leaders.at_the_keyboard(player.app.desk, leader.id)
        await player.press("ctrl+l")
        await unlock(player)
        assert leaders.here(player.app.desk) == leader
        leaders.set_pin(player.app.desk, leader.id, "4711")
        await player.press("ctrl+l")
        await unlock(player)
        assert leaders.here(player.app.desk) is None
        assert player.told == "Say again who is at the keyboard."

    play(lock(site_with_group(tmp_path)), scenario)


def test_printing_goes_on_under_the_lock_and_the_records_close_after_it(tmp_path: Path) -> None:
    import threading

    goes_on = threading.Event()

    async def scenario(player: Player) -> None:
        await unlock(player)
        app = player.app
        app.run_worker(goes_on.wait, thread=True)
        await player.press("ctrl+l")
        assert player.title == "LockPage"
        assert not app.desk.locked
        goes_on.set()
        await player.wait()
        assert app.locking
        app.locking.look()
        assert app.desk.locked
        await unlock(player)
        assert player.title == "TodayPage"

    play(lock(site_with_group(tmp_path)), scenario)


EVERYWHERE = {
    "help": ("f1",),
    "curriculum": ("o", "enter"),
    "new workshop": ("n",),
    "workshop": ("end", "enter"),
    "date": ("end", "enter", "d"),
    "builder": ("end", "enter", "m"),
    "roster": ("e", "down", "x"),
    "attendance": ("a", "tab", "t"),
    "printing": ("p",),
    "questions": ("b",),
    "organization": ("s",),
    "backup": ("s", "1"),
    "carrying": ("s", "2"),
    "settling": ("s", "3"),
    "state": ("s", "4"),
    "leaders": ("s", "6"),
    "computers": ("s", "7"),
    "set-up": ("s", "8"),
}


@pytest.mark.parametrize("way", EVERYWHERE)
def test_every_screen_is_covered_at_once_and_there_again(tmp_path: Path, way: str) -> None:
    async def scenario(player: Player) -> None:
        player.app.screen.query_one(Entry).value = WORDS
        await player.press("enter")
        await player.wait()
        await player.press(*EVERYWHERE[way])
        await player.wait()
        before = player.title
        await player.press("ctrl+l")
        assert (player.title, player.app.desk.locked) == ("LockPage", True)
        for size in ((60, 20), (80, 24)):
            await player.pilot.resize_terminal(*size)
            await player.pilot.pause()
        assert not any(name in player.shown for name in NAMES)
        await player.press("f2", "ctrl+p", "escape", "f1", "escape")
        await unlock(player)
        assert (player.title, player.app.book.language) == (before, "es")
        await player.press("f2")
        assert player.title == before

    play(lock(site_with_group(tmp_path)), scenario)
