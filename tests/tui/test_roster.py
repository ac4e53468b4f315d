"""Adding, finding, correcting and letting go."""

from pathlib import Path

import pytest

from builders.site import GROUP
from builders.tui import Player, names_of, only_workshop, play, site_with_group


def test_people_are_added_one_by_one_under_their_own_names(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e")
        for name in GROUP:
            await player.press("n")
            await player.type(name)
            await player.press("enter")
        assert names_of(player.app.desk) == list(GROUP)
        assert all(name in player.shown for name in GROUP)

    play(site_with_group(tmp_path, ()), scenario)


@pytest.mark.parametrize(("typed", "found"), [("ursula", "Úrsula"), ("JOSE", "José"), ("tomas", "Tomás")])
def test_a_name_is_found_without_its_accents(tmp_path: Path, typed: str, found: str) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "ctrl+f")
        await player.type(typed)
        assert found in player.shown
        assert "Elena" not in player.shown

    play(site_with_group(tmp_path), scenario)


def test_a_pasted_list_adds_everybody_once(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "v")
        area = player.app.screen.query_one("#names")
        area.text = "Ana\n\n  Beto  \nelena\nana\n"  # type: ignore[attr-defined]
        await player.press("f10")
        assert names_of(player.app.desk) == [*GROUP, "Ana", "Beto"]
        assert "2" in player.told

    play(site_with_group(tmp_path), scenario)


def test_a_name_is_corrected_and_the_correction_undone(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "enter", "end", "ctrl+u")
        await player.type("Tomasa")
        await player.press("enter")
        assert names_of(player.app.desk)[0] == "Tomasa"
        await player.press("ctrl+z")
        assert names_of(player.app.desk)[0] == "Tomás"

    play(site_with_group(tmp_path), scenario)


def test_who_leaves_keeps_the_number_and_comes_back(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "down", "enter", "escape", "e", "down", "x")
        assert "Elena" not in names_of(player.app.desk)
        assert "Elena (left)" in player.shown
        assert "b Comes back" in player.shown
        await player.press("x")
        assert "Elena has left already. The key b brings them back." in player.told
        await player.press("b")
        assert names_of(player.app.desk) == list(GROUP)

    play(site_with_group(tmp_path), scenario)


def test_a_person_added_by_mistake_goes_and_comes_back_with_undo(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "down", "x")
        assert "Elena" not in player.shown.replace(player.told, "")
        await player.press("ctrl+z")
        assert names_of(player.app.desk) == list(GROUP)
        assert "Elena is on the roster again." in player.told

    play(site_with_group(tmp_path), scenario)


def test_an_empty_name_is_told_and_the_dialog_stays(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "n", "enter")
        assert player.title == "PersonDialog"
        assert "A name needs at least one letter" in player.told

    play(site_with_group(tmp_path), scenario)


def test_two_people_may_share_a_name_once_the_leader_says_so(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "n")
        await player.type("ELENA")
        await player.press("enter")
        assert "There is somebody called Elena already (no. 2)." in player.told
        assert len(names_of(player.app.desk)) == len(GROUP)
        await player.press("enter")
        assert len(names_of(player.app.desk)) == len(GROUP) + 1

    play(site_with_group(tmp_path), scenario)


def test_what_a_person_reads_is_chosen_with_the_arrows(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("e", "enter", "tab", "right", "tab", "right", "enter")
        (first, *_) = player.app.desk.records.roster(only_workshop(player.app.desk).id).entries
        assert (first.participant.reads.language, first.participant.reads.style.value) == ("en", "large")

    play(site_with_group(tmp_path), scenario)
