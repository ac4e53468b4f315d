"""Ctrl+Z takes back what was done, also when the program was closed in between."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from builders.ledger import WORKSHOP, clock_at, fill, mark
from builders.site import places_in
from builders.tui import Player, Scenario, marks_of, names_of, only_workshop, play, site_with_group
from platica.desk.open_desk import Places
from platica.desk.settings_file import write_settings
from platica.domain.settings import Settings
from platica.domain.workshop import WorkshopForm
from platica.ledger.site import create_site, open_site
from platica_tui import doors

EMPTY_LINE = ("end", "ctrl+u")


async def to_workshop(player: Player) -> None:
    lines = player.app.screen.query_one("#lines")
    lines.go_to(f"workshop:{only_workshop(player.app.desk).id}")  # type: ignore[attr-defined]
    await player.press("enter")


def test_a_marking_of_the_last_run_is_taken_back_and_then_the_one_before(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("a", *"1-2", "enter", *"3t", "enter", *"+ Rosa", "enter")
        assert names_of(player.app.desk)[-1] == "Rosa"

    async def second(player: Player) -> None:
        await player.press("a")
        assert "Ctrl+Z Undo" in player.shown
        await player.press("ctrl+z")
        assert player.told == "Rosa is off the roster again."
        assert "Rosa" not in player.shown.replace(player.told, "")
        await player.press("ctrl+z")
        assert player.told == "Taken back: Olga is no longer marked “late”."
        assert "Saved" in player.shown
        await player.press("ctrl+z")
        assert marks_of(player.app.desk) == {}
        assert "Ctrl+Z Undo" not in player.shown
        await player.press("ctrl+z")
        assert player.told == "There is nothing to undo."

    _one_after_another(site_with_group(tmp_path), first, second)


def test_what_was_done_to_the_roster_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("e", "enter", *EMPTY_LINE, *"Tomasa", "enter")
        await player.press("down", "x", "n", *"Rosa", "enter")
        assert "Elena" not in names_of(player.app.desk)

    async def second(player: Player) -> None:
        await player.press("e")
        said = []
        for _ in range(3):
            await player.press("ctrl+z")
            said.append(player.told)
        assert said == ["Rosa is off the roster again.", "Elena is on the roster again.", "Tomás is as before."]
        assert names_of(player.app.desk)[:2] == ["Tomás", "Elena"]
        assert "Tomás" in player.shown

    _one_after_another(site_with_group(tmp_path), first, second)


def test_what_was_done_to_a_workshop_is_taken_back_after_a_restart_in_spanish(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await to_workshop(player)
        await player.press("d", "up", "enter", "c", *EMPTY_LINE, *"Azul", "f10")
        assert only_workshop(player.app.desk).name == "Azul"

    async def second(player: Player) -> None:
        await to_workshop(player)
        await player.press("ctrl+z")
        assert player.told == "Caminando juntos está como antes."
        assert "Caminando juntos" in player.shown.splitlines()[0]
        await player.press("ctrl+z")
        assert player.told == "La sesión 3 está otra vez en su día."
        assert player.app.desk.records.meetings(only_workshop(player.app.desk).id)[2].on == date(2026, 11, 19)
        await player.press("ctrl+z")
        assert player.told.startswith("✗ Esto ya no se puede deshacer: hay personas")

    _one_after_another(site_with_group(tmp_path), first, second, language="es")


def test_a_plan_is_taken_back_after_a_restart_and_its_session_is_shown(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await to_workshop(player)
        await player.press("m", "down", "x")

    async def second(player: Player) -> None:
        await to_workshop(player)
        before = only_workshop(player.app.desk).plan.sessions[2]
        await player.press("m", "left")
        assert "session 2 of 3" in player.shown
        await player.press("ctrl+z")
        assert player.told == "The plan is as before."
        assert "session 3 of 3" in player.shown
        assert len(only_workshop(player.app.desk).plan.sessions[2].activities) == len(before.activities) + 1

    _one_after_another(site_with_group(tmp_path), first, second)


def test_a_new_workshop_is_taken_back_from_its_own_screen(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("n", "f10")
        assert player.title == "WorkshopPage"

    async def second(player: Player) -> None:
        await to_workshop(player)
        await player.press("ctrl+z")
        assert player.title == "TodayPage"
        assert player.told.startswith("The workshop ")
        assert "There are no workshops yet." in player.shown

    places = places_in(tmp_path)
    create_site(places.site).close()
    write_settings(places.site, Settings("Las Flores", "en", "US"))
    _one_after_another(places, first, second)


def test_a_count_of_heads_is_taken_back_after_a_restart(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("a", *"40", "enter", *"47", "enter")

    async def second(player: Player) -> None:
        await player.press("a", "ctrl+z")
        assert player.told == "40 people, as before."
        assert player.app.screen.query_one("#heads").value == "40"  # type: ignore[attr-defined]
        assert "not saved yet" not in player.shown

    _one_after_another(site_with_group(tmp_path, form=WorkshopForm.EVENT), first, second)


def test_the_set_up_is_taken_back_from_the_first_screen(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("s", "8", *EMPTY_LINE, *"Rosales", "f10")
        assert "Rosales" in player.shown.splitlines()[0]

    async def second(player: Player) -> None:
        await player.press("ctrl+z")
        assert player.told == "The set-up is as before."
        assert "Las Flores" in player.shown.splitlines()[0]
        await player.press("ctrl+z")
        assert player.told == "There is nothing to undo."

    _one_after_another(site_with_group(tmp_path), first, second)


def test_what_is_of_another_day_is_taken_back_only_when_asked_twice(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", "ctrl+z")
        assert player.told.startswith("Ctrl+Z otra vez deshace lo que se hizo el martes 3 mar: María:")
        assert len(player.app.desk.records.marks(mark().meeting)) == 1
        await player.press("ctrl+z")
        assert player.told == "Se deshizo: María ya no tiene la marca «presente»."
        assert player.app.desk.records.marks(mark().meeting) == ()

    play(_old_site(tmp_path), scenario, language="es")


def test_the_question_is_for_one_step_only(tmp_path: Path) -> None:
    places = _old_site(tmp_path, marks=2)

    async def scenario(player: Player) -> None:
        await player.press("a", "ctrl+z", "ctrl+z")
        assert len(player.app.desk.records.marks(mark().meeting)) == 1
        await player.press("ctrl+z")
        assert len(player.app.desk.records.marks(mark().meeting)) == 1
        assert "again takes back" in player.told

    play(places, scenario)


def test_an_old_set_up_is_asked_about_too(tmp_path: Path) -> None:
    async def first(player: Player) -> None:
        await player.press("s", "8", *EMPTY_LINE, *"Rosales", "f10")

    async def second(player: Player) -> None:
        await player.press("ctrl+z")
        assert player.told.endswith("the set-up was changed")
        await player.press("ctrl+z")
        assert player.told == "The set-up is as before."

    places = site_with_group(tmp_path)
    play(places, first)
    old = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(places.site / "site.toml.before", (old, old))
    play(places, second)


def test_where_anything_may_be_taken_back_what_was_done_elsewhere_is_named_first(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.press("a", *"2", "enter", "escape")
        doors.open_settle(player.app)
        await player.press("ctrl+z")
        assert "again takes back" in player.told
        assert marks_of(player.app.desk) == {2: "present"}
        await player.press("ctrl+z")
        assert marks_of(player.app.desk) == {}

    play(site_with_group(tmp_path), scenario)


@pytest.mark.parametrize("keys", [("s",), ("s", "8"), ("n",), ("o",), ("p",), ("e", "n")])
def test_where_nothing_is_done_ctrl_z_takes_nothing_back(tmp_path: Path, keys: tuple[str, ...]) -> None:
    async def scenario(player: Player) -> None:
        before = player.app.desk.site.db.storage.read()
        await player.press(*keys, "ctrl+z")
        assert player.app.desk.site.db.storage.read() == before

    play(site_with_group(tmp_path), scenario)


def _one_after_another(places: Places, first: Scenario, second: Scenario, *, language: str = "en") -> None:
    """Plays on the program, closes it, and plays on it again."""
    play(places, first, language=language)
    play(places, second, language=language)


def _old_site(folder: Path, *, marks: int = 1) -> Places:
    """A site whose people were marked in March."""
    places = places_in(folder)
    march = clock_at(datetime(2026, 3, 3, 18, 0, tzinfo=UTC))
    create_site(places.site, clock=march).close()
    write_settings(places.site, Settings("Las Flores", "es", "US"))
    with open_site(places.site, clock=march) as site:
        fill(site.records)
        for number in range(1, marks + 1):
            site.records.save(mark(number))
        assert site.records.workshop(WORKSHOP)
    return places
