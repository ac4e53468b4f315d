"""The file that keeps what a site decided."""

from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders.site import desk_in, site_in
from platica.desk import set_up
from platica.desk.settings_file import FILE, read_settings, write_settings
from platica.domain.settings import Settings
from platica.errors import Refused, SiteError

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


def test_unset_local_numbers_are_reported_in_mexico_and_never_guessed(tmp_path: Path) -> None:
    with desk_in(tmp_path, region="MX") as desk:
        assert "emergency_number" not in desk.slots
        assert "emergency_number" in {slot.key for slot in set_up.unset_slots(desk)}


def test_a_number_filled_in_by_the_site_wins(tmp_path: Path) -> None:
    with desk_in(tmp_path, region="MX") as desk:
        set_up.change(desk, Settings("x", "es", "MX", None, MappingProxyType({"emergency_number": "066"})))
        assert desk.slots["emergency_number"] == "066"
