"""Signs that no font of this computer has, and what to print in their place."""

import re
import unicodedata
from collections.abc import Sequence

_NO_GLYPH = re.compile(r"\.notdef glyph rendered .*\(U\+([0-9A-F]{4,6})\)", re.DOTALL)
_PICTURES = ("So", "Sk", "Cf", "Mn", "Me")


def only_missing_signs(complaints: Sequence[str]) -> frozenset[str]:
    """The signs that fonts lack, if WeasyPrint complained of nothing else; otherwise none."""
    found = [_NO_GLYPH.search(line) for line in complaints]
    return frozenset(chr(int(match[1], 16)) for match in found if match) if all(found) else frozenset()


def replaced(html: str, signs: frozenset[str]) -> str:
    """The page with pictures such as emoji left out and letters that cannot be drawn as a gap to write in."""
    return html.translate({ord(sign): "" if unicodedata.category(sign) in _PICTURES else "_" for sign in signs})


def named(sign: str) -> str:
    """A sign with its number, for a reader whose screen cannot draw it either: `漢 (U+6F22)`."""
    return f"{sign} (U+{ord(sign):04X})"
