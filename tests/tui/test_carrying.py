"""Carrying records with a stick, and making computers one organization, on the screen."""

import shutil
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at, places_in
from builders.tui import Player, only_workshop, play, site_with_group
from platica.desk import carry, computers, invite, keep_roster, sticks
from platica.desk.open_desk import Places, open_desk
from platica.desk.settings_file import read_settings
from platica_tui import doors
from platica_tui.dialogs.invitation import CodeDialog
from platica_tui.widgets.entry import Entry
from platica_tui.widgets.plain import Words


def plug_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that the system says is there."""
    stick = folder / "media" / "USB ROSA"
    stick.mkdir(parents=True, exist_ok=True)
    mounts = folder / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\n/dev/sdb1 {str(stick).replace(' ', chr(92) + '040')} vfat rw 0 0\n")
    monkeypatch.setattr(sticks, "MOUNTS", mounts)
    return stick


def other_computer(folder: Path, places: Places) -> Places:
    """Another computer of the site, which knows nothing yet but its keys and settings."""
    other = places_in(folder / "other")
    other.site.mkdir(parents=True)
    for name in ("keyring.json", "site.toml"):
        shutil.copy(places.site / name, other.site)
    return other


def test_enter_brings_in_and_takes_out_and_says_that_the_stick_may_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, stick = site_with_group(tmp_path), plug_in(tmp_path, monkeypatch)
    other = other_computer(tmp_path, places)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        carry.carry_out(desk, stick)
    with open_desk(other, now=clock_at(THURSDAY)) as desk:
        carry.carry_in(desk, stick)
        keep_roster.add(desk, only_workshop(desk).id, "Guadalupe Ríos")
        carry.carry_out(desk, stick)

    async def scenario(player: Player) -> None:
        doors.open_carry(player.app)
        await player.pilot.pause()
        assert "USB ROSA" in player.shown
        await player.press("enter")
        await player.wait()
        assert player.told == "You can take the USB stick out now."
        assert "Guadalupe Ríos was added" in player.shown
        assert "changes came in" in player.shown
        await player.press("f2")
        assert player.told == "Ya puede sacar la memoria USB."
        assert "Se agregó a Guadalupe Ríos; lee español, letra normal" in player.shown
        assert "1 persona" in player.shown
        await player.press("b")
        await player.wait()
        assert player.told == "No había nada nuevo."
        await player.press("t")
        await player.wait()
        assert player.told == "Ya puede sacar la memoria USB."

    play(places, scenario)


def test_a_stick_that_is_plugged_in_later_is_found_and_one_that_is_pulled_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sticks, "MOUNTS", tmp_path / "none")

    async def scenario(player: Player) -> None:
        doors.open_carry(player.app)
        await player.pilot.pause()
        assert "No USB stick is plugged in." in player.shown
        await player.press("enter")
        await player.press("b")
        assert "press d and type a folder" in player.told
        stick = plug_in(tmp_path, monkeypatch)
        player.app.screen._look_again()  # type: ignore[attr-defined]
        await player.pilot.pause()
        assert "USB ROSA" in player.shown
        shutil.rmtree(stick.parent)
        await player.press("enter")
        await player.wait()
        assert "Plug the USB stick in and try again" in player.told

    play(site_with_group(tmp_path), scenario)


def test_a_folder_can_be_typed_and_is_offered_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sticks, "MOUNTS", tmp_path / "none")
    shared = tmp_path / "shared"

    async def scenario(player: Player) -> None:
        doors.open_carry(player.app)
        await player.pilot.pause()
        if not shared.exists():
            await player.press("d")
            player.app.screen.query_one(Entry).value = str(shared)
            await player.press("enter")
            assert "is not there" in player.told
            shared.mkdir()
            await player.press("enter")
        await player.press("t")
        await player.wait()
        assert "take the USB stick out" in player.told

    places = site_with_group(tmp_path)
    play(places, scenario)
    play(places, scenario)
    assert list((shared / "platica").iterdir())


def test_a_computer_is_invited_and_another_without_records_joins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, stick = site_with_group(tmp_path), plug_in(tmp_path, monkeypatch)
    codes: list[str] = []

    async def inviting(player: Player) -> None:
        doors.open_computers(player.app)
        await player.pilot.pause()
        await player.press("i", "enter")
        await player.pilot.pause()
        assert isinstance(player.app.screen, CodeDialog)
        codes.append(str(player.app.screen.query_one("#code", Words).content))
        assert codes[0] in player.shown
        await player.press("escape", "enter")
        await player.type("Office")
        await player.press("enter")
        assert "Office" in player.shown

    play(places, inviting)
    assert (stick / invite.INVITATION).is_file()
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        carry.carry_out(desk, stick)

    async def joining(player: Player) -> None:
        await player.press("f6")
        await player.type("0000-0000")
        await player.press("enter")
        assert player.title == "JoinDialog"
        assert player.told
        player.app.screen.query_one("#code-typed", Entry).value = codes[0].lower().replace("-", " ")
        await player.press("enter")
        await player.pilot.pause()
        assert player.title == "CarryPage"
        assert "one of the organization now" in player.told
        assert "no passphrase yet" in player.told
        await player.press("enter")
        await player.wait()
        assert "Tomás was added" in player.shown
        await player.press("escape")
        assert player.title == "TodayPage"
        assert "Caminando juntos" in player.shown
        assert "Set a passphrase: this computer asks for none" in player.shown

    new = places_in(tmp_path / "new")
    play(new, joining)
    assert read_settings(new.site).name == "Las Flores"


def test_a_computer_with_records_of_its_own_joins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = plug_in(tmp_path, monkeypatch)
    with open_desk(site_with_group(tmp_path / "one"), now=clock_at(THURSDAY)) as desk:
        code = invite.invite(desk, stick / invite.INVITATION)
    own = site_with_group(tmp_path / "two", ("Elena",))

    async def scenario(player: Player) -> None:
        doors.open_computers(player.app)
        await player.pilot.pause()
        await player.press("j")
        await player.press("enter")
        assert "Type the code" in player.told
        await player.type(code)
        await player.press("enter")
        await player.pilot.pause()
        assert "one of the organization now" in player.told

    play(own, scenario)


@pytest.mark.parametrize("name", ["[/]", "[@click=app.quit]x", "{name}", "$primary"])
def test_names_of_people_and_computers_are_only_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    places, stick = site_with_group(tmp_path, (name,)), plug_in(tmp_path, monkeypatch)
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        computers.rename(desk, name)
        carry.carry_out(desk, stick)

    async def scenario(player: Player) -> None:
        doors.open_carry(player.app)
        await player.pilot.pause()
        await player.press("enter")
        await player.wait()
        assert f"{name} was added" in player.shown
        await player.press("c")
        assert name in player.shown

    play(other_computer(tmp_path, places), scenario, size=(60, 40))


def test_only_disks_that_can_be_taken_out_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = plug_in(tmp_path, monkeypatch)
    lines = sticks.MOUNTS.read_text()
    sticks.MOUNTS.write_text(f"{lines}/dev/sda2 /boot/efi vfat rw 0 0\n/dev/sdc1 /media/gone vfat rw 0 0\nproc\n")
    assert sticks.plugged_in() == (stick,)
