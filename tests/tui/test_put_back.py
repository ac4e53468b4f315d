"""Putting a backup back on a new computer, from its first screen."""

from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at, places_in
from builders.tui import Player, names_of, play, site_with_group
from platica.desk import backup, keys, sticks
from platica.desk.open_desk import Places, open_desk
from platica_tui.widgets.entry import Entry


def backed_up(folder: Path) -> tuple[Path, str]:
    """A folder with a backup of a group, and the recovery code that opens it."""
    stick = folder / "stick"
    stick.mkdir()
    with open_desk(site_with_group(folder / "old"), now=clock_at(THURSDAY)) as desk:
        code = keys.draw_recovery_code(desk)
        keys.keep_recovery_code(desk, code)
        backup.create(desk, stick)
    return stick, code


def fill_in(player: Player, file: str, secret: str) -> None:
    player.app.screen.query_one("#file", Entry).value = file
    player.app.screen.query_one("#secret", Entry).value = secret
    player.app.screen.query_one("#secret", Entry).focus()


async def wait_for(player: Player) -> None:
    await player.wait()
    await player.wait()


def new_computer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.setattr(sticks, "MOUNTS", folder / "none")
    return places_in(folder / "new")


def test_a_new_computer_takes_the_newest_backup_of_a_folder_and_opens_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, code = backed_up(tmp_path)
    places = new_computer(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        await player.press("f7")
        assert player.title == "PutBackDialog"
        fill_in(player, str(stick), code.lower())
        await player.press("enter")
        await wait_for(player)
        assert "Put this backup back?" in player.shown
        assert "all of it would be put here" in " ".join(player.shown.replace("│", " ").split())
        assert not places.site.exists()
        await player.press("enter")
        await wait_for(player)
        assert player.title == "TodayPage"
        assert "is on this computer now" in player.told
        assert "Now set a new passphrase" in player.told

    play(places, scenario)
    with open_desk(places, now=clock_at(THURSDAY), secret=code) as desk:
        assert "Tomás" in " ".join(names_of(desk))


def test_a_wrong_code_or_an_empty_folder_puts_nothing_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick, _ = backed_up(tmp_path)
    places = new_computer(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        await player.press("f7")
        fill_in(player, str(stick), "four words of another")
        await player.press("enter")
        await wait_for(player)
        assert "This opens nothing here" in player.told
        fill_in(player, str(tmp_path), "four words of another")
        await player.press("enter")
        assert "There is no backup in" in player.told
        fill_in(player, "", "four words of another")
        await player.press("enter")
        assert "Type where the file of the backup is" in player.told
        fill_in(player, str(stick), "")
        await player.press("enter")
        assert "Type the passphrase, or the recovery code" in player.told
        await player.press("escape")
        assert player.title == "SetUpPage"

    play(places, scenario)
    assert not places.site.exists()


def test_a_computer_with_records_does_not_offer_it(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("s", "8", "f7")
        assert player.title == "SetUpPage"
        assert "Put a backup back" not in player.shown

    play(site_with_group(tmp_path), scenario)
