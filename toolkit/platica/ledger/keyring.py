"""The keyring: the keys of a site, in a file of their own that never travels with the logs.

The file has up to eight slots; each slot by itself gives all keys. An `open` slot holds them as they are, guarded only
by the file's rights; the others open with something a person knows (see `slots`).
"""

import json
import os
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from platica.errors import KeysLost, NewerFormat, PlaticaError, Refused, SiteError, SiteLocked
from platica.ledger import fs
from platica.ledger.frame import Ciphers
from platica.phrases import phrase

FORMAT = 1
MOST_SLOTS = 8
_KEY = 32


class SlotKind(StrEnum):
    """What opens a slot."""

    OPEN = "open"
    PASSPHRASE = "passphrase"  # noqa: S105 - the word for it, not one
    RECOVERY = "recovery"
    INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs: memory in KiB, and passes over it."""

    memory: int = 64 * 1024
    passes: int = 3


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of a site by their ids, in base64 as in the file; the last one writes.

    `public` and `private` are the halves of the slot that opened; empty for an open slot.
    """

    keys: dict[str, str]
    public: str = ""
    private: bytes = b""

    @property
    def ciphers(self) -> Ciphers:
        """What encrypts and decrypts with these keys."""
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return Ciphers(list(self.keys)[-1], {name: AESGCM(a2b_base64(key)) for name, key in self.keys.items()})


def key_id(key: bytes) -> str:
    """The name of a key, made from it, so that a damaged keyring is known as such: 8 hexadecimal digits."""
    return sha256(b"platica key " + key).hexdigest()[:8]


def new_key() -> dict[str, str]:
    """A random key under its name."""
    key = os.urandom(_KEY)
    return {key_id(key): b2a_base64(key, newline=False).decode()}


def create_keyring(path: Path, keys: Mapping[str, str] | None = None) -> Keyring:
    """Makes the keyring of a new site, open to whoever may read the file. Raises OSError."""
    keyring = Keyring(dict(keys or new_key()))
    write_slots(path, [open_slot(keyring.keys)])
    return keyring


def open_slot(keys: Mapping[str, str]) -> dict[str, Any]:
    """A slot that anyone may open who may read the file."""
    return {"kind": "open", "keys": dict(keys)}


def write_slots(path: Path, slots: list[dict[str, Any]]) -> None:
    """Writes a keyring file. Raises OSError."""
    fs.replace_durably(path, json.dumps({"format": FORMAT, "slots": slots}, indent=1).encode() + b"\n")


def read_slots(path: Path) -> list[dict[str, Any]]:
    """The slots of a keyring file. Raises SiteError when there is none or it cannot be read."""
    try:
        found = path.read_bytes()
    except FileNotFoundError as error:
        raise missing(path) from error
    except OSError as error:
        raise SiteError(
            phrase("The keyring {file} could not be read: {reason}.", file=path, reason=fs.reason(error))
        ) from error
    return slots_in(found, path)


def slots_in(found: bytes, path: Path) -> list[dict[str, Any]]:
    """The slots of a keyring that was read from this path. Raises SiteError when it is damaged."""
    try:
        content = json.loads(found)
        if content["format"] != FORMAT:
            raise NewerFormat(phrase("The keyring {file} is of a newer version of Plática. Please update.", file=path))
        slots = content["slots"]
        if len(slots) > MOST_SLOTS or not all(isinstance(slot["kind"], str) for slot in slots):
            raise ValueError(len(slots))
        return list(slots)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged(path) from error


def read_keyring(path: Path) -> Keyring:
    """The keyring of a site that needs no secret.

    Raises SiteError when there is none or it cannot be read, SiteLocked when no slot opens without a secret.
    """
    return open_keyring(read_slots(path), path)


def open_keyring(slots: list[dict[str, Any]], path: Path) -> Keyring:
    """The keys of slots that need no secret. Raises as `read_keyring`."""
    try:
        keys = next((slot["keys"] for slot in slots if slot["kind"] == "open"), None)
        keyring = Keyring(_checked(keys or {}))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged(path) from error
    if not keyring.keys:
        raise SiteLocked(phrase("These records open only with a passphrase or a recovery code."))
    return keyring


def unlock_keyring(path: Path, secret: str) -> Keyring:
    """The keyring of a site by a passphrase or a code; every slot is tried.

    Raises Refused when nothing opens, or a code was mistyped; SiteError when there is none or it is damaged.
    """
    return unlock_slots(read_slots(path), path, secret)


def unlock_slots(slots: list[dict[str, Any]], path: Path, secret: str) -> Keyring:
    """The keys of slots by a passphrase or a code. Raises as `unlock_keyring`."""
    from platica.ledger.slots import opened_keys, private_half

    trouble: PlaticaError | None = None
    for slot in slots:
        if slot["kind"] in set(SlotKind) - {SlotKind.OPEN}:
            try:
                private = private_half(slot, secret)
                if private is not None:
                    return Keyring(_checked(opened_keys(slot, private)), slot["public"], private)
            except Refused as mistyped:
                trouble = mistyped
            except (ValueError, TypeError, KeyError, AttributeError):
                trouble = trouble or _damaged(path)
    raise trouble or Refused(
        phrase("This opens nothing here. Look at every sign, at capital letters and accents too, and try again.")
    )


def renewed(path: Path, keyring: Keyring) -> Keyring:
    """The keyring as it is now, by the slot that opened it before; the same when that slot is not there any more."""
    from platica.ledger.slots import opened_keys

    if not keyring.private:
        return read_keyring(path)
    slot = next((slot for slot in read_slots(path) if slot.get("public") == keyring.public), None)
    if slot is None:
        return keyring
    try:
        return Keyring(_checked(opened_keys(slot, keyring.private)), keyring.public, keyring.private)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _damaged(path) from error


def _checked(keys: dict[str, Any]) -> dict[str, str]:
    for name, key in keys.items():
        plain = a2b_base64(key, strict_mode=True)
        if len(plain) != _KEY or key_id(plain) != name:
            raise ValueError(name)
    return keys


def _damaged(path: Path) -> KeysLost:
    return KeysLost(
        phrase(
            "The file with the keys, {file}, is damaged. Put a backup back, or take in an invitation of another "
            "computer of your organization; without one of them nobody can read the records.",
            file=path,
        )
    )


def missing(path: Path) -> SiteError:
    """What to raise when there is no keyring: there is no site at all, or its keys are lost."""
    if not (path.parent / "logs").is_dir():
        return SiteError(phrase("The folder {folder} holds no site.", folder=path.parent))
    return KeysLost(
        phrase(
            "The file with the keys, {file}, is missing. Put a backup back, or take in an invitation of another "
            "computer of your organization; without one of them nobody can read the records.",
            file=path,
        )
    )
