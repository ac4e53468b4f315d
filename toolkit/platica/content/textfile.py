"""Reading a content file as clean text."""

import re
import unicodedata
from pathlib import Path

from platica.content.trouble import Troubles
from platica.domain.system_errors import reason_to_read
from platica.phrases import phrase

LONGEST_FILE = 1024 * 1024
"""Bytes of a content file; the longest session we know is a fortieth of it."""

MOST_LINES = 5000
"""The longest session we know is a fifteenth of it."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def read_text(path: Path, troubles: Troubles) -> str | None:
    """The text of a file: UTF-8, line ends `\\n`, composed letters; None and a problem when it is not such a text."""
    if path.is_symlink() or path.parent.is_symlink():
        troubles.error(1, phrase("The file is a link to elsewhere; put the file itself here."))
        return None
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LONGEST_FILE else b""
    except OSError as error:
        troubles.error(1, phrase("The file cannot be read: {reason}.", reason=reason_to_read(error)))
        return None
    if size > LONGEST_FILE:
        troubles.error(1, phrase("The file has {size} bytes; {most} fit.", size=size, most=LONGEST_FILE))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        troubles.error(line, phrase("The file is not UTF-8 text; save it as UTF-8."))
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = text.count("\n")
    if lines > MOST_LINES:
        troubles.error(1, phrase("The file has {count} lines; {most} fit.", count=lines, most=MOST_LINES))
        return None
    if found := _FORBIDDEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        sign = f"U+{ord(found[0]):04X}"
        troubles.error(line, phrase("The invisible sign {sign} does not belong in a text; take it out.", sign=sign))
        return None
    return text
