"""Beginning workshops, fitting them to the time, and their dates."""

from datetime import date, time
from pathlib import Path

from builders.site import site_in
from builders.tui import Player, only_workshop, play, site_with_group
from platica.domain.workshop import WorkshopForm


def test_a_workshop_begins_with_a_name_a_place_and_a_date(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("n")
        player.app.screen.query_one("#name").focus()
        await player.press("end", "ctrl+u")
        await player.type("Grupo del jueves")
        player.app.screen.query_one("#date").focus()
        await player.press("up", "shift+up")
        player.app.screen.query_one("#minutes").focus()
        await player.type("75")
        await player.press("tab")
        await player.type("Salon C")
        await player.press("f10")
        workshop = only_workshop(player.app.desk)
        assert (workshop.name, workshop.place, workshop.plan.minutes) == ("Grupo del jueves", "Salon C", 75)
        assert workshop.languages == ("es", "en")
        meetings = player.app.desk.records.meetings(workshop.id)
        assert meetings[0].on == date(2026, 12, 4)
        assert meetings[0].at == time(18, 0)
        assert player.title == "WorkshopPage"

    play(site_in(tmp_path), scenario)


def test_a_wrong_date_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("n")
        player.app.screen.query_one("#date").focus()
        await player.press("end", "ctrl+u")
        await player.type("algún día")
        assert "not a date" in player.shown
        player.app.screen.query_one("#time").focus()
        await player.type("tarde")
        player.app.screen.query_one("#place").focus()
        await player.press("f10")
        assert "“algún día” is not a date." in player.told
        assert "And 1 more." in player.told
        assert player.app.screen.focused is player.app.screen.query_one("#date")
        assert player.title == "NewWorkshopPage"
        assert player.app.desk.records.workshops() == ()

    play(site_in(tmp_path), scenario)


def test_an_event_has_one_meeting(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("n")
        player.app.screen.query_one("#form").focus()
        await player.press("right", "right", "f10")
        workshop = only_workshop(player.app.desk)
        assert workshop.form is WorkshopForm.EVENT
        assert len(player.app.desk.records.meetings(workshop.id)) == 1

    play(site_in(tmp_path), scenario)


def _planned(player: Player, session: int = 2) -> list[str]:
    return [one.id for one in only_workshop(player.app.desk).plan.sessions[session].activities]


async def _to_builder(player: Player) -> None:
    player.app.screen.query_one("#lines").go_to(f"workshop:{only_workshop(player.app.desk).id}")  # type: ignore[attr-defined]
    await player.press("enter", "m")
    assert player.title == "BuilderPage"


def test_an_activity_is_left_out_put_back_and_undone(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _to_builder(player)
        whole = _planned(player)
        await player.press("down", "x")
        assert _planned(player) == [whole[0], *whole[2:]]
        assert "Left out" in player.shown
        await player.press("ctrl+z")
        assert _planned(player) == whole
        await player.press("home", "x", "end", "x")
        assert _planned(player) == whole

    play(site_with_group(tmp_path), scenario)


def test_activities_are_moved_and_given_other_minutes(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _to_builder(player)
        whole = _planned(player)
        await player.press("plus")
        assert _planned(player)[:2] == [whole[1], whole[0]]
        await player.press("c", "end", "ctrl+u", "7", "enter")
        planned = only_workshop(player.app.desk).plan.sessions[2].activities
        assert planned[1].minutes == 7

    play(site_with_group(tmp_path), scenario)


def test_a_session_that_is_too_long_is_fitted_with_one_key(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await _to_builder(player)
        whole = _planned(player)
        await player.press("b", "end", "ctrl+u", "8", "0", "enter")
        assert "10 min too long" in player.shown
        await player.press("f")
        assert len(_planned(player)) < len(whole)
        assert "too long" not in player.shown
        await player.press("ctrl+z")
        assert _planned(player) == whole

    play(site_with_group(tmp_path), scenario)


def test_a_meeting_moves_to_another_day_and_back(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        player.app.screen.query_one("#lines").go_to(f"workshop:{only_workshop(player.app.desk).id}")  # type: ignore[attr-defined]
        await player.press("enter", "d", "up", "enter")
        workshop = only_workshop(player.app.desk)
        assert player.app.desk.records.meetings(workshop.id)[2].on == date(2026, 11, 20)
        await player.press("ctrl+z")
        assert player.app.desk.records.meetings(workshop.id)[2].on == date(2026, 11, 19)

    play(site_with_group(tmp_path), scenario)
