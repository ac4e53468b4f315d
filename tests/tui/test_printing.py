"""From the screen to documents in a folder."""

from pathlib import Path

import pytest

from builders.tui import Player, play, site_with_group
from platica_tui import folders


@pytest.mark.usefixtures("nobody_s_computer")
def test_the_plan_counts_copies_from_what_people_read(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p")
        rows = [line for line in player.shown.splitlines() if "✓" in line or "▲" in line]
        assert any(line.split()[0] in ("▸", "1") for line in rows)
        assert any(" 6 " in line for line in rows)

    play(site_with_group(tmp_path), scenario)


def test_documents_are_made_in_the_chosen_folder(tmp_path: Path) -> None:
    out = tmp_path / "memoria usb"

    async def scenario(player: Player) -> None:
        await player.press("p", "d", "end", "ctrl+u")
        await player.type(str(out))
        await player.press("enter")
        await player.press("c", "down", "right", "enter")
        await player.press("enter")
        await player.wait()
        assert " pages are ready in the folder." in player.told
        assert [path.suffix for path in out.iterdir()] == [".pdf"]
        assert "✓ made" in player.shown

    play(site_with_group(tmp_path), scenario)


def test_a_document_left_out_is_not_made(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("p")
        await player.press("c", "down", "right", "enter")
        await player.press("x")
        assert "left out" in player.shown
        await player.press("enter")
        await player.wait()
        assert player.told == ""

    play(site_with_group(tmp_path), scenario)


def test_escape_stops_making_and_leaves_whole_documents(tmp_path: Path) -> None:
    out = tmp_path / "out"

    async def scenario(player: Player) -> None:
        await player.press("p", "d", "end", "ctrl+u")
        await player.type(str(out))
        await player.press("enter")
        await player.press("enter")
        await player.press("escape")
        await player.wait()
        assert "Stopped. What was done by then is in the folder." in player.told
        assert player.title == "PrintingPage"
        left = [path for path in out.rglob("*") if path.is_file()]
        assert all(path.read_bytes().rstrip().endswith(b"%%EOF") for path in left)
        assert player.shown.count("✓ made") == len(left)
        await player.press("escape")
        assert player.title != "PrintingPage"

    play(site_with_group(tmp_path), scenario)


def test_a_folder_that_cannot_be_written_is_refused_when_it_is_typed(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")

    async def scenario(player: Player) -> None:
        await player.press("p", "d", "end", "ctrl+u")
        await player.type(str(blocked / "x"))
        await player.press("enter")
        assert "is not a folder" in player.told
        assert player.title == "AskDialog"
        await player.press("escape")
        assert str(blocked) not in player.shown

    play(site_with_group(tmp_path), scenario)


def test_the_usual_folder_has_a_plain_name(tmp_path: Path) -> None:
    assert folders.usual_folder("¡Mis números, sin miedo!").name == "mis-numeros-sin-miedo"
    assert folders.usual_folder("[/]").name == "taller"
