"""Keeping a spreadsheet from taking a person's text for a formula."""

import re

LEADS = "=+-@\t\r\n＝＋－＠"
"""First characters that make Excel, LibreOffice or Google Sheets calculate, or look past them to one that does."""

_DANGEROUS = re.compile(rf"'*[{re.escape(LEADS)}]")
_GUARDED = re.compile(rf"'+[{re.escape(LEADS)}]")


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet would calculate it; other text as it is."""
    return f"'{text}" if _DANGEROUS.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell
