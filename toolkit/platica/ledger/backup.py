"""Making a backup: everything of a site at one moment, in one file that was read again before it counts."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from platica.errors import LedgerReadOnly, Refused, SiteError, SiteLocked
from platica.ledger import fs, manifest
from platica.ledger.backup_file import (
    KEYRING,
    MANIFEST,
    SETTINGS,
    Entries,
    damaged,
    key_of,
    opened,
    packed,
    read_from_disk,
    sealed,
    unsealed,
)
from platica.ledger.device import writer_named
from platica.ledger.erasures import Erasures
from platica.ledger.frame import Ciphers
from platica.ledger.keyring import FORMAT, Keyring, SlotKind, open_keyring, slots_in, unlock_slots
from platica.ledger.ledger import Ledger
from platica.ledger.lines import checked
from platica.ledger.log import Log, without
from platica.ledger.logs import SHARED, Logs
from platica.ledger.manifest import Manifest, Why, sums
from platica.ledger.state_of import counts_of, erased_count, newest_in
from platica.phrases import phrase

_FOR_OUTSIDE = (SlotKind.PASSPHRASE, SlotKind.RECOVERY)
"""Ways in that a file may hold that leaves the folder: those that ask for something a person knows."""


class NeedsRecovery(Refused):
    """The site opens by itself, so nobody could open a backup of it elsewhere."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was read whole: every hash is right, and every line opens but in logs it names as damaged."""

    file: Path
    manifest: Manifest
    ciphers: Ciphers
    keys: frozenset[str]
    """Ids of the keys that opened it."""
    keyring: bytes
    settings: bytes
    logs: Mapping[str, bytes]
    erasures: Erasures
    """What is erased in it."""
    unlocked: Keyring | None
    """The keys by its own keyring; None when those of an open site opened it."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a backup is made, when (UTC), and on which computer."""

    why: Why
    at: datetime
    computer: str


def make(ledger: Ledger, keyring: Path, settings: bytes, file: Path, occasion: Occasion) -> Manifest:
    """Writes a backup of a site to a new file, under the site's lock, and reads it again from the disk.

    One that is `ASKED` for leaves the folder: it holds no way in without a secret. Raises NeedsRecovery when there is
    no other, and SiteError when it could not be written; no file is left then.
    """
    with _at_rest(ledger) as logs:
        ways_in = _outside(keyring.read_bytes(), keyring) if occasion.why is Why.ASKED else keyring.read_bytes()
        entries, hurt = _collected(logs)
        entries |= {KEYRING: ways_in, SETTINGS: sealed(SETTINGS, settings, ledger.ciphers)}
        told = Manifest(
            made=occasion.at,
            why=occasion.why.value,
            device=logs.own.writer.device,
            computer=occasion.computer,
            counts=counts_of(ledger.state),
            newest=newest_in(ledger.state, occasion.at),
            damaged=hurt,
            erased=erased_count(logs.erasures),
            entries=sums(entries),
        )
        write(file, entries, told, ledger.ciphers)
    return told


def write(file: Path, entries: Mapping[str, bytes], told: Manifest, ciphers: Ciphers) -> None:
    """Writes a backup file and reads it again. Raises SiteError; a file that is not right is taken away."""
    whole = packed({**entries, MANIFEST: sealed(MANIFEST, manifest.encoded(told), ciphers)})
    try:
        fs.make_folder(file.parent)
        fs.replace_durably(file, whole)
        if read_from_disk(file) != whole:
            raise SiteError(phrase("What was read back from {file} is not what was written.", file=file))
        with opened(file) as found:
            _verified(found, told, ciphers)
    except (SiteError, OSError) as error:
        with suppress(OSError):
            fs.remove(file)
        if isinstance(error, SiteError):
            raise
        raise SiteError(
            phrase("The backup {file} could not be written: {reason}.", file=file, reason=fs.reason(error))
        ) from error


def read(file: Path, *, ciphers: Ciphers | None = None, secret: str | None = None) -> Backup:
    """A backup, verified whole; `ciphers` are the keys of an open site, `secret` a passphrase or a recovery code.

    Raises SiteLocked when a secret is needed, Refused when it opens nothing, SiteError when nothing can be believed.
    """
    with opened(file) as found:
        keyring = found.read(KEYRING)
        known = ciphers if ciphers is not None and key_of(found.read(MANIFEST)) in ciphers.by_id else None
        unlocked = None if known else _unlocked(found, keyring, secret)
        keys = unlocked.ciphers if unlocked else known or Ciphers("", {})
        told = told_by(found, keys)
        logs, erasures = _verified(found, told, keys)
        settings = found.read(SETTINGS)
        try:
            settings = unsealed(SETTINGS, settings, keys)
        except ValueError as error:
            raise damaged(file) from error
        return Backup(file, told, keys, frozenset(keys.by_id), keyring, settings, logs, erasures, unlocked)


def read_manifest(file: Path, ciphers: Ciphers) -> Manifest:
    """What a backup says of itself, its contents left unread. Raises SiteError."""
    with opened(file) as found:
        return told_by(found, ciphers)


def told_by(found: Entries, ciphers: Ciphers) -> Manifest:
    """The manifest of an open backup. Raises SiteError."""
    try:
        return manifest.decoded(unsealed(MANIFEST, found.read(MANIFEST), ciphers))
    except ValueError as error:
        raise damaged(found.file) from error


