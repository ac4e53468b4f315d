"""The sentences of the program itself: those of screens and errors (`ui`) and those of printed pages (`print`).

Babel reads the sources. In the press `phrase` and `phrases` make errors, which screens show; `say`, `say_count` and
`mark` make paper.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from platica.domain.document import Message
from platica.errors import ContentError
from platica.phrases import phrase

NOTE_TAG = "i18n:"
"""Begins a comment above a sentence that is meant for translators."""
PROGRAM = ("toolkit/platica", "tui/platica_tui")
PRESS = "toolkit/platica/press"
TEMPLATES = "printables"

_ERRORS: dict[str, tuple[int, ...] | None] = {"phrase": None, "phrases": (1, 2)}
_WORDS: dict[str, tuple[int, ...] | None] = {"say": None, "say_count": (1, 2), "mark": None}
_Method = Literal["python", "jinja2"]


def ui_messages(checkout: Path) -> tuple[Message, ...]:
    """The sentences of screens, commands and errors, in the order of files; `checkout` holds `toolkit/` and `tui/`."""
    found: list[Message] = []
    for folder in PROGRAM:
        for file in sorted((checkout / folder).rglob("*.py")):
            in_press = file.is_relative_to(checkout / PRESS)
            found += _sentences(file, checkout, "python", "screen", _ERRORS if in_press else _ERRORS | _WORDS)
    return _joined(found)


def print_messages(checkout: Path) -> tuple[Message, ...]:
    """The sentences of printed pages; `checkout` holds `printables/` and `toolkit/`."""
    found: list[Message] = []
    for file in sorted((checkout / TEMPLATES).rglob("*")):
        if file.name.endswith((".html", ".html.j2")):
            found += _sentences(file, checkout, "jinja2", "printed page", _WORDS)
    for file in sorted((checkout / PRESS).rglob("*.py")):
        found += _sentences(file, checkout, "python", "printed page", _WORDS)
    return _joined(found)


def _sentences(
    file: Path, checkout: Path, method: _Method, kind: str, names: dict[str, tuple[int, ...] | None]
) -> Iterator[Message]:
    from babel.messages.extract import extract

    place = file.relative_to(checkout).as_posix()
    options = {"encoding": "utf-8", "silent": "false"} if method == "jinja2" else {"encoding": "utf-8"}
    with file.open("rb") as source:
        try:
            found = list(
                extract(method, source, names, comment_tags=(NOTE_TAG,), options=options, strip_comment_tags=True)
            )
        except Exception as error:
            raise ContentError(
                phrase("{file} cannot be read for its sentences: {reason}", file=place, reason=str(error))
            ) from error
    for line, text, comments, _context in found:
        one, plural = (text[0], text[1]) if isinstance(text, tuple) else (text, None)
        if one:
            note = " ".join(comment.strip() for comment in comments) or None
            yield Message(one, kind, f"{place}:{line}", note=note, plural=plural or None)


def _joined(found: Iterable[Message]) -> tuple[Message, ...]:
    """One message a sentence: the first place, the first plural, every note."""
    messages: dict[str, Message] = {}
    for message in found:
        first = messages.get(message.source)
        messages[message.source] = _with(first, message) if first else message
    return tuple(messages.values())


def _with(first: Message, again: Message) -> Message:
    notes = dict.fromkeys(note for note in (first.note, again.note) if note)
    return Message(
        first.source, first.kind, first.place, note="\n".join(notes) or None, plural=first.plural or again.plural
    )
