"""Text that comes from elsewhere, without the codes that terminals and word processors put into it."""

import re

_CODES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\\\)?|\x1b[ -/]*[0-~]?|\x9b[0-?]*[@-~]"
)
_HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def pasted(text: str) -> str:
    """The words and line breaks of a pasted text: codes for a terminal go, tabs become spaces."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _HARMFUL.sub("", _CODES.sub("", lines))
