"""Names as people type them: cleaned at the door, compared without accents."""

import re
import unicodedata

from platica.errors import Refused
from platica.phrases import phrase

LONGEST_NAME = 80
_JOINER = "\u200d"
"""Holds families of emoji together."""
_ORDERS = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"  # colours and movements of the cursor
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # titles, links and the like
    r"|\x1b[ -/]*[0-~]?"
)
"""What a terminal obeys instead of showing it, whole (ECMA-48, section 5.4 and 5.6)."""
_MARKER = re.compile(r"\s*(?:[-–—*+]\s+|[•◦▪‣●○☐·]\s*|\(?\d{1,3}[.)]\s*)(?=\S)")
"""What stands before a line of a list: a dash, a dot, a number."""


def clean_name(typed: str) -> str:
    """The name without control characters, direction marks or doubled spaces, composed (NFC).

    Raises Refused when nothing is left or it is longer than LONGEST_NAME characters.
    """
    name = clean_line(typed)
    if not name:
        raise Refused(phrase("A name needs at least one letter, number or sign."))
    if len(name) > LONGEST_NAME:
        raise Refused(phrase("This name has {length} characters; {most} fit.", length=len(name), most=LONGEST_NAME))
    return name


def clean_line(typed: str) -> str:
    """One line of typed text, safe to store, show on a terminal and print."""
    composed = unicodedata.normalize("NFC", _ORDERS.sub("", typed))
    kept = (" " if char.isspace() else char for char in composed if char.isspace() or _shows(char))
    return " ".join("".join(kept).split())


def without_marker(line: str) -> str:
    """A line of a pasted list without its dash, dot or number: `2. Úrsula`, `- José`, `3) Eva`."""
    return _MARKER.sub("", line, count=1) if _MARKER.match(line) else line


def folded(text: str) -> str:
    """The key by which names are searched: no accents, no case, compatibility forms joined, one space between."""
    spread = unicodedata.normalize("NFKD", text)
    bare = "".join(char for char in spread if _shows(char) and not unicodedata.combining(char))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def sorting_key(text: str) -> tuple[str, str]:
    """Spanish and English alphabetical order: accents aside, ñ after every n."""
    composed = unicodedata.normalize("NFC", text)
    return folded(composed.replace("ñ", "n~").replace("Ñ", "N~")), text


def _shows(char: str) -> bool:
    if char == _JOINER:
        return True
    return unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
