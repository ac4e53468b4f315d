"""What an invitation brings beside the keys, such as the settings of the site: readable with those keys alone."""

import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from pathlib import Path

from platica.errors import SiteError
from platica.ledger import fs
from platica.ledger.frame import NONCE
from platica.ledger.keyring import Keyring, SlotKind
from platica.phrases import phrase

_BESIDE = "settings"
_TITLE = b"platica invitation settings"


def enclose(file: Path, keyring: Keyring, text: bytes) -> None:
    """Puts a text into an invitation, encrypted with the key that writes. Raises SiteError."""
    ciphers, nonce = keyring.ciphers, os.urandom(NONCE)
    secret = nonce + ciphers.by_id[ciphers.current].encrypt(nonce, text, _TITLE)
    try:
        content = json.loads(file.read_bytes())
        content[_BESIDE] = b2a_base64(secret, newline=False).decode()
        fs.replace_durably(file, json.dumps(content, indent=1).encode() + b"\n")
    except OSError as error:
        raise SiteError(
            phrase("The file {file} could not be written: {reason}.", file=file, reason=fs.reason(error))
        ) from error


def is_invitation(file: Path) -> bool:
    """Whether a file is an invitation, of whatever organization: nothing but that is ever replaced by one."""
    try:
        slots = json.loads(file.read_bytes())["slots"]
        return [slot["kind"] for slot in slots] == [SlotKind.INVITATION]
    except (OSError, ValueError, TypeError, KeyError):
        return False


def enclosed(file: Path, keys: Mapping[str, str]) -> bytes | None:
    """The text in an invitation; None when there is none that these keys open."""
    from cryptography.exceptions import InvalidTag

    try:
        secret = a2b_base64(json.loads(file.read_bytes())[_BESIDE])
    except (OSError, ValueError, TypeError, KeyError):
        return None
    for cipher in Keyring(dict(keys)).ciphers.by_id.values():
        try:
            return cipher.decrypt(secret[:NONCE], secret[NONCE:], _TITLE)
        except (InvalidTag, ValueError):
            continue
    return None
