"""A phrasebook filled from catalogues."""

from collections.abc import Mapping, Sequence

from platica.domain.document import TextState
from platica.language.layers import Layer, find
from platica.phrases import Phrase, fill


class CataloguePhrasebook:
    """Says the program's sentences in one language; what is not sound there is said in English."""

    def __init__(self, language: str, layers: Sequence[Layer]) -> None:
        self._language = language
        self._layers = tuple(layers)

    @property
    def language(self) -> str:
        """The BCP 47 tag that was asked for."""
        return self._language

    def say(self, text: str, /, **values: object) -> str:
        """The sentence with its values filled in; a phrase among them is told, nothing is evaluated."""
        found = find(self._layers, None, text)
        return self._filled(found.forms[0] if found and found.state is TextState.TRANSLATED else text, values)

    def say_count(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for this count, by the plural rule of the catalogue it is found in."""
        found = find(self._layers, None, one)
        if found and found.state is TextState.TRANSLATED:
            template = found.forms[min(found.rule.index(count), len(found.forms) - 1)]
        else:
            template = one if count == 1 else many
        return self._filled(template, {"count": count, **values})

    def tell(self, phrase: Phrase) -> str:
        """A phrase made elsewhere."""
        if phrase.plural is None:
            return self.say(phrase.text, **phrase.values)
        return self.say_count(phrase.text, phrase.plural, phrase.count, **phrase.values)

    def _filled(self, template: str, values: Mapping[str, object]) -> str:
        return fill(template, {name: self._told(value) for name, value in values.items()})

    def _told(self, value: object) -> object:
        return self.tell(value) if isinstance(value, Phrase) else value
