"""A backup of the first version is put back by every later one, and by a reader written from docs/format.md alone."""

import json
import zipfile
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from platica.ledger.backup import read
from platica.ledger.keys import unlock
from platica.ledger.manifest import Counts
from platica.ledger.restore import restore_into_new
from platica.ledger.site import open_site

_GOLDEN = Path(__file__).parent / "golden" / "backup-v1"
_FILE = _GOLDEN / "site.platica"
_PASSPHRASE = "casa luna río café"
_RECOVERY = "5WC7K-86CW1-413T0-KXWNX-RE5QC-0HWQ0-0ZGNH-2BNNG"


def expected() -> Any:
    return json.loads((_GOLDEN / "expected.json").read_bytes())


@pytest.mark.parametrize("secret", [_PASSPHRASE, _RECOVERY])
def test_the_golden_backup_is_put_back(tmp_path: Path, secret: str) -> None:
    backup = read(_FILE, secret=secret)
    assert backup.manifest.counts == Counts(workshops=1, people=2, marks=3)
    assert (backup.manifest.why, backup.manifest.computer, backup.manifest.damaged) == ("asked", "Recepción", ())
    restore_into_new(tmp_path / "site", backup)
    assert (tmp_path / "site" / "site.toml").read_text().startswith('name = "Las Flores"')
    with open_site(tmp_path / "site", unlocked=unlock(tmp_path / "site", secret)) as site:
        assert site.db.storage.read() == expected()
        assert site.notices == ()


def test_a_reader_written_from_the_description_finds_the_same() -> None:
    with zipfile.ZipFile(_FILE) as archive:
        assert all(info.compress_type == zipfile.ZIP_STORED for info in archive.infolist())
        held = {info.filename: archive.read(info) for info in archive.infolist()}
    slots = json.loads(held["keyring.json"])["slots"]
    assert [slot["kind"] for slot in slots] == ["passphrase", "recovery"]
    keys = keys_in(slots[1], "".join(group[:4] for group in _RECOVERY.split("-")).encode())
    told = json.loads(unsealed("manifest", held, keys))
    assert told["entries"] == {
        name: [len(content), sha256(content).hexdigest()] for name, content in held.items() if name != "manifest"
    }
    assert (told["format"], told["made"], told["people"], told["erased"]) == (1, "2026-11-19T12:00:00+00:00", 2, 3)
    assert unsealed("settings", held, keys).decode().startswith('name = "Las Flores"')
    assert sorted(name.partition("/")[0] for name in held) == ["keyring.json", "local", "logs", "manifest", "settings"]


def unsealed(name: str, held: dict[str, bytes], keys: dict[str, str]) -> bytes:
    title, _, rest = held[name].partition(b"\n")
    word, kind, version, key = title.decode().split(" ")
    assert (word, kind, version) == ("platica", "backup", "1")
    return AESGCM(b64decode(keys[key])).decrypt(rest[:12], rest[12:], title + b"\n" + name.encode())


def keys_in(slot: dict[str, Any], secret: bytes) -> dict[str, str]:
    salt, public = b64decode(slot["salt"]), b64decode(slot["public"])
    stretched = Argon2id(salt=salt, length=32, iterations=slot["passes"], lanes=1, memory_cost=slot["memory"])
    wrapped, about = b64decode(slot["private"]), f"platica slot {slot['kind']} {slot['public']}".encode()
    private = AESGCM(stretched.derive(secret)).decrypt(wrapped[:12], wrapped[12:], about)
    sealed = b64decode(slot["keys"])
    once, nonce, text = sealed[:32], sealed[32:44], sealed[44:]
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(once))
    key = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"platica keys " + once + public).derive(shared)
    keys: dict[str, str] = json.loads(AESGCM(key).decrypt(nonce, text, None))
    return keys
