"""Backups as a leader makes them: named, remembered, put aside by themselves, and put back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from builders.site import THURSDAY, clock_at, group_on, places_in, site_in, workshop_on
from platica.desk import backup, keys, restore
from platica.desk.backup import NeedsRecovery, Why
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_desk
from platica.desk.restore import Case
from platica.desk.tell_restore import done_told, preview_told
from platica.domain.scope import Scope, What
from platica.errors import Refused, SiteLocked
from platica.ledger import fs


def desk_of(places: Places, now: datetime = THURSDAY) -> Desk:
    return open_desk(places, now=clock_at(now))


def circle_in(folder: Path) -> tuple[Places, str]:
    """A site with a circle of six, and its recovery code."""
    places = site_in(folder)
    with desk_of(places) as desk:
        group_on(desk, workshop_on(desk))
        code = keys.draw_recovery_code(desk)
        keys.keep_recovery_code(desk, code)
    return places, code


def names_in(desk: Desk) -> set[str]:
    return {one.name for one in desk.records.participants()}


def test_a_backup_in_a_folder_is_named_by_its_day_and_overwrites_nothing(tmp_path: Path) -> None:
    places, _ = circle_in(tmp_path)
    stick = tmp_path / "USB ROSA"
    stick.mkdir()
    with desk_of(places) as desk:
        first, second = backup.create(desk, stick), backup.create(desk, stick)
        names = [one.file.name for one in (first, second)]
        assert names == ["platica-2026-11-19.platica", "platica-2026-11-19-2.platica"]
        assert first.counts.people == 6
        with pytest.raises(Refused, match="already"):
            backup.create(desk, first.file)
        assert set(backup.files_in(stick)) == {first.file, second.file}


def test_today_knows_how_old_the_last_backup_is(tmp_path: Path) -> None:
    places, _ = circle_in(tmp_path)
    with desk_of(places) as desk:
        assert (backup.last(desk), backup.days_since(desk), backup.is_due(desk)) == (None, None, True)
        backup.create(desk, tmp_path / "file.platica")
        assert (backup.last(desk), backup.is_due(desk)) == (THURSDAY, False)
    with desk_of(places, THURSDAY + timedelta(days=9)) as desk:
        assert (backup.days_since(desk), str(backup.state(desk))) == (9, "Backup: 9 days ago")
        assert backup.is_due(desk)


def test_once_a_week_a_backup_is_put_aside_if_anything_changed(tmp_path: Path) -> None:
    places = site_in(tmp_path)
    later = datetime.now() + timedelta(days=8)  # noqa: DTZ005 - as the desk's clock
    with desk_of(places, later) as desk:
        group_on(desk, workshop_on(desk))
    with desk_of(places, later) as desk:
        (made,) = backup.known(desk)
        assert str(made.why) == "once a week"
        assert not backup.keep_up(desk)
    with desk_of(places, later + timedelta(days=8)) as desk:
        assert not backup.keep_up(desk)
        group_on(desk, desk.records.workshops()[0], "Nueva")
    with desk_of(places, later + timedelta(days=8)) as desk:
        assert len(backup.known(desk)) == 2


def test_a_step_goes_on_when_no_backup_can_be_put_aside_before_it_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = site_in(tmp_path)
    with desk_of(places) as desk, monkeypatch.context() as broken:

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        broken.setattr(fs, "replace_durably", full)
        warned = backup.before(desk, Why.CARRY)
        assert "No backup was put aside" in str(warned)
        assert "the disk is full" in str(warned)
    with desk_of(places) as desk:
        assert backup.before(desk, Why.CARRY) is None
        assert [str(one.why) for one in backup.known(desk)] == ["before bringing records in"]


def test_on_a_new_laptop_the_code_on_paper_brings_everything_back(tmp_path: Path) -> None:
    places, code = circle_in(tmp_path)
    with desk_of(places) as desk:
        backup.create(desk, tmp_path / "file.platica")
        before = names_in(desk)
    laptop = places_in(tmp_path / "laptop")
    assert not restore.opens(laptop)
    with pytest.raises(SiteLocked):
        restore.preview(laptop, tmp_path / "file.platica")
    with pytest.raises(Refused):
        restore.preview(laptop, tmp_path / "file.platica", "una contraseña que no es")
    preview = restore.preview(laptop, tmp_path / "file.platica", code)
    assert (preview.case, preview.counts.people) == (Case.NEW, 6)
    assert not laptop.site.exists()
    assert restore.restore(laptop, tmp_path / "file.platica", code).case is Case.NEW
    with open_desk(laptop, secret=code) as desk:
        assert names_in(desk) == before
        assert desk.settings.name == "Las Flores"
        assert desk.notices == ()


def test_going_back_says_who_would_come_and_go_and_is_undone_by_undo(tmp_path: Path) -> None:
    from platica.desk import undo

    places, _ = circle_in(tmp_path)
    with desk_of(places) as desk:
        file = backup.create(desk, tmp_path).file
        workshop = desk.records.workshops()[0]
        group_on(desk, workshop, "Nueva")
        gone = next(one for one in desk.records.roster(workshop.id).entries if one.participant.name == "Olga")
        place = next(one for one in desk.records.enrolments(workshop.id) if one.participant == gone.participant.id)
        desk.records.remove(gone.participant, place)
        later = names_in(desk)
        preview = restore.preview(desk, file)
        assert (preview.case, preview.returning, preview.leaving) == (Case.BACK, ("Olga",), ("Nueva",))
        told = " ".join(map(str, preview_told(desk, preview, "en")))
        assert "There again: Olga." in told
        assert "Not there any more: Nueva." in told
        assert names_in(desk) == later
        done = restore.restore(desk, file)
        assert "Olga" in names_in(desk)
        assert "Nueva" not in names_in(desk)
        assert "as they were" in str(done_told(desk, done, preview, "en")[0])
        assert [str(one.why) for one in backup.known(desk)] == ["before putting a backup back"]
        undo.undo(desk, Scope(What.ANYTHING))
        assert names_in(desk) == later


@pytest.mark.parametrize("lost", ["keyring.json", "site.toml"])
def test_a_lost_file_is_put_back_and_nothing_else_changes(tmp_path: Path, lost: str) -> None:
    places, code = circle_in(tmp_path)
    with desk_of(places) as desk:
        file = backup.create(desk, tmp_path).file
        group_on(desk, desk.records.workshops()[0], "Nueva")
    (places.site / lost).unlink()
    assert not restore.opens(places)
    assert restore.preview(places, file, code).case is Case.REPAIR
    assert restore.restore(places, file, code).case is Case.REPAIR
    with open_desk(places, secret=code if lost == "keyring.json" else None) as desk:
        assert "Nueva" in names_in(desk)
        assert desk.settings.name == "Las Flores"
        assert desk.notices == ()


def test_a_folder_with_records_of_others_takes_no_backup_without_its_keys(tmp_path: Path) -> None:
    places, code = circle_in(tmp_path / "one")
    with desk_of(places) as desk:
        file = backup.create(desk, tmp_path).file
    others, _ = circle_in(tmp_path / "two")
    (others.site / "keyring.json").unlink()
    before = {path: path.read_bytes() for path in others.site.rglob("*") if path.is_file()}
    for use in (restore.preview, restore.restore):
        with pytest.raises(Refused, match="another organization"):
            use(others, file, code)
    assert {path: path.read_bytes() for path in others.site.rglob("*") if path.is_file()} == before


def test_without_a_code_nothing_leaves(tmp_path: Path) -> None:
    with desk_of(site_in(tmp_path)) as desk, pytest.raises(NeedsRecovery):
        backup.create(desk, tmp_path / "file.platica")
