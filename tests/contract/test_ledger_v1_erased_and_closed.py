"""Sites of the first version from which something was erased, or that a passphrase closes, are read by both readers.

The second reader is written from docs/format.md alone; no line of the program is used in it.
"""

import json
import shutil
import unicodedata
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from builders.ledger import mark, meeting, person
from platica.errors import SiteLocked
from platica.ledger.keys import read_invitation, unlock
from platica.ledger.site import open_site

_GOLDEN = Path(__file__).parent / "golden"
_ERASED, _CLOSED = _GOLDEN / "ledger-v1-erased", _GOLDEN / "ledger-v1-closed"
_ANSWERED = _GOLDEN / "ledger-v1-answered"
_PASSPHRASE = "casa luna río café"
_RECOVERY = "D1EX8-R147A-F3XM5-K3YR7-ZSYYX-74XF1-XXFN1-441YN"
_INVITATION = "TW19W-E24F2-T8Z0C-19DAA"


def expected(golden: Path) -> Any:
    return json.loads((golden / "expected.json").read_bytes())


def test_the_golden_site_without_an_erased_person_opens_and_can_be_written_to(tmp_path: Path) -> None:
    shutil.copytree(_ERASED / "site", tmp_path / "site")
    with open_site(tmp_path / "site") as site:
        assert site.db.storage.read() == expected(_ERASED)
        assert site.notices == ()
        assert len(site.records.marks(meeting().id)) == 2
        site.records.save(mark(3))
    kept = b"".join(log.read_bytes() for log in (tmp_path / "site" / "logs").glob("*.log"))
    assert kept.count(b"\t-") == 6


@pytest.mark.parametrize("secret", [_PASSPHRASE, _RECOVERY])
def test_the_golden_closed_site_opens_with_what_a_person_knows(tmp_path: Path, secret: str) -> None:
    shutil.copytree(_CLOSED / "site", tmp_path / "site")
    with pytest.raises(SiteLocked):
        open_site(tmp_path / "site")
    with open_site(tmp_path / "site", unlocked=unlock(tmp_path / "site", secret)) as site:
        assert site.db.storage.read() == expected(_CLOSED)
        assert [slot.kind for slot in site.keys.slots()] == [None, "passphrase", "recovery"]
        site.records.save(mark(3))


def test_the_golden_invitation_gives_the_keys_of_its_site() -> None:
    assert read_invitation(_CLOSED / "invitation.json", _INVITATION) == unlock(_CLOSED / "site", _PASSPHRASE).keys


def test_a_reader_written_from_the_description_passes_over_what_was_erased() -> None:
    (slot,) = json.loads((_ERASED / "site" / "keyring.json").read_bytes())["slots"]
    assert folded(blobs_of(_ERASED / "site", slot["keys"])) == expected(_ERASED)


def test_a_reader_written_from_the_description_opens_every_slot() -> None:
    slots = json.loads((_CLOSED / "site" / "keyring.json").read_bytes())["slots"]
    (invitation,) = json.loads((_CLOSED / "invitation.json").read_bytes())["slots"]
    spoken = " ".join(unicodedata.normalize("NFKC", _PASSPHRASE).split()).encode()
    keys = keys_in(slots[1], spoken)
    assert len(keys) == 2
    assert keys_in(slots[2], signs_of(_RECOVERY)) == keys
    assert keys_in(invitation, signs_of(_INVITATION)) == keys
    assert folded(blobs_of(_CLOSED / "site", keys)) == expected(_CLOSED)


def test_the_erasing_change_and_the_made_up_names_are_as_described() -> None:
    (slot,) = json.loads((_ERASED / "site" / "keyring.json").read_bytes())["slots"]
    blobs = blobs_of(_ERASED / "site", slot["keys"])
    (erasing,) = [change for change in blobs.values() if "erases" in change]
    assert (erasing["table"], erasing["key"]) == ("participants", person(2).id)
    assert "set" not in erasing
    unnamed = [c["set"]["participant"] for c in blobs.values() if c["stamp"] == erasing["stamp"] and "set" in c]
    sources = [f"platica unnamed {table} {place}" for table in ("enrolments", "marks") for place in erasing["erases"]]
    signs = "0123456789abcdefghjkmnpqrstvwxyz"
    made_up = {"".join(signs[byte & 31] for byte in sha256(text.encode()).digest()[:16]) for text in sources}
    assert len(unnamed) == 3
    assert set(unnamed) <= made_up


