"""A computer that began a site of its own becomes one of another site, and keeps its records."""

import re
from collections.abc import Collection
from io import BytesIO

from platica.errors import Refused, SiteError
from platica.ledger import fs
from platica.ledger.change import encoded
from platica.ledger.frame import ABSENT, ROOT, Ciphers, digest, header, sealed
from platica.ledger.ledger import Ledger
from platica.ledger.lines import sound_lines
from platica.ledger.log import Log
from platica.ledger.reader import Position, Reader
from platica.phrases import phrase

_KEY = re.compile(rb'^\{[^\t]*?,"k":"([0-9a-f]{8})",', re.MULTILINE)
_HASHES = re.compile(rb'"([^"]+)"')


def refuse_to_leave_others(ledger: Ledger, keys: Collection[str]) -> None:
    """Raises Refused when this computer shares records under other keys than these with others, or they are damaged."""
    with ledger.files() as logs:
        old = [log for log in logs.by_name.values() if _keys_of(log) - set(keys)]
        if old and any(log.writer.device != logs.own.writer.device for log in logs.shared):
            raise Refused(
                phrase("Other computers share the records of this one. Only a computer by itself can join another.")
            )
        if any(log.damage for log in old):
            raise Refused(phrase("The records are damaged. Repair them first."))


def rewrite_under(ledger: Ledger, keys: Collection[str]) -> None:
    """Writes this computer's own logs anew, every line under one of these keys, so that its new site can read them.

    The keyring must hold the keys already. Doing it again after an interruption goes on where it ended. Raises
    SiteError when nothing could be written.
    """
    with ledger.files() as logs:
        try:
            for log in logs.by_name.values():
                if _keys_of(log) - set(keys):
                    fs.replace_durably(log.path, _rewritten(log, ledger.ciphers))
        except OSError as error:
            raise SiteError(
                phrase("The site could not be written to: {reason}. Try again.", reason=fs.reason(error))
            ) from error
        ledger.read_again()


def keys_named(content: bytes) -> set[str]:
    """The ids of the keys that the lines of a log are written under."""
    return {key.decode() for key in _KEY.findall(content)}


def _keys_of(log: Log) -> set[str]:
    return keys_named(log.path.read_bytes()) if log.at.length else set()


def _rewritten(log: Log, ciphers: Ciphers) -> bytes:
    """The same changes under the same places, encrypted by the key that writes now."""
    content = log.path.read_bytes()[: log.at.length]
    reader = Reader(log.path.name, log.writer, ciphers, Position())
    texts: dict[tuple[int, int], bytes] = {}
    for batch in reader.batches(BytesIO(content), len(content)):
        for number, nth, change in zip(batch.numbers, batch.nths, batch.changes, strict=True):
            texts[number, nth] = encoded(change)
    whole, previous, key = bytearray(), ROOT, ciphers.current.encode()
    for number, (head, *blobs) in sorted(sound_lines(content, log.writer).items()):
        kept = _HASHES.findall(head.partition(b',"b":[')[2])
        fresh = sealed(log.writer, number, [texts.get((number, nth), b"") for nth in range(len(blobs))], ciphers)
        new = [ABSENT if blob == ABSENT else one for blob, one in zip(blobs, fresh, strict=True)]
        hashes = [was if blob == ABSENT else digest(one) for blob, was, one in zip(blobs, kept, new, strict=True)]
        head = header(log.writer.opening, number, previous, key, hashes)
        whole += b"\t".join([head, *new]) + b"\n"
        previous = digest(head)
    return bytes(whole)
