"""What the doctor sees on a sound computer and on a broken one."""

from pathlib import Path

from builders.site import places_in, site_in
from platica.desk import doctor
from platica.desk.settings_file import FILE


def test_on_a_sound_computer_everything_works_and_a_page_was_made(tmp_path: Path) -> None:
    found = doctor.examine(site_in(tmp_path))
    assert [finding for finding in found if not finding.sound] == []
    assert any("test page" in str(finding.phrase) for finding in found)


def test_a_site_that_cannot_be_read_is_a_finding_not_a_crash(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    places.site.mkdir()
    (places.site / FILE).write_text("nonsense", encoding="utf-8")
    assert any(FILE in str(finding.phrase) for finding in doctor.examine(places) if not finding.sound)