def test_a_question_that_was_answered_is_gone_for_both_readers_and_nobodys_hand_is_on_questions(tmp_path: Path) -> None:
    shutil.copytree(_ANSWERED / "site", tmp_path / "site")
    with open_site(tmp_path / "site") as site:
        assert site.db.storage.read() == expected(_ANSWERED)
        assert site.notices == ()
    (slot,) = json.loads((_ANSWERED / "site" / "keyring.json").read_bytes())["slots"]
    blobs = blobs_of(_ANSWERED / "site", slot["keys"])
    assert folded(blobs) == expected(_ANSWERED)
    questions = [change for change in blobs.values() if change["table"] == "questions"]
    (erasing,) = [change for change in questions if "erases" in change]
    assert not erasing.keys() & {"set", "exists", "leader"}
    assert [change["set"]["text"] for change in questions if change is not erasing] == ["¿La fruta es mala?"]
    assert all("leader" not in change for change in questions)
    assert any("leader" in change for change in blobs.values())


def signs_of(code: str) -> bytes:
    return "".join(group[:4] for group in code.split("-")).encode()


def keys_in(slot: dict[str, Any], secret: bytes) -> dict[str, str]:
    salt, public = b64decode(slot["salt"]), b64decode(slot["public"])
    stretched = Argon2id(salt=salt, length=32, iterations=slot["passes"], lanes=1, memory_cost=slot["memory"])
    wrapped = b64decode(slot["private"])
    about = f"platica slot {slot['kind']} {slot['public']}".encode()
    private = AESGCM(stretched.derive(secret)).decrypt(wrapped[:12], wrapped[12:], about)
    sealed = b64decode(slot["keys"])
    once, nonce, text = sealed[:32], sealed[32:44], sealed[44:]
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(once))
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"platica keys " + once + public).derive(shared)
    keys: dict[str, str] = json.loads(AESGCM(key).decrypt(nonce, text, None))
    return keys


def blobs_of(site: Path, keys: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The changes by their places; headers are checked on the way."""
    found = {}
    for log in sorted((site / "logs").glob("*.log")):
        previous = "A" * 24
        for number, line in enumerate(log.read_bytes().split(b"\n")[:-1], 1):
            head, *blobs = line.split(b"\t")
            header = json.loads(head)
            assert (header["n"], header["p"]) == (number, previous)
            previous = hashed(head)
            for nth, (blob, kept) in enumerate(zip(blobs, header["b"], strict=True)):
                place = f"{header['d']}/{header['i']}/{number}/{nth}"
                if blob != b"-":
                    assert hashed(blob) == kept
                    secret = b64decode(blob)
                    cipher = AESGCM(b64decode(keys[header["k"]]))
                    found[place] = json.loads(cipher.decrypt(secret[:12], secret[12:], place.encode()))
    return found


def folded(blobs: dict[str, dict[str, Any]]) -> dict[str, dict[str, dict[str, Any]]]:
    erased = {place for change in blobs.values() for place in change.get("erases", ())}
    changes = [change for place, change in blobs.items() if place not in erased]
    named = {
        (c["table"], c["key"], field, s) for c in changes for field, over in c.get("over", {}).items() for s in over
    }
    heads: dict[tuple[str, str, str], dict[str, Any]] = {}
    for change in changes:
        written = dict(change.get("set", {})) | ({"": change["exists"]} if "exists" in change else {})
        for field, value in written.items():
            spot = (change["table"], change["key"], field)
            if (*spot, change["stamp"]) not in named:
                heads.setdefault(spot, {})[change["stamp"]] = value
    shown = {spot: versions[max(versions)] for spot, versions in heads.items()}
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for (table, key, field), value in shown.items():
        if field and shown.get((table, key, "")):
            tables.setdefault(table, {}).setdefault(key, {})[field] = value
    return tables


def hashed(content: bytes) -> str:
    return b64encode(sha256(content).digest()[:18]).decode()
