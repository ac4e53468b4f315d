"""Passphrases and codes: who may open a site, who may not any more, and what a wrong word tells."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.ledger import carry, mark, meeting, new_site, person
from platica.errors import LedgerReadOnly, Refused, SiteError, SiteLocked
from platica.ledger import keys as keys_room
from platica.ledger.codes import RECOVERY_GROUPS, new_code, typed_code
from platica.ledger.keyring import Cost, Keyring, SlotKind, create_keyring
from platica.ledger.keys import is_locked, read_invitation, unlock
from platica.ledger.site import open_site

WORDS = "casa luna río café"
OTHER = "perro verde nube sal"


def closed_site(folder: Path) -> str:
    """A site that opens with a passphrase and a recovery code; gives the code."""
    with new_site(folder) as site:
        site.records.save(mark(1))
        site.keys.add_passphrase(WORDS)
        return site.keys.add_recovery()


def test_without_the_passphrase_the_site_stays_closed(tmp_path: Path) -> None:
    closed_site(tmp_path / "site")
    assert is_locked(tmp_path / "site")
    with pytest.raises(SiteLocked, match="only with a passphrase"):
        open_site(tmp_path / "site")
    with open_site(tmp_path / "site", unlocked=unlock(tmp_path / "site", WORDS)) as site:
        assert site.records.marks(meeting().id) == (mark(1),)
        site.records.save(mark(2))


def test_a_passphrase_may_be_typed_with_other_spaces_and_accents_composed_otherwise(tmp_path: Path) -> None:
    closed_site(tmp_path / "site")
    for typed in (f"  {WORDS} ", WORDS.replace(" ", "   "), WORDS.replace("í", "i\u0301").replace("é", "e\u0301")):
        assert unlock(tmp_path / "site", typed).keys
    with pytest.raises(Refused):
        unlock(tmp_path / "site", WORDS.upper())


def test_the_recovery_code_opens_however_it_is_typed(tmp_path: Path) -> None:
    code = closed_site(tmp_path / "site")
    for typed in (code, code.lower(), code.replace("-", " "), code.replace("-", "").replace("0", "O")):
        assert unlock(tmp_path / "site", typed).keys


def test_every_wrong_word_is_answered_alike(tmp_path: Path) -> None:
    closed_site(tmp_path / "site")
    answers = set()
    for wrong in ("", WORDS[:-1], WORDS + "s", OTHER, new_code(RECOVERY_GROUPS), "x" * 10_000):
        with pytest.raises(Refused) as refusal:
            unlock(tmp_path / "site", wrong)
        answers.add(str(refusal.value))
    assert len(answers) == 1


@given(st.integers(0, 39), st.integers(1, 30))
def test_one_wrong_sign_of_a_code_is_noticed_and_its_group_named(place: int, step: int) -> None:
    signs = "0123456789ABCDEFGHJKMNPQRSTWXYZ"
    plain = new_code(RECOVERY_GROUPS).replace("-", "")
    wrong = signs[(signs.index(plain[place]) + step) % 31]
    with pytest.raises(Refused, match=f"Group {place // 5 + 1} "):
        typed_code(plain[:place] + wrong + plain[place + 1 :])


@given(st.integers(0, 38))
def test_two_signs_of_a_code_that_changed_places_are_noticed(place: int) -> None:
    plain = new_code(RECOVERY_GROUPS).replace("-", "")
    turned = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if turned != plain and place % 5 != 4:
        with pytest.raises(Refused):
            typed_code(turned)


def test_who_was_taken_out_cannot_read_what_is_written_since(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    code = closed_site(folder)
    with open_site(folder, unlocked=unlock(folder, WORDS)) as site:
        site.keys.add_passphrase(OTHER)
        taken_away = unlock(folder, OTHER)
        assert [slot.kind for slot in site.keys.slots()] == [
            SlotKind.PASSPHRASE,
            SlotKind.RECOVERY,
            SlotKind.PASSPHRASE,
        ]
        assert [slot.mine for slot in site.keys.slots()] == [True, False, False]
        site.keys.remove(3)
        site.records.save(mark(2))
    with pytest.raises(Refused):
        unlock(folder, OTHER)
    for secret in (WORDS, code):
        with open_site(folder, unlocked=unlock(folder, secret)) as site:
            assert set(site.records.marks(meeting().id)) == {mark(1), mark(2)}
            assert site.notices == ()
    with open_site(folder, unlocked=Keyring(taken_away.keys)) as site:
        assert site.records.marks(meeting().id) == (mark(1),)
        with pytest.raises(LedgerReadOnly):
            site.records.save(mark(3))


def test_a_program_that_is_open_learns_of_a_new_key(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    closed_site(folder)
    with (
        open_site(folder, unlocked=unlock(folder, WORDS)) as screen,
        open_site(folder, unlocked=unlock(folder, WORDS)) as command,
    ):
        command.keys.remove(2)
        command.records.save(mark(2))
        assert set(screen.records.marks(meeting().id)) == {mark(1), mark(2)}
        screen.records.save(mark(3))
    with open_site(folder, unlocked=unlock(folder, WORDS)) as site:
        assert len(site.records.marks(meeting().id)) == 3
        assert site.notices == ()


def test_a_passphrase_is_changed_by_who_knows_it(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    code = closed_site(folder)
    with open_site(folder, unlocked=unlock(folder, WORDS)) as site:
        for wrong in (OTHER, code):
            with pytest.raises(Refused):
                site.keys.change(wrong, "otra cosa muy larga")
        site.keys.change(WORDS, OTHER)
        site.records.save(mark(2))
    assert unlock(folder, OTHER).keys == unlock(folder, code).keys
    with pytest.raises(Refused):
        unlock(folder, WORDS)


def test_the_last_way_in_stays_and_there_are_at_most_eight(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    with new_site(folder) as site:
        keys = site.keys
        with pytest.raises(Refused, match="only way"):
            keys.remove(1)
        with pytest.raises(Refused, match="at least"):
            keys.add_passphrase("corta")
        for number in range(8):
            keys.add_passphrase(f"{WORDS} {number}")
        with pytest.raises(Refused, match="8 keys already"):
            keys.add_recovery()
        with pytest.raises(Refused, match="no key number"):
            keys.remove(9)
        assert len(keys.slots()) == 8
    assert all(unlock(folder, f"{WORDS} {number}").keys == keys.keyring.keys for number in (0, 7))


def test_a_recovery_code_of_an_open_site_leaves_it_open(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = site.keys.add_recovery()
    assert not is_locked(tmp_path / "site")
    assert unlock(tmp_path / "site", code).keys


def test_a_site_can_be_opened_to_all_again(tmp_path: Path) -> None:
    closed_site(tmp_path / "site")
    with open_site(tmp_path / "site", unlocked=unlock(tmp_path / "site", WORDS)) as site:
        site.keys.leave_open()
    with open_site(tmp_path / "site") as site:
        assert site.records.marks(meeting().id) == (mark(1),)


def test_an_invitation_gives_the_keys_and_nothing_that_opens_without_its_code(tmp_path: Path) -> None:
    with new_site(tmp_path / "site") as site:
        code = site.keys.invite(tmp_path / "invitation")
        keys = site.keys.keyring.keys
    assert read_invitation(tmp_path / "invitation", code) == keys
    with pytest.raises(Refused):
        read_invitation(tmp_path / "invitation", WORDS)
    with pytest.raises(SiteError, match="no file"):
        read_invitation(tmp_path / "elsewhere", code)
    assert not any(key in (tmp_path / "invitation").read_text() for key in keys.values())


def test_what_another_computer_wrote_under_a_newer_key_waits_until_the_key_comes(tmp_path: Path) -> None:
    with new_site(tmp_path / "one") as one:
        old = dict(one.keys.keyring.keys)
        one.keys.add_passphrase(WORDS)
        one.keys.add_recovery()
        one.keys.remove(2)
        one.records.save(mark(2))
        new = one.keys.keyring.keys
    (tmp_path / "two" / "logs").mkdir(parents=True)
    create_keyring(tmp_path / "two" / "keyring.json", old)
    carry(tmp_path / "one", tmp_path / "two")
    with open_site(tmp_path / "two") as two:
        assert len(two.records.participants()) == 3
        assert two.records.marks(meeting().id) == ()
        assert "newer key" in str(two.notices[0])
        two.records.save(person(9, "Elena"))
        two.keys.learn(new)
        assert two.records.marks(meeting().id) == (mark(2),)
        assert two.notices == ()
    with open_site(tmp_path / "two") as two:
        assert two.notices == ()
        assert len(two.records.participants()) == 4


@pytest.mark.parametrize("field", ["private", "keys", "salt", "public", "memory", "passes", "kdf", "kind"])
def test_a_slot_that_was_altered_opens_nothing_and_hinders_no_other(tmp_path: Path, field: str) -> None:
    folder = tmp_path / "site"
    code = closed_site(folder)
    ring = folder / "keyring.json"
    content = json.loads(ring.read_bytes())
    values: list[object] = ["", "AAAA", 7, -1, 10**9, None, [], {}]
    for value in values:
        content["slots"][0][field] = value
        ring.write_text(json.dumps(content))
        with pytest.raises((SiteError, Refused)):
            unlock(folder, WORDS)
        if field != "kind":
            assert unlock(folder, code).keys


def test_outside_of_tests_a_try_costs_what_is_promised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys_room, "Cost", Cost)
    with new_site(tmp_path / "site") as site:
        site.keys.add_passphrase(WORDS)
    slots = json.loads((tmp_path / "site" / "keyring.json").read_bytes())["slots"]
    assert [(slot["memory"], slot["passes"]) for slot in slots if "memory" in slot] == [(64 * 1024, 3)]
