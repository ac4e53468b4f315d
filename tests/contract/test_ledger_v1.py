"""A site written under the first version of the format is read, by the program and by its description alone."""

import json
import shutil
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from builders.ledger import WORKSHOP, mark, meeting
from platica.domain.attendance import Presence
from platica.ledger.site import open_site

_GOLDEN = Path(__file__).parent / "golden" / "ledger-v1"
_EXPECTED = json.loads((_GOLDEN / "expected.json").read_bytes())


def test_the_golden_site_opens_and_can_be_written_to(tmp_path: Path) -> None:
    shutil.copytree(_GOLDEN / "site", tmp_path / "site")
    with open_site(tmp_path / "site") as site:
        assert site.db.storage.read() == _EXPECTED
        assert [conflict.field for conflict in site.records.conflicts()] == ["presence"]
        assert site.notices == ()
        site.records.save(mark(1, Presence.PRESENT))
        assert site.records.mark(meeting().id, mark(1).participant) == mark(1, Presence.PRESENT)
        assert [entry.number for entry in site.records.roster(WORKSHOP).entries] == [1, 2, 3, 4]


def test_headers_of_the_golden_site_are_as_described() -> None:
    for log in logs():
        previous = "A" * 24
        for number, line in enumerate(log.read_bytes().split(b"\n")[:-1], 1):
            head, *blobs = line.split(b"\t")
            device, _, incarnation = log.stem.partition("-")
            assert list(json.loads(head).items()) == [
                ("f", 1),
                ("d", device),
                ("i", incarnation),
                ("n", number),
                ("p", previous),
                ("k", next(iter(keys()))),
                ("b", [hashed(blob) for blob in blobs]),
            ]
            assert json.dumps(json.loads(head), separators=(",", ":")).encode() == head
            previous = hashed(head)


def test_the_name_of_a_key_is_made_from_it() -> None:
    assert all(name == sha256(b"platica key " + key).hexdigest()[:8] for name, key in keys().items())


def test_a_reader_written_from_the_description_finds_the_same_records() -> None:
    """No line of the program is used: keys, lines, changes and the rule of heads come from docs/format.md."""
    changes = [change for log in logs() for change in changes_in(log)]
    named = {
        (c["table"], c["key"], field, s) for c in changes for field, over in c.get("over", {}).items() for s in over
    }
    heads: dict[tuple[str, str, str], dict[str, Any]] = {}
    for change in changes:
        written = dict(change.get("set", {}))
        if "exists" in change:
            written[""] = change["exists"]
        for field, value in written.items():
            spot = (change["table"], change["key"], field)
            if (*spot, change["stamp"]) not in named:
                heads.setdefault(spot, {})[change["stamp"]] = value
    shown = {spot: versions[max(versions)] for spot, versions in heads.items()}
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for (table, key, field), value in shown.items():
        if field and shown.get((table, key, "")):
            tables.setdefault(table, {}).setdefault(key, {})[field] = value
    assert tables == _EXPECTED


def logs() -> list[Path]:
    return sorted([*(_GOLDEN / "site" / "logs").glob("*.log"), *(_GOLDEN / "site" / "local").glob("*.log")])


def keys() -> dict[str, bytes]:
    (slot,) = json.loads((_GOLDEN / "site" / "keyring.json").read_bytes())["slots"]
    return {name: b64decode(key) for name, key in slot["keys"].items()}


def hashed(content: bytes) -> str:
    return b64encode(sha256(content).digest()[:18]).decode()


def changes_in(log: Path) -> list[dict[str, Any]]:
    changes = []
    for line in log.read_bytes().split(b"\n")[:-1]:
        head, *blobs = line.split(b"\t")
        header = json.loads(head)
        cipher = AESGCM(keys()[header["k"]])
        for nth, blob in enumerate(blobs):
            secret = b64decode(blob)
            place = f"{header['d']}/{header['i']}/{header['n']}/{nth}".encode()
            changes.append(json.loads(cipher.decrypt(secret[:12], secret[12:], place)))
    return changes
