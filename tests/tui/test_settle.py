"""The list of what a person must decide, played by keys."""

from datetime import timedelta
from pathlib import Path

import time_machine

from builders.site import THURSDAY, clock_at, group_on, places_in, site_in, workshop_on
from builders.tui import Player, names_of, only_workshop, play, site_with_group
from platica.desk import join_people, keep_roster, settle
from platica.desk.open_desk import Places, open_desk
from platica.domain.ids import ParticipantId
from platica.domain.roster import Enrolment
from platica_tui import doors

LONG_AGO = THURSDAY.astimezone() - timedelta(days=3 * 365)


async def open_settle(player: Player) -> None:
    doors.open_settle(player.app)
    await player.pilot.pause()


def contested(folder: Path) -> Places:
    """Elena and Olga have number 2, as if two computers had given it apart."""
    places = site_with_group(folder, ("Tomás", "Elena", "Olga"))
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        workshop = only_workshop(desk).id
        olga = keep_roster.entry(desk, workshop, 3).participant.id
        desk.records.save(Enrolment(workshop, ParticipantId(olga), 2))
    return places


def test_nothing_to_settle_is_said(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await open_settle(player)
        assert "There is nothing to settle." in player.shown
        await player.press("enter", "escape")
        assert player.title == "TodayPage"

    play(site_with_group(tmp_path), scenario)


def test_a_suspected_duplicate_is_joined_and_taken_back(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await open_settle(player)
        assert "Perhaps the same person" in player.shown
        await player.press("enter")
        assert player.title == "MatterPage"
        assert "One person: keep Helena Ruiz (no. 1 of Caminando juntos)." in player.shown
        await player.press("enter")
        assert player.title == "SettlePage"
        assert player.told == "Helena Ruiz and Elena Ruis are the same person"
        assert names_of(player.app.desk) == ["Helena Ruiz", "Olga"]
        await player.press("ctrl+z")
        assert names_of(player.app.desk) == ["Helena Ruiz", "Elena Ruis", "Olga"]
        assert "Taken back: " in player.told

    play(site_with_group(tmp_path, ("Helena Ruiz", "Elena Ruis", "Olga")), scenario)


def test_esc_leaves_a_matter_undecided(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await open_settle(player)
        await player.press("enter", "down", "down", "escape")
        assert player.title == "SettlePage"
        assert settle.count(player.app.desk) == 1
        await player.press("enter", "down", "down", "enter")
        assert player.told == "Helena Ruiz and Elena Ruis are two different people."
        assert "There is nothing to settle." in player.shown

    play(site_with_group(tmp_path, ("Helena Ruiz", "Elena Ruis")), scenario)


def test_a_number_of_two_people_is_shown_with_a_sign_refused_and_settled(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a")
        assert player.shown.count("▲2") == 2
        await player.type("2")
        await player.press("enter")
        assert "Several people have number 2: " in player.told
        await player.press("escape", "tab", "down", "down", "enter")
        marks = player.app.desk.records.marks_of_workshop(only_workshop(player.app.desk).id)
        assert len(marks) == 1  # the one under the sign, not the other of that number
        await player.press("escape", "escape")
        await player.press("e")
        assert player.shown.count("▲2") == 2
        await player.press("escape")
        await open_settle(player)
        await player.press("enter", "enter")
        assert "keeps number 2" in player.told
        assert settle.count(player.app.desk) == 0

    play(contested(tmp_path), scenario)


def test_joined_people_are_made_two_again_from_the_roster(tmp_path: Path) -> None:
    places = site_with_group(tmp_path, ("Helena Ruiz", "Elena Ruis"))
    with open_desk(places, now=clock_at(THURSDAY)) as desk:
        join_people.join(desk, only_workshop(desk).id, 1, 2)

    async def scenario(player: Player) -> None:
        await player.press("e")
        assert "Helena Ruiz (and 2)" in player.shown
        await player.press("s")
        assert player.told == "Helena Ruiz and Elena Ruis are two people again."
        assert "(and 2)" not in player.shown

    play(places, scenario)


def test_erasing_asks_once_more(tmp_path: Path) -> None:
    with time_machine.travel(LONG_AGO), open_desk(site_in(tmp_path)) as desk:
        group_on(desk, workshop_on(desk, start=LONG_AGO.date()), "Ana")

    async def scenario(player: Player) -> None:
        await open_settle(player)
        assert "Not heard of for a long time" in player.shown
        await player.press("enter", "down", "enter")
        assert "This cannot be undone. Do it?" in player.shown
        await player.press("escape")
        assert names_of(player.app.desk) == ["Ana"]
        await player.press("enter", "enter")
        await player.pilot.pause()
        assert player.title == "SettlePage"
        assert player.told == "The person was erased for good."
        assert names_of(player.app.desk) == []

    play(places_in(tmp_path), scenario)


def test_names_that_try_to_command_the_program_are_only_text(tmp_path: Path) -> None:
    name = "[red]Ana[/] [@click=app.quit]{name}[/]"

    async def scenario(player: Player) -> None:
        await open_settle(player)
        await player.press("enter")
        assert player.title == "MatterPage"
        assert "[@click=app.quit]{name}" in player.shown
        await player.press("enter")
        assert player.title == "SettlePage"
        assert player.app.is_running

    play(site_with_group(tmp_path, (name, name)), scenario)


def test_it_is_said_in_spanish_and_fits_a_small_terminal(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await open_settle(player)
        await player.press("f2")
        assert "Quizá la misma persona" in player.shown
        await player.press("enter")
        assert "Son dos personas distintas." in player.shown
        assert "¿Son Helena Ruiz" in player.shown

    play(site_with_group(tmp_path, ("Helena Ruiz", "Elena Ruis")), scenario, size=(60, 20))
