"""What the keys of a site still open in its logs."""

import json
from base64 import b64decode
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from platica.ledger.keyring import read_keyring


def texts(folder: Path, keys: Mapping[str, str] | None = None) -> list[str]:
    """Everything the keys of a site, or these, still open in its logs."""
    keys = keys or read_keyring(folder / "keyring.json").keys
    found = []
    for log in (folder / "logs").glob("*.log"):
        for line in log.read_bytes().splitlines():
            head, *blobs = line.split(b"\t")
            header = json.loads(head)
            for nth, blob in enumerate(blobs):
                place = f"{header['d']}/{header['i']}/{header['n']}/{nth}"
                found += [] if blob == b"-" else [opened(blob, keys[header["k"]], place)]
    return found


def opened(blob: bytes, key: str, place: str) -> str:
    secret = b64decode(blob)
    return AESGCM(b64decode(key)).decrypt(secret[:12], secret[12:], place.encode()).decode()


def told(folder: Path, keys: Mapping[str, str] | None = None) -> str:
    """All that lies readable for the keys in the logs."""
    return "\n".join(texts(folder, keys))
