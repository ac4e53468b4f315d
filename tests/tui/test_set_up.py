"""The first run, and changing settings later."""

from pathlib import Path

from builders.site import places_in, site_in
from builders.tui import Player, play
from platica.desk.settings_file import read_settings


def test_a_new_site_needs_only_a_name(tmp_path: Path) -> None:
    places = places_in(tmp_path)

    async def scenario(player: Player) -> None:
        assert "What is your organization called?" in player.shown
        await player.type("Las Flores")
        await player.press("f10")
        assert player.title == "TodayPage"
        assert "Las Flores" in player.shown
        assert "There are no workshops yet." in player.shown

    play(places, scenario)
    assert read_settings(places.site).name == "Las Flores"
    assert read_settings(places.site).language == "en"


def test_without_a_name_nothing_is_made_and_what_was_typed_stays(tmp_path: Path) -> None:
    places = places_in(tmp_path)

    async def scenario(player: Player) -> None:
        await player.press("f10")
        assert "The organization needs a name." in player.told
        assert player.title == "SetUpPage"

    play(places, scenario)
    assert not (places.site / "site.toml").exists()


def test_choosing_a_language_changes_the_screen_and_keeps_the_name(tmp_path: Path) -> None:
    async def scenario(player: Player) -> None:
        await player.type("Casa")
        await player.press("tab", "left")
        assert "What is your organization called?" not in player.shown
        assert player.app.book.language == "es"
        assert "Casa" in player.shown

    play(places_in(tmp_path), scenario)


def test_the_language_of_the_first_set_up_is_the_one_of_f2(tmp_path: Path) -> None:
    places = places_in(tmp_path)

    async def scenario(player: Player) -> None:
        await player.type("Casa")
        await player.press("f2")
        assert "‹ Español ›" in player.shown
        await player.press("f10")

    play(places, scenario)
    assert read_settings(places.site).language == "es"


def test_later_f2_does_not_change_the_language_of_the_organization(tmp_path: Path) -> None:
    places = site_in(tmp_path, language="es")

    async def scenario(player: Player) -> None:
        await player.press("s", "8", "f2", "f10")

    play(places, scenario, language="es")
    assert read_settings(places.site).language == "es"


def test_a_local_number_is_kept(tmp_path: Path) -> None:
    places = site_in(tmp_path)

    async def scenario(player: Player) -> None:
        await player.press("s", "8")
        player.app.screen.query_one("#slot-clinic_phone").focus()
        await player.type("555-0142")
        await player.press("f10")
        assert player.title == "OrganizationPage"

    play(places, scenario)
    assert read_settings(places.site).slots["clinic_phone"] == "555-0142"
