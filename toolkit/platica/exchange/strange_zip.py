"""Reading a ZIP file that a stranger may have made: bounded before it is believed, whole or not at all."""

import os
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from platica.domain.system_errors import reason_to_read
from platica.errors import Refused
from platica.phrases import Phrase, phrase

LARGEST = 50 * 1024 * 1024
"""Bytes of the file, and of everything in it unpacked."""
MOST_ENTRIES = 2000
MOST_RATIO = 100
"""Bytes unpacked for one byte packed."""
_LONGEST_ENTRY = 400
"""Bytes of the directory for one entry."""
_END = 22
"""Bytes of the last record of a ZIP without a comment."""
_PLAIN_FLAGS = 0x0806
"""Names in UTF-8, and how hard it was compressed; nothing encrypted, nothing written later."""


def read_strange_zip(file: Path, known: Callable[[str], bool]) -> Mapping[str, bytes]:
    """The files in a ZIP by their paths, every one of them `known`. Raises Refused with what is strange about it."""
    whole = _whole(file)
    try:
        _refuse_end(whole, file)
        with zipfile.ZipFile(BytesIO(whole)) as archive:
            found = archive.infolist()
            _refuse_names(found, known, file)
            _refuse_sizes(found, file)
            return {one.filename: _content(archive, one, file) for one in found}
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError) as error:
        raise strange(file, phrase("it is damaged, or no ZIP file")) from error
    except (NotImplementedError, RuntimeError, ValueError, OverflowError) as error:
        raise strange(file, phrase("it is packed in a way that is not allowed")) from error


def strange(file: Path, why: Phrase) -> Refused:
    """What is said of a pack that is not taken."""
    return Refused(phrase("{file} was not taken: {why}. Ask for it to be packed again.", file=file.name, why=why))


def _whole(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise strange(file, phrase("it is no file"))
            whole = stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise Refused(phrase("There is no file {file}.", file=str(file))) from error
    except OSError as error:
        raise Refused(
            phrase("{file} could not be read: {reason}.", file=str(file), reason=reason_to_read(error))
        ) from error
    if len(whole) > LARGEST:
        raise strange(file, phrase("it has more than {most} bytes", most=LARGEST))
    return whole


def _refuse_end(whole: bytes, file: Path) -> None:
    """Looks at the last record, so that no directory is read that is larger than it may be."""
    end = whole[-_END:]
    plain = end[:4] == b"PK\x05\x06" and end[4:8] == bytes(4) and end[8:10] == end[10:12] and end[20:] == bytes(2)
    if not plain or whole[:4] not in (b"PK\x03\x04", b"PK\x05\x06"):
        raise strange(file, phrase("it is damaged, or no ZIP file"))
    entries, directory = int.from_bytes(end[10:12], "little"), int.from_bytes(end[12:16], "little")
    if entries > MOST_ENTRIES or directory > _LONGEST_ENTRY * max(1, entries):
        raise strange(file, phrase("it holds more than {most} files", most=MOST_ENTRIES))
    if int.from_bytes(end[16:20], "little") + directory + _END != len(whole):
        raise strange(file, phrase("there is something in it beside its files"))


def _refuse_names(found: list[zipfile.ZipInfo], known: Callable[[str], bool], file: Path) -> None:
    seen: set[str] = set()
    for one in found:
        name = one.filename
        kind = stat.S_IFMT(one.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise strange(file, phrase("“{name}” is a link or a folder", name=_shown(name)))
        if name != one.orig_filename or not known(name):
            raise strange(file, phrase("“{name}” is no part of a curriculum", name=_shown(one.orig_filename)))
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise strange(file, phrase("“{name}” stands in it twice", name=_shown(name)))
        seen.add(folded)


def _refuse_sizes(found: list[zipfile.ZipInfo], file: Path) -> None:
    if len(found) > MOST_ENTRIES:
        raise strange(file, phrase("it holds more than {most} files", most=MOST_ENTRIES))
    if sum(one.file_size for one in found) > LARGEST:
        raise strange(file, phrase("it has more than {most} bytes unpacked", most=LARGEST))
    for one in found:
        if one.file_size > MOST_RATIO * max(1, one.compress_size):
            raise strange(file, phrase("“{name}” grows more than a text can", name=_shown(one.filename)))
        if one.flag_bits & ~_PLAIN_FLAGS or one.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise strange(file, phrase("it is packed in a way that is not allowed"))


def _content(archive: zipfile.ZipFile, one: zipfile.ZipInfo, file: Path) -> bytes:
    with archive.open(one) as stream:
        content = stream.read(one.file_size + 1)
    if len(content) != one.file_size:
        raise strange(file, phrase("it is damaged, or no ZIP file"))
    return content


def _shown(name: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in name[:80])
