"""The door to all translations: phrasebooks for the program's sentences, translators for health texts, coverage."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from platica.domain.coverage import Coverage
from platica.domain.document import Message, Rendering, TextState, Translate
from platica.domain.problem import Problem, Severity
from platica.errors import PlaticaError
from platica.language import tags
from platica.language.compiled import Compiled, load
from platica.language.layers import Found, Layer, find
from platica.language.phrasebook import CataloguePhrasebook
from platica.phrases import Phrasebook

UI, PRINT = "ui", "print"
SOURCE_LANGUAGE = "en"


class Catalogues:
    """Reads catalogues when they are first asked for; an earlier folder wins, message by message."""

    def __init__(self, locales: Sequence[Path], cache: Path | None) -> None:
        self._locales = tuple(locales)
        self._cache = cache
        self._read: dict[tuple[Path, str, str], Compiled | None] = {}
        self._problems: dict[Path, Problem] = {}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Catalogues met so far that cannot be read; their texts count as missing."""
        return tuple(self._problems.values())

    def languages(self) -> tuple[str, ...]:
        """Languages the program speaks, as BCP 47 tags: English, then those with an interface catalogue."""
        found = {
            tags.normal(catalogue.parent.parent.name)
            for folder in self._locales
            for catalogue in folder.glob(f"*/LC_MESSAGES/{UI}.po")
            if tags.is_tag(catalogue.parent.parent.name)
        }
        return (SOURCE_LANGUAGE, *sorted(found - {SOURCE_LANGUAGE}))

    def phrasebook(self, language: str, domain: str = UI) -> Phrasebook:
        """The program's sentences (`ui`) or those of printed pages (`print`) in a language."""
        return CataloguePhrasebook(tags.normal(language), self._layers(language, domain, SOURCE_LANGUAGE))

    def translate(self, language: str, domain: str, source_language: str = SOURCE_LANGUAGE) -> Translate:
        """What gives the messages of a domain in a language; a text that is not sound comes as its source."""
        layers = self._layers(language, domain, source_language)
        missing = _without_text(language, source_language)
        source = tags.normal(source_language)

        def translated(message: Message) -> Rendering:
            found = find(layers, message.context, message.source)
            if found and found.state.sound:
                return Rendering(found.forms[0], found.language, found.state)
            return Rendering(message.source, source, found.state if found else missing)

        return translated

    def found(
        self, language: str, domain: str, message: Message, source_language: str = SOURCE_LANGUAGE
    ) -> Found | None:
        """The text that stands for a message, with its state and every form, whether it is sound or not."""
        return find(self._layers(language, domain, source_language), message.context, message.source)

    def coverage(
        self, language: str, domain: str, messages: Iterable[Message], source_language: str = SOURCE_LANGUAGE
    ) -> Coverage:
        """How many of these messages are in which state."""
        layers = self._layers(language, domain, source_language)
        missing = _without_text(language, source_language)
        found = (find(layers, message.context, message.source) for message in messages)
        counts = Counter(text.state if text else missing for text in found)
        return Coverage(domain, tags.normal(language), counts)

    def forget(self) -> None:
        """Reads every catalogue again when it is next asked for."""
        self._read.clear()
        self._problems.clear()

    def _layers(self, language: str, domain: str, source_language: str) -> tuple[Layer, ...]:
        source = tags.normal(source_language)
        return tuple(
            Layer(tag, catalogue)
            for tag in tags.chain(language)
            if tag != source
            for folder in self._locales
            if (catalogue := self._catalogue(folder, tag, domain))
        )

    def _catalogue(self, folder: Path, language: str, domain: str) -> Compiled | None:
        place = folder, language, domain
        if place not in self._read:
            path = folder / tags.folder_name(language) / "LC_MESSAGES" / f"{domain}.po"
            try:
                self._read[place] = load(path, self._cache)
            except PlaticaError as error:
                self._read[place] = None
                self._problems[path] = Problem(Severity.ERROR, error.phrase, str(path))
        return self._read[place]


def _without_text(language: str, source_language: str) -> TextState:
    same = tags.base(language) == tags.base(source_language)
    return TextState.SOURCE if same else TextState.MISSING
