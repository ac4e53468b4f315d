"""Looking for a word everywhere on a disk: in names of files, in their bytes, and in all that the keys open."""

import io
import json
import unicodedata
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from builders.press import pages_text
from platica.ledger.backup_file import MANIFEST, SETTINGS, unsealed
from platica.ledger.cache import Cache
from platica.ledger.keyring import Keyring, read_keyring

CACHE_TITLE = b"platica-cache-"


def traces(word: str, folder: Path, keyring: Path) -> list[str]:
    """Where below a folder the word still is, readable for whoever has the keys of a site."""
    keys = read_keyring(keyring)
    return [
        f"{path.relative_to(folder)}: {what}"
        for path in sorted(folder.rglob("*"))
        for what, text in _readable(path, keys)
        if any(form in text for form in _forms(word))
    ]


def line_saying(word: str, log: Path, keyring: Path) -> bytes:
    """The first line of a log in which the word stands."""
    keys = read_keyring(keyring)
    lines = log.read_bytes().splitlines(keepends=True)
    return next(line for line in lines if any(word.encode() in text for _, text in _of_line(line, keys)))


def _forms(word: str) -> set[bytes]:
    """The word as programs write it."""
    composed = [unicodedata.normalize(form, word) for form in ("NFC", "NFD")]
    shapes = {shape for one in composed for shape in (one, one.upper(), one.lower(), json.dumps(one)[1:-1])}
    return {shape.encode(code) for shape in shapes for code in ("utf-8", "utf-16-le")}


def _readable(path: Path, keys: Keyring) -> Iterator[tuple[str, bytes]]:
    yield "name", path.name.encode()
    if path.is_file():
        content = path.read_bytes()
        yield "bytes", content
        yield from _inside(content, keys)
        if content.startswith(CACHE_TITLE):
            for section in Cache(path, keys.ciphers)._sections():
                yield "section", json.dumps(section, ensure_ascii=False).encode()


def _inside(content: bytes, keys: Keyring) -> Iterator[tuple[str, bytes]]:
    """What the bytes hold that is encrypted, packed or printed."""
    for line in content.splitlines():
        yield from _of_line(line, keys)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                entry = archive.read(name)
                yield name, unsealed(name, entry, keys.ciphers) if name in (SETTINGS, MANIFEST) else entry
                yield from _inside(entry, keys)
    if b"%PDF" in content:
        yield "pages", "".join(pages_text(content[content.index(b"%PDF") :])).encode()


def _of_line(line: bytes, keys: Keyring) -> Iterator[tuple[str, bytes]]:
    head, *blobs = line.split(b"\t")
    if not head.startswith(b'{"f":'):
        return
    try:
        header = json.loads(head)
    except ValueError:
        return
    for nth, blob in enumerate(blobs):
        if blob != b"-":
            yield f"line {header['n']}, blob {nth}", deciphered(blob, keys.keys[header["k"]])


def deciphered(blob: bytes, key: str) -> bytes:
    """What a blob says, even one that was cut short: AES in its counting mode, without looking at the tag."""
    secret = b64decode(blob[: len(blob) // 4 * 4])
    counting = CTR(secret[:12] + (2).to_bytes(4, "big"))
    return Cipher(AES(b64decode(key)), counting).decryptor().update(secret[12:])