def shares_no_key(file: Path, ciphers: Ciphers) -> bool:
    """Whether nothing in a backup was written under a key of this site. Raises SiteError."""
    with opened(file) as found:
        if key_of(found.read(MANIFEST)) in ciphers.by_id:
            return False
        known = [b',"k":"%s",' % key.encode() for key in ciphers.by_id]
        logs = (found.read(name) for name in found.names if name.startswith(SHARED))
        return not any(key in line.partition(b"\t")[0] for log in logs for line in log.splitlines() for key in known)


def rewrite(file: Path, ciphers: Ciphers, change: Callable[[dict[str, bytes], Manifest], Manifest | None]) -> None:
    """Writes a backup anew with other entries; `change` alters them and gives what is told then, None for nothing.

    Raises SiteError.
    """
    with opened(file) as found:
        told = told_by(found, ciphers)
        entries = {name: found.read(name) for name in found.names if name != MANIFEST}
        if sums(entries) != dict(told.entries):
            raise damaged(file)
    fresh = change(entries, told)
    if fresh is not None:
        write(file, entries, replace(fresh, entries=sums(entries)), ciphers)


def holds_erased(file: Path, erasures: Erasures) -> bool:
    """Whether something that is erased still stands in a backup. Raises SiteError."""
    with opened(file) as found:
        logs = {name: found.read(name) for name in found.names if name.startswith(SHARED)}
    return thinned(logs, erasures) != logs


def thinned(logs: Mapping[str, bytes], erasures: Erasures) -> dict[str, bytes]:
    """The same logs without the blobs that are erased."""
    thin = dict(logs)
    for name, content in logs.items():
        erased = erasures.of_log(Path(name).stem) if name.startswith(SHARED) else {}
        if erased:
            thin[name] = b"".join(without(line, erased) for line in content.splitlines(keepends=True))
    return thin


@contextmanager
def _at_rest(ledger: Ledger) -> Iterator[Logs]:
    """The logs of one moment; where nothing can be written, nobody else can change them either."""
    with ExitStack() as stack:
        try:
            logs = stack.enter_context(ledger.files())
        except LedgerReadOnly:
            stack.enter_context(ledger.reading())
            logs = ledger.logs
        yield logs


def _collected(logs: Logs) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The whole lines of every log, and the names of those that are damaged."""
    found: dict[str, bytes] = {}
    for name, log in sorted(logs.by_name.items()):
        content = log.path.read_bytes() if log.size() else b""
        content = content[: log.at.length if log.torn else content.rfind(b"\n") + 1]
        if content:
            found[name] = content
    hurt = tuple(name for name in found if _hurt(logs.by_name[name], logs.erasures))
    return thinned(found, logs.erasures) if logs.left else found, hurt


def _hurt(log: Log, erasures: Erasures) -> bool:
    erased = erasures.of_log(log.writer.name)
    return bool(log.damage) or any(nth not in erased.get(number, ()) for number, nth in log.absent)


def _outside(keyring: bytes, path: Path) -> bytes:
    """The keyring without the slot that opens by itself."""
    slots = [slot for slot in slots_in(keyring, path) if slot["kind"] in _FOR_OUTSIDE]
    if not slots:
        raise NeedsRecovery(
            phrase(
                "Nobody could open this backup on another computer, because there is no recovery code and no "
                "passphrase. Make a recovery code first: “platica keys recovery”."
            )
        )
    return keyring_of(slots)


def keyring_of(slots: list[dict[str, Any]]) -> bytes:
    """The bytes of a keyring file with these slots."""
    return json.dumps({"format": FORMAT, "slots": slots}, indent=1).encode() + b"\n"


def _unlocked(found: Entries, keyring: bytes, secret: str | None) -> Keyring:
    inside = found.file / KEYRING
    slots = slots_in(keyring, inside)
    if any(slot["kind"] == SlotKind.OPEN for slot in slots):
        return open_keyring(slots, inside)
    if secret is None:
        raise SiteLocked(
            phrase("The backup {file} opens with the passphrase or the recovery code of its day.", file=found.file)
        )
    return unlock_slots(slots, inside, secret)


def _verified(found: Entries, told: Manifest, ciphers: Ciphers) -> tuple[dict[str, bytes], Erasures]:
    """The logs of a backup, every entry being the one its manifest tells of, and what they erase.

    Raises SiteError.
    """
    entries = {name: found.read(name) for name in found.names if name != MANIFEST}
    if sums(entries) != dict(told.entries):
        raise damaged(found.file)
    logs = {name: content for name, content in entries.items() if name not in (KEYRING, SETTINGS)}
    erasures, absent = Erasures(), dict[str, list[tuple[int, int]]]()
    for name, content in logs.items():
        writer = writer_named(Path(name).stem)
        if writer is None:
            raise damaged(found.file)
        line_by_line = checked(content, writer, ciphers)
        if line_by_line.damaged and name not in told.damaged:
            raise damaged(found.file)
        absent[name] = list(line_by_line.absent)
        for change in line_by_line.erasing:
            erasures.note(change)
    for name, places in absent.items():
        erased = erasures.of_log(Path(name).stem) if name.startswith(SHARED) else {}
        if name not in told.damaged and any(nth not in erased.get(number, ()) for number, nth in places):
            raise damaged(found.file)
    return logs, erasures
