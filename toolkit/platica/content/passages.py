"""One text of a content file: cleaned, its facts taken off, ready to be a message."""

import re
from dataclasses import dataclass

from platica.domain.document import Message

SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_FACT = re.compile(r'\s*\{fact=(?:"([^"{}]*)"|([A-Za-z0-9-]+))\}')


@dataclass(frozen=True, slots=True)
class Passage:
    """A message and its line; `fixed` when it is not for translation: marked so, or without any word."""

    message: Message
    line: int
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What an author's comment asks for the block after it."""

    context: str | None = None
    note: str | None = None
    skip: bool = False


NOTHING_ASKED = Asked()


def passage(
    text: str, kind: str, file: str, line: int, *, safety: bool = False, asked: Asked = NOTHING_ASKED
) -> Passage:
    """The passage of a written text."""
    source, facts = split_facts(joined(text))
    message = Message(source, kind, f"{file}:{line}", asked.context, asked.note, safety, facts)
    return Passage(message, line, asked.skip or not has_words(source))


def joined(text: str) -> str:
    """The text with soft line breaks made one space and hard ones written as a backslash and a newline."""
    if "\n" not in text:
        return text.strip()
    parts: list[str] = []
    lines = text.strip().split("\n")
    for line in lines[:-1]:
        bare = line.strip()
        if _ends_in_backslash(bare):
            parts.append(bare + "\n")
        elif line.endswith("  "):
            parts.append(bare + "\\\n")
        else:
            parts.append(bare + " ")
    return "".join(parts) + lines[-1].strip()


def split_facts(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its `{fact=…}` marks, and the facts they name, each once."""
    if "{fact=" not in text:
        return text, ()
    facts: dict[str, None] = {}
    for several, one in _FACT.findall(text):
        facts.update(dict.fromkeys((several or one).split()))
    return _FACT.sub("", text).strip(), tuple(facts)


def has_words(text: str) -> bool:
    """Whether there is anything to translate: a letter outside the local settings."""
    return any(sign.isalpha() for sign in SLOT.sub("", text))


def _ends_in_backslash(line: str) -> bool:
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1
