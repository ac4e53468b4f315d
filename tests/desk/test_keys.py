"""Locking a desk, taking keys in from other computers, and what can be done when the keys are lost."""

import json
import resource
from pathlib import Path

import pytest

from builders.keys import OTHER, WORDS, add_recovery, lock
from builders.site import THURSDAY, clock_at, desk_in, group_on, places_in, site_in, workshop_on
from platica.desk import carry, invite, keep_roster, keys, set_up
from platica.desk.desk import Desk
from platica.desk.open_desk import Places, open_content, open_desk, unlock
from platica.domain.settings import Settings
from platica.errors import KeysLost, Refused, SiteError, SiteLocked


def names(desk: Desk) -> set[str]:
    """Everybody who is known."""
    return {person.name for person in desk.records.participants()}


def two_computers(folder: Path) -> tuple[Desk, Desk]:
    """Two computers of one site that know the same people."""
    one, two = desk_in(folder / "one"), desk_in(folder / "two")
    group_on(one, workshop_on(one), "Ana", "Beto")
    code = invite.invite(one, folder / "invitation")
    invite.join(two, folder / "invitation", code)
    travel(one, two, folder)
    return one, two


def travel(giver: Desk, taker: Desk, folder: Path) -> None:
    carry.carry_out(giver, folder / "stick")
    carry.carry_in(taker, folder / "stick")


def test_a_locked_desk_knows_settings_and_content_and_no_records(tmp_path: Path) -> None:
    places = lock(site_in(tmp_path))
    with open_content(places, "en", now=clock_at(THURSDAY)) as desk:
        assert desk.locked
        assert desk.settings.name == "Las Flores"
        assert desk.library.ids()
        assert desk.notices == ()
        with pytest.raises(SiteLocked):
            _ = desk.records
        with pytest.raises(Refused):
            unlock(desk, places, OTHER)
        assert desk.locked
        unlock(desk, places, WORDS)
        group_on(desk, workshop_on(desk), "Ana")
        desk.lock()
        with pytest.raises(SiteLocked):
            names(desk)
        unlock(desk, places, WORDS)
        assert names(desk) == {"Ana"}


def test_what_waits_under_a_newer_key_is_read_once_an_invitation_is_taken_in(tmp_path: Path) -> None:
    one, two = two_computers(tmp_path)
    with one, two:
        keys.add_passphrase(one, WORDS)
        keys.add_passphrase(one, OTHER)
        keys.remove(one, 2)
        (workshop,) = one.records.workshops()
        keep_roster.add(one, workshop.id, "Yolanda")
        travel(one, two, tmp_path)
        assert names(two) == {"Ana", "Beto"}
        code = invite.invite(one, tmp_path / "again")
        with pytest.raises(Refused):
            keys.learn_invitation(two, tmp_path / "again", code[:-1])
        assert keys.learn_invitation(two, tmp_path / "again", code)
        assert not keys.learn_invitation(two, tmp_path / "again", code)
        travel(one, two, tmp_path)
        assert names(two) == {"Ana", "Beto", "Yolanda"}
        keep_roster.add(two, workshop.id, "Zoe")
        travel(two, one, tmp_path)
        assert names(one) == names(two)
    with open_desk(places_in(tmp_path / "two")) as two:
        assert names(two) == {"Ana", "Beto", "Yolanda", "Zoe"}
        assert two.notices == ()


def test_the_invitation_of_a_stranger_changes_nothing(tmp_path: Path) -> None:
    with desk_in(tmp_path / "one") as one, desk_in(tmp_path / "two") as two:
        code = invite.invite(one, tmp_path / "invitation")
        before = (tmp_path / "two" / "site" / "keyring.json").read_bytes()
        with pytest.raises(Refused, match="another organization"):
            keys.learn_invitation(two, tmp_path / "invitation", code)
        (tmp_path / "torn").write_bytes((tmp_path / "invitation").read_bytes()[:-20])
        with pytest.raises(SiteError, match="is no invitation"):
            keys.learn_invitation(two, tmp_path / "torn", code)
        assert (tmp_path / "two" / "site" / "keyring.json").read_bytes() == before


