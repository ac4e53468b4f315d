"""Names and numbers as people type them into forms."""

from platica.domain.names import clean_line
from platica.domain.settings import MOST_LOCK_MINUTES
from platica.errors import Refused
from platica.phrases import phrase


def typed_title(text: str) -> str:
    """What a workshop is called. Raises Refused when nothing was typed."""
    if not clean_line(text):
        raise Refused(phrase("The workshop needs a name."))
    return clean_line(text)


def typed_minutes(text: str) -> int | None:
    """A number of minutes a meeting may last, or None when nothing was typed. Raises Refused."""
    if not text.strip():
        return None
    if not text.strip().isdecimal() or not 1 <= int(text) <= 600:
        raise Refused(phrase("“{typed}” is not a number of minutes; from 1 to 600 are.", typed=text.strip()))
    return int(text)


def typed_lock_minutes(text: str) -> int:
    """After how many minutes the screens lock; 0 for never. Raises Refused."""
    if not text.strip().isdecimal() or int(text) > MOST_LOCK_MINUTES:
        raise Refused(
            phrase(
                "“{typed}” is not a number of minutes; from 0 to {most} are.",
                typed=text.strip(),
                most=MOST_LOCK_MINUTES,
            )
        )
    return int(text)
