"""The file that keeps what a site decided."""

from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.keys import WORDS
from builders.site import desk_in, places_in, site_in
from platica.desk import set_up
from platica.desk.open_desk import open_desk
from platica.desk.settings_file import FILE, read_settings, write_settings
from platica.domain.settings import Settings, Sponsor
from platica.errors import Refused, SiteError, SiteLocked

LINE = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@given(LINE, LINE)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_settings_come_back_as_they_were_written(tmp_path: Path, name: str, number: str) -> None:
    kept = Settings(name, "es", "MX", "a4", MappingProxyType({"emergency_number": number}))
    write_settings(tmp_path, kept)
    assert read_settings(tmp_path) == kept


def test_an_unknown_setting_is_named_with_the_nearest_known_one(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('name = "x"\nlanguge = "es"\n', encoding="utf-8")
    with pytest.raises(SiteError, match="“languge” is not a setting; did you mean “language”"):
        read_settings(tmp_path)


def test_a_folder_without_a_site_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="platica site init"):
        read_settings(tmp_path)


def test_a_second_set_up_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    places = site_in(tmp_path)
    with pytest.raises(Refused):
        set_up.create(places, Settings("Other", "en", "US"))
    assert read_settings(places.site).name == "Las Flores"


@pytest.mark.parametrize("passphrase", [None, WORDS])
def test_a_set_up_that_was_interrupted_before_its_settings_goes_on(tmp_path: Path, passphrase: str | None) -> None:
    places = places_in(tmp_path)
    set_up.create(places, Settings("Las Flores", "es", "US"), passphrase)
    for log in places.site.glob("logs/*.log"):
        log.unlink()
    (places.site / FILE).unlink()
    set_up.create(places, Settings("Los Pinos", "es", "US"), passphrase)
    with open_desk(places, secret=passphrase) as desk:
        assert desk.settings.name == "Los Pinos"
        assert len(desk.site.keys.slots()) == 1


def test_a_set_up_goes_on_with_the_passphrase_of_before_alone(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    set_up.create(places, Settings("Las Flores", "es", "US"), WORDS)
    for log in places.site.glob("logs/*.log"):
        log.unlink()
    (places.site / FILE).unlink()
    for other, error in (("another one, and long", Refused), (None, SiteLocked)):
        with pytest.raises(error):
            set_up.create(places, Settings("Los Pinos", "es", "US"), other)
    assert not set_up.is_set_up(places)


def test_a_site_with_records_and_without_settings_is_not_set_up_anew(tmp_path: Path) -> None:
    places = site_in(tmp_path)
    (places.site / FILE).unlink()
    with pytest.raises(SiteError, match="holds a site already"):
        set_up.create(places, Settings("Los Pinos", "es", "US"))


def test_unset_local_numbers_are_reported_in_mexico_and_never_guessed(tmp_path: Path) -> None:
    with desk_in(tmp_path, region="MX") as desk:
        assert "emergency_number" not in desk.slots
        assert "emergency_number" in {slot.key for slot in set_up.unset_slots(desk)}


def test_a_number_filled_in_by_the_site_wins(tmp_path: Path) -> None:
    with desk_in(tmp_path, region="MX") as desk:
        set_up.change(desk, Settings("x", "es", "MX", None, MappingProxyType({"emergency_number": "066"})))
        assert desk.slots["emergency_number"] == "066"


def test_sponsors_come_back_in_their_order_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    kept = Settings("x", "es", "MX", sponsors=(Sponsor("Sol “y” Luna", "a.png"), Sponsor("Agua")))
    write_settings(tmp_path, kept)
    assert read_settings(tmp_path) == kept
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    (tmp_path / FILE).write_text(text.replace("logo =", "picture ="), encoding="utf-8")
    with pytest.raises(SiteError, match="logo"):
        read_settings(tmp_path)
