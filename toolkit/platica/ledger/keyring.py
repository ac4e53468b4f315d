"""The keyring: the keys of a site, in a file of their own that never travels with the logs.

The file names its slots; each slot by itself gives all keys. An `open` slot holds them as they are, guarded only by the
file's rights. There is room for eight.
"""

import json
import os
from binascii import a2b_base64, b2a_base64
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.frame import Ciphers
from platica.phrases import phrase

FORMAT = 1
MOST_SLOTS = 8
_KEY = 32


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of a site by their ids, in base64 as in the file; the last one writes."""

    keys: dict[str, str]

    @property
    def ciphers(self) -> Ciphers:
        """What encrypts and decrypts with these keys."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return Ciphers(list(self.keys)[-1], {name: AESGCM(a2b_base64(key)) for name, key in self.keys.items()})


def key_id(key: bytes) -> str:
    """The name of a key, made from it, so that a damaged keyring is known as such: 8 hexadecimal digits."""
    return sha256(b"platica key " + key).hexdigest()[:8]


def create_keyring(path: Path) -> Keyring:
    """Makes the keyring of a new site, open to whoever may read the file."""
    key = os.urandom(_KEY)
    keyring = Keyring({key_id(key): b2a_base64(key, newline=False).decode()})
    content = {"format": FORMAT, "slots": [{"kind": "open", "keys": keyring.keys}]}
    fs.replace_durably(path, json.dumps(content, indent=1).encode() + b"\n")
    return keyring


def read_keyring(path: Path) -> Keyring:
    """The keyring of a site.

    Raises SiteError when there is none, it cannot be read, or no slot opens without a passphrase.
    """
    try:
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT:
            raise SiteError(phrase("The keyring {file} is of a newer version of Plática. Please update.", file=path))
        slots = content["slots"]
        if len(slots) > MOST_SLOTS:
            raise ValueError(len(slots))
        keys = next((slot["keys"] for slot in slots if slot["kind"] == "open"), None)
        keyring = Keyring(_checked(keys or {}))
    except FileNotFoundError as error:
        raise SiteError(phrase("The folder {folder} holds no site.", folder=path.parent)) from error
    except OSError as error:
        raise SiteError(
            phrase("The keyring {file} could not be read: {reason}.", file=path, reason=fs.reason(error))
        ) from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SiteError(
            phrase("The keyring {file} is damaged. Put back the copy from your backup.", file=path)
        ) from error
    if not keyring.keys:
        raise SiteError(phrase("The keyring {file} opens only with a passphrase.", file=path))
    return keyring


def _checked(keys: dict[str, Any]) -> dict[str, str]:
    for name, key in keys.items():
        plain = a2b_base64(key, strict_mode=True)
        if len(plain) != _KEY or key_id(plain) != name:
            raise ValueError(name)
    return keys
