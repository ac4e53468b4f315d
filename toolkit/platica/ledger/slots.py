"""Slots of a keyring that open with something a person knows: a passphrase, or a code on paper.

A slot has a key pair of its own. The private half is encrypted under what the person knows; the keys of the site are
sealed to the public half. So new keys can be given to every slot without anybody typing anything.
"""

import json
import os
import unicodedata
from binascii import a2b_base64, b2a_base64
from collections.abc import Mapping
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from platica.ledger.codes import looks_like_code, typed_code
from platica.ledger.keyring import Cost, SlotKind

_NONCE = 12
_PUBLIC = 32
_SALT = 16


_MOST = Cost(1024 * 1024, 16)
"""Beyond this a slot is not tried: no honest program makes one."""


def sealed_slot(kind: SlotKind, secret: str, keys: Mapping[str, str], made: date, cost: Cost) -> dict[str, Any]:
    """A slot that opens with a secret and gives these keys."""
    pair = X25519PrivateKey.generate()
    public = _text(pair.public_key().public_bytes_raw())
    slot = {
        "kind": kind.value,
        "made": made.isoformat(),
        "kdf": "argon2id",
        "memory": cost.memory,
        "passes": cost.passes,
        "salt": _text(os.urandom(_SALT)),
        "public": public,
    }
    nonce = os.urandom(_NONCE)
    wrapped = _wrapping(slot, _spoken(kind, secret)).encrypt(nonce, pair.private_bytes_raw(), _about(slot))
    return slot | {"private": _text(nonce + wrapped), "keys": sealed_keys(public, keys)}


def sealed_keys(public: str, keys: Mapping[str, str]) -> str:
    """Keys that only the owner of a public half can read."""
    once = X25519PrivateKey.generate()
    ours = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(a2b_base64(public)))
    nonce = os.urandom(_NONCE)
    text = json.dumps(dict(keys)).encode()
    return _text(ours + nonce + _sealing(shared, ours, public).encrypt(nonce, text, None))


def private_half(slot: Mapping[str, Any], secret: str) -> bytes | None:
    """The private half of a slot, or None for another secret. Raises ValueError for a slot no honest program made."""
    kind = SlotKind(slot["kind"])
    if kind is not SlotKind.PASSPHRASE and not looks_like_code(secret):
        return None
    if slot["kdf"] != "argon2id" or not (8 <= slot["memory"] <= _MOST.memory and 1 <= slot["passes"] <= _MOST.passes):
        raise ValueError(slot["kdf"])
    wrapped = a2b_base64(slot["private"], strict_mode=True)
    try:
        return _wrapping(slot, _spoken(kind, secret)).decrypt(wrapped[:_NONCE], wrapped[_NONCE:], _about(slot))
    except InvalidTag:
        return None


def opened_keys(slot: Mapping[str, Any], private: bytes) -> dict[str, Any]:
    """The keys of a slot. Raises ValueError when they are not sealed to this half."""
    whole = a2b_base64(slot["keys"], strict_mode=True)
    theirs, nonce, secret = whole[:_PUBLIC], whole[_PUBLIC : _PUBLIC + _NONCE], whole[_PUBLIC + _NONCE :]
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(theirs))
    try:
        keys: dict[str, Any] = json.loads(_sealing(shared, theirs, slot["public"]).decrypt(nonce, secret, None))
    except InvalidTag as error:
        raise ValueError(slot["public"]) from error
    return keys


def _spoken(kind: SlotKind, secret: str) -> bytes:
    """The bytes of a secret, however it was typed: spaces at the ends, doubled, or of another kind do not count."""
    if kind is SlotKind.PASSPHRASE:
        return " ".join(unicodedata.normalize("NFKC", secret).split()).encode()
    return typed_code(secret).encode()


def _wrapping(slot: Mapping[str, Any], spoken: bytes) -> AESGCM:
    salt = a2b_base64(slot["salt"], strict_mode=True)
    stretch = Argon2id(salt=salt, length=32, iterations=slot["passes"], lanes=1, memory_cost=slot["memory"])
    return AESGCM(stretch.derive(spoken))


def _sealing(shared: bytes, once: bytes, public: str) -> AESGCM:
    about = b"platica keys " + once + a2b_base64(public)
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=about).derive(shared))


def _about(slot: Mapping[str, Any]) -> bytes:
    return f"platica slot {slot['kind']} {slot['public']}".encode()


def _text(data: bytes) -> str:
    return b2a_base64(data, newline=False).decode()
