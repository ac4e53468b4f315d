"""What a check looks at: a source text beside its translation."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from platica.domain.finding import Finding
from platica.language import tags
from platica.language.glossary import NO_GLOSSARY, Glossary

_CODE = re.compile(r"`[^`]*`")
_TARGET = re.compile(r"\]\([^)\s]*\)")
_ADDRESS = re.compile(r"https?://[^\s)>\]]+")
_SLOT = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Languages:
    """From which language into which, as BCP 47 tags."""

    source: str
    target: str

    @property
    def to_spanish(self) -> bool:
        return tags.base(self.target) == "es"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source text and one form of its translation."""

    source: str
    text: str
    languages: Languages
    glossary: Glossary = field(default=NO_GLOSSARY)
    counted: bool = False
    """Whether this is one of several plural forms."""


Check = Callable[[Pair], Iterator[Finding]]


def prose(text: str) -> str:
    """The text without code, addresses and placeholders, so that only words, numbers and marks are left."""
    for pattern, instead in ((_CODE, " "), (_TARGET, "]"), (_ADDRESS, " "), (_SLOT, " ")):
        text = pattern.sub(instead, text)
    return text