@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_lost_keys_come_back_from_another_computer(tmp_path: Path, damage: str) -> None:
    one, two = two_computers(tmp_path)
    two.close()
    places = places_in(tmp_path / "two")
    ring = places.site / "keyring.json"
    with one, desk_in(tmp_path / "three") as stranger:
        code = invite.invite(one, tmp_path / "again")
        with pytest.raises(Refused, match="whole"):
            keys.regain(places, tmp_path / "again", code)
        ring.unlink() if damage == "missing" else ring.write_bytes(ring.read_bytes()[:40])
        with pytest.raises(KeysLost, match=damage):
            open_desk(places)
        with pytest.raises(Refused, match="another organization"):
            keys.regain(places, tmp_path / "strange", invite.invite(stranger, tmp_path / "strange"))
        with pytest.raises(Refused):
            keys.regain(places, tmp_path / "again", code[::-1])
        assert keys.are_lost(places)
        assert ring.exists() is (damage == "damaged")
        keys.regain(places, tmp_path / "again", code)
    assert not keys.are_lost(places)
    with open_desk(places) as again:
        assert names(again) == {"Ana", "Beto"}
        assert again.notices == ()
    assert ring.stat().st_mode & 0o077 == 0


def test_a_site_with_eight_keys_is_not_left_open_and_stays_readable(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        for number in range(8):
            keys.add_passphrase(desk, f"{WORDS} {number}")
        for refused in (keys.leave_open, keys.draw_recovery_code):
            with pytest.raises(Refused, match="8 keys already"):
                refused(desk)
    with open_desk(places_in(tmp_path), secret=f"{WORDS} 7") as desk:
        assert len(keys.ways_in(desk)) == 8


def test_only_who_knows_a_passphrase_closes_a_site_that_was_left_open(tmp_path: Path) -> None:
    places = lock(site_in(tmp_path))
    code = add_recovery(places)
    with open_desk(places, secret=WORDS) as desk:
        keys.leave_open(desk)
    with open_desk(places) as desk:
        for wrong in (OTHER, code):
            with pytest.raises(Refused):
                keys.close(desk, wrong)
        assert keys.is_open(desk)
        keys.close(desk, WORDS)
        assert not keys.is_open(desk)
        assert [way.mine for way in keys.ways_in(desk)] == [True, False]
        group_on(desk, workshop_on(desk), "Ana")
    assert keys.needs_passphrase(places)
    with open_desk(places, secret=code) as desk:
        assert keys.opened_by_code(desk)
        assert names(desk) == {"Ana"}


def test_a_code_that_was_drawn_opens_nothing_until_it_is_kept(tmp_path: Path) -> None:
    places = lock(site_in(tmp_path))
    with open_desk(places, secret=WORDS) as desk:
        before = (places.site / "keyring.json").read_bytes()
        code = keys.draw_recovery_code(desk)
        assert (places.site / "keyring.json").read_bytes() == before
        with pytest.raises(Refused):
            open_desk(places, secret=code)
        keys.keep_recovery_code(desk, code)
    open_desk(places, secret=code).close()


def test_an_empty_or_short_first_passphrase_leaves_no_site(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    with pytest.raises(Refused, match="at least 10 letters"):
        set_up.create(places, Settings("Sur", "es", "US"), "corta")
    assert not places.site.exists()


def test_no_crash_leaves_the_records_on_the_disk(tmp_path: Path) -> None:
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    desk_in(tmp_path).close()
    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, most)


def test_one_line_says_who_can_read(tmp_path: Path) -> None:
    with desk_in(tmp_path) as desk:
        assert "whoever takes this computer" in str(keys.state(desk))
        keys.add_passphrase(desk, WORDS)
        assert str(keys.state(desk)) == "1 passphrase, no recovery code"
        keys.keep_recovery_code(desk, keys.draw_recovery_code(desk))
        assert str(keys.state(desk)) == "1 passphrase, and a recovery code on paper"


@pytest.mark.parametrize("minutes", ["-1", "1441", "1.5", '"ten"', "true"])
def test_minutes_that_are_none_are_named_with_their_file(tmp_path: Path, minutes: str) -> None:
    places: Places = site_in(tmp_path)
    file = places.site / "site.toml"
    file.write_text(f"lock_minutes = {minutes}\n{file.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.raises(SiteError, match="lock_minutes"):
        open_desk(places)


def test_the_keyring_holds_neither_passphrase_nor_code(tmp_path: Path) -> None:
    places = lock(site_in(tmp_path))
    code = add_recovery(places)
    ring = (places.site / "keyring.json").read_text(encoding="utf-8")
    assert [slot["kind"] for slot in json.loads(ring)["slots"]] == ["passphrase", "recovery"]
    assert WORDS not in ring
    assert code not in ring
    assert code.replace("-", "") not in ring
