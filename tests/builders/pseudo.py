"""A language made from English by dressing its letters, so that a sentence nobody extracted or said shows itself."""

import re
from collections.abc import Mapping

from platica.domain.document import Message, Rendering, TextState
from platica.phrases import Phrase, fill

LANGUAGE = "qps"
_KEPT = re.compile(r"(\{\w+\}|\]\([^)]*\)|`[^`]*`|https?://\S+)")
_DRESSED = str.maketrans(
    "aceinosuyzACEINOSUYZdglrtDGLRT",
    "àçèìñòšùýžÀÇÈÌÑÒŠÙÝŽďĝļŕťĎĜĻŔŤ",
)


def dressed(text: str) -> str:
    """The text in brackets with marks on its letters; placeholders, addresses and code stay."""
    parts = _KEPT.split(text)
    return "⟦" + "".join(part if place % 2 else part.translate(_DRESSED) for place, part in enumerate(parts)) + "⟧"


class PseudoBook:
    """A phrasebook of the dressed language."""

    @property
    def language(self) -> str:
        return LANGUAGE

    def say(self, text: str, /, **values: object) -> str:
        return fill(dressed(text), self._told(values))

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        return fill(dressed(one if count == 1 else many), self._told({"count": count, **values}))

    def tell(self, phrase: Phrase) -> str:
        if phrase.plural is None:
            return self.say(phrase.text, **phrase.values)
        return self.say_count(phrase.text, phrase.plural, phrase.count, **phrase.values)

    def _told(self, values: Mapping[str, object]) -> dict[str, object]:
        return {name: self.tell(value) if isinstance(value, Phrase) else value for name, value in values.items()}


def pseudo_translate(message: Message) -> Rendering:
    """A content translator of the dressed language."""
    return Rendering(dressed(message.source), LANGUAGE, TextState.TRANSLATED)


def undressed(text: str) -> str:
    """What stands outside the dressed sentences: nothing, where every sentence was said."""
    while (shorter := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = shorter
    return text
