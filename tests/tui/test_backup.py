"""Making a backup on a stick, putting one back, and the state of the records, by keyboard."""

import re
from pathlib import Path

import pytest

from builders.tui import Player, Scenario, names_of, only_workshop, play, site_with_group
from platica.desk import keep_roster, keys, sticks
from platica_tui import doors
from platica_tui.dialogs.recovery import RecoveryDialog
from platica_tui.widgets.entry import Entry


def plug_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that the system says is there."""
    stick = folder / "USB ROSA"
    stick.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(sticks, "plugged_in", lambda: (stick,))
    return stick


def on_backups(folder: Path, scenario: Scenario, *, code: bool = True, language: str = "en") -> None:
    """Plays a scenario that begins on the screen of backups, of a site with or without a recovery code."""

    async def begun(player: Player) -> None:
        desk = player.app.desk
        if code:
            keys.keep_recovery_code(desk, keys.draw_recovery_code(desk))
        doors.open_backup(player.app)
        await player.pilot.pause()
        await scenario(player)

    play(site_with_group(folder), begun, language=language)


async def wait_for(player: Player) -> None:
    await player.wait()
    await player.pilot.pause()


def test_enter_on_a_stick_makes_a_backup_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = plug_in(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        assert "Backup: none yet" in player.shown
        await player.press("enter")
        await wait_for(player)
        assert "platica-2026-11-19.platica and was read again" in player.told
        assert "Backup: today" in player.shown
        assert [file.name for file in stick.iterdir()] == ["platica-2026-11-19.platica"]

    on_backups(tmp_path, scenario)


def test_without_a_code_one_is_made_and_then_the_backup_that_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = plug_in(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        await player.press("enter")
        await wait_for(player)
        assert "Make a recovery code first?" in player.shown
        await player.press("enter")
        assert isinstance(player.app.screen, RecoveryDialog)
        assert not list(stick.iterdir())
        player.app.screen.query_one("#typed", Entry).value = player.app.screen.code
        await player.press("enter")
        await wait_for(player)
        await wait_for(player)
        assert player.title == "BackupPage"
        assert "was read again" in player.told
        assert len(list(stick.iterdir())) == 1

    on_backups(tmp_path, scenario, code=False)


def test_putting_back_is_shown_agreed_to_done_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plug_in(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        await player.press("enter")
        await wait_for(player)
        desk = player.app.desk
        keep_roster.add(desk, only_workshop(desk).id, "[b]Nueva[/]")
        await player.press("end", "enter")
        await wait_for(player)
        assert "Put this backup back?" in player.shown
        assert "Not there any more: [b]Nueva[/]." in player.shown
        await player.press("escape")
        assert "[b]Nueva[/]" in names_of(desk)
        await player.press("enter")
        await wait_for(player)
        await player.press("enter")
        await wait_for(player)
        assert "as they were on November 19, 2026" in player.told
        assert "[b]Nueva[/]" not in names_of(desk)
        assert "before putting a backup back" in player.shown
        await player.press("ctrl+z")
        assert "[b]Nueva[/]" in names_of(desk)
        await player.press("ctrl+z")
        assert "[b]Nueva[/]" in names_of(desk)

    on_backups(tmp_path, scenario)


def test_a_backup_with_a_foreign_key_asks_or_refuses_and_a_damaged_one_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = plug_in(tmp_path, monkeypatch)
    (stick / "broken.platica").write_bytes(b"PK\x03\x04" + bytes(500))

    async def scenario(player: Player) -> None:
        await player.press("end", "enter")
        await wait_for(player)
        assert "is damaged" in player.told

    on_backups(tmp_path, scenario)


def test_a_folder_and_a_file_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sticks, "plugged_in", lambda: ())

    async def scenario(player: Player) -> None:
        assert "Plug a USB stick in" in player.shown
        await player.press("d")
        player.app.screen.query_one("#answer").value = str(tmp_path)  # type: ignore[attr-defined]
        await player.press("enter")
        await player.press("enter")
        await wait_for(player)
        made = tmp_path / "platica-2026-11-19.platica"
        assert made.exists()
        moved = made.rename(tmp_path / "site" / "other name")
        await player.press("f")
        player.app.screen.query_one("#answer").value = str(moved)  # type: ignore[attr-defined]
        await player.press("enter", "enter")
        await wait_for(player)
        assert "Nothing would change" in player.told

    on_backups(tmp_path, scenario)


def test_the_state_of_the_records_leads_to_where_it_is_put_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug_in(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        player.app.desk.site.folder.joinpath("keyring.json").chmod(0o644)
        await player.press("escape")
        doors.open_health(player.app)
        await player.pilot.pause()
        assert "1 thing is wrong" in player.shown
        assert "Wrong. Other people of this computer may open 1 file" in player.shown
        await player.press("enter")
        assert "1 file was closed." in player.told
        assert "all is well" in player.shown
        assert "○ No backup was made on this computer yet." in player.shown
        await player.press("enter")
        assert player.title == "BackupPage"

    on_backups(tmp_path, scenario, code=False)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_both_screens_fit_a_small_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, size: tuple[int, int]
) -> None:
    plug_in(tmp_path, monkeypatch)

    async def scenario(player: Player) -> None:
        for door in (doors.open_backup, doors.open_health):
            door(player.app)
            await player.pilot.pause()
            rows = player.shown.split("\n")
            assert len(rows) == size[1]
            assert "F1" in rows[-1]
            assert re.search(r"\S", rows[3])

    play(site_with_group(tmp_path), scenario, language=language, size=size)
